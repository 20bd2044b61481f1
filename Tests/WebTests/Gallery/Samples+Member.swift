import Vocabulary
import Web

extension Samples {
  static let memberPages: [(String, Page)] = [
    ("member-home", home), ("member-bill", bill), ("member-balance", balance), ("member-statement", statement),
    ("member-claim", claim), ("member-access", access), ("member-access-empty", accessEmpty),
  ]

  private static let home = Page(
    "member/home",
    [
      "name": "Sri Wahyuni", "status": active, "segment": .words("Pekerja mandiri (BPU)", "Self-employed (BPU)"),
      "kpj": "26 9000 12345",
      "notices": [
        Part.notice(
          .waiting, Words("Lengkapi nomor rekening", "Add your bank account"),
          Words(
            "Klaim dibayar lebih cepat kalau rekening sudah ada.", "Claims are paid sooner with an account on file."),
          link: Page.Link("Isi sekarang", "Do it now", "/anggota/rekening"))
      ],
      "due": [
        "amount": rp(36_800), "month": month(10), "by": .day(day(15)), "address": "/anggota/iuran", "late": true,
      ],
      "balance": ["amount": rp(48_250_000), "on": .day(day(20)), "address": "/anggota/jht"],
      "claims": [
        Part.task(
          Words("Jaminan Hari Tua", "Old-age savings"), note: Words("JHT-26-000123", "JHT-26-000123"),
          address: "/anggota/klaim/JHT-26-000123",
          tag: Part.tag(Words("Sedang diperiksa", "Being checked"), .waiting))
      ],
      "links": [
        Part.link(
          Words("Data saya", "My data"), "/anggota/data", note: Words("Alamat, HP, rekening", "Address, phone, account")
        ),
        Part.link(Words("Kartu peserta", "Membership card"), "/anggota/kartu"),
        Part.link(Words("Siapa yang membuka data saya", "Who opened my data"), "/anggota/akses"),
      ],
    ], title: Words("Beranda", "Home"), section: "/anggota")

  private static let bill = Page(
    "member/bill",
    [
      "month": month(11), "amount": rp(36_800), "due": .day(day(15, 12)),
      "status": Part.tag(Words("Belum dibayar", "Not paid yet"), .waiting), "paid": nil,
      "lines": [
        ["words": .words("Kecelakaan kerja (JKK)", "Work accident (JKK)"), "amount": rp(10_000)],
        ["words": .words("Kematian (JKM)", "Death (JKM)"), "amount": rp(6_800)],
        ["words": .words("Hari tua (JHT)", "Old age (JHT)"), "amount": rp(20_000)],
      ], "va": ["spaced": "9899 9126 0000 0017", "bank": "Bank Contoh"],
      "ways": .list([
        way(
          Words("Lewat ATM", "At a cash machine"),
          [
            Words("Pilih menu Bayar, lalu Virtual Account.", "Choose Pay, then Virtual Account."),
            Words("Ketik nomor di atas.", "Type the number above."),
            Words("Cocokkan nama dan jumlahnya, lalu tekan Ya.", "Check name and amount, then press Yes."),
          ]),
        way(
          Words("Lewat HP (m-banking)", "By mobile banking"),
          [
            Words("Buka menu Virtual Account.", "Open the Virtual Account menu."),
            Words("Salin nomor di atas.", "Copy the number above."),
          ]),
        way(
          Words("Di minimarket", "At a minimarket"),
          [Words("Tunjukkan nomor di atas kepada kasir.", "Show the number above to the cashier.")]),
      ]), "sandbox": ["address": "/anggota/iuran/bayar", "key": "k1"],
    ], title: Words("Iuran November 2026", "Contribution November 2026"),
    back: Page.Link("Beranda", "Home", "/anggota"),
    section: "/anggota/iuran")

  private static func way(_ title: Words, _ steps: [Words]) -> Model {
    ["title": .words(title), "steps": .each(steps) { ["words": .words($0)] }]
  }

  private static let years: [(Int, Int64, Int64, Int64)] = [
    (2025, 38_120_000, 4_104_000, 2_310_000), (2024, 32_018_000, 3_990_000, 2_112_000),
    (2023, 26_355_000, 3_846_000, 1_817_000),
  ]

  private static let balance = Page(
    "member/balance",
    [
      "amount": rp(48_250_000), "on": .day(day(20)), "contributions": rp(41_040_000), "returns": rp(7_210_000),
      "claims": rp(0),
      "chart": Chart(
        Words("Saldo di akhir tahun", "Balance at year's end"),
        columns: (Words("Tahun", "Year"), Words("Saldo", "Balance")),
        bars: years.reversed().map { year in
          Chart.Bar(Words("\(year.0)", "\(year.0)"), Rupiah(year.1 + year.2 + year.3))
        } + [Chart.Bar(Words("2026, sampai kini", "2026 so far"), Rupiah(48_250_000))]
      ).model,
      "years": .each(years) { year in
        [
          "year": .text("\(year.0)"), "opening": rp(year.1), "paid": rp(year.2), "returns": rp(year.3),
          "closing": rp(year.1 + year.2 + year.3), "address": "/anggota/jht/\(year.0)",
        ]
      }, "claim": ["words": .words("Ajukan klaim JHT", "Claim JHT"), "address": "/klaim/jht"],
    ], title: Words("Saldo JHT", "JHT balance"), back: Page.Link("Beranda", "Home", "/anggota"), section: "/anggota/jht"
  )

  private static let statement = Page(
    "member/statement",
    [
      "year": "2025", "name": "Sri Wahyuni", "kpj": "26 9000 12345", "opening": rp(38_120_000),
      "closing": rp(44_534_000),
      "rate": ["text": "5,69%", "article": "PP 46/2015 pasal 24", "draft": true],
      "rows": .each(1...6) { number in
        [
          "month": month(number, 2025), "employer": "PT Angin Timur Contoh", "paid": rp(342_000),
          "returns": rp(192_500),
          "balance": rp(38_120_000 + Int64(number) * 534_500),
        ]
      }, "printAddress": "/anggota/jht/2025/surat",
    ], title: Words("Rincian saldo JHT 2025", "JHT statement 2025"),
    trail: [Page.Link("Beranda", "Home", "/anggota"), Page.Link("Saldo JHT", "JHT balance", "/anggota/jht")],
    section: "/anggota/jht")

  private static let claim = Page(
    "member/claim",
    Model.tree([
      "number": "JHT-26-000123", "kind": .words("Jaminan Hari Tua", "Old-age savings"),
      "status": Part.tag(Words("Sedang diperiksa", "Being checked"), .waiting),
      "days": Part.daysLeft(2, of: 3, due: day(23)),
      "amount": [
        "value": rp(48_250_000), "words": .words("Perkiraan yang Anda terima", "Estimate of what you receive"),
      ],
      "hasMissing": true,
      "missing": [
        Part.task(
          Words("Surat keterangan berhenti bekerja", "Letter of leaving work"),
          note: Words("Dari PT Angin Timur Contoh", "From PT Angin Timur Contoh"),
          address: "/anggota/klaim/JHT-26-000123/berkas", tag: missing)
      ],
      "decision": [
        "title": .words("Keputusan", "Decision"),
        "text": .words(
          "Klaim Anda disetujui. Uang dikirim ke rekening Anda.", "Your claim is approved. Money is on its way."),
        "working": working,
      ],
      "contact": .words("Ada pertanyaan? Sebutkan nomor klaim Anda.", "Questions? Give your claim number."),
    ]).merging(history), title: Words("Klaim JHT-26-000123", "Claim JHT-26-000123"),
    back: Page.Link("Beranda", "Home", "/anggota"), section: "/anggota")

  private static let access = Page(
    "member/access",
    [
      "entries": [
        [
          "who": "Dewi Lestari", "role": .words("Petugas pelayanan", "Service officer"),
          "what": .words("Data diri dan saldo", "Person and balance"),
          "why": .words("Memeriksa klaim JHT-26-000123", "Checking claim JHT-26-000123"),
          "when": .moment(Instant(day(18), hour: 14)),
        ],
        [
          "who": "Budi Santoso", "role": .words("Petugas peserta", "Membership officer"),
          "what": .words("Alamat", "Address"),
          "why": .words("Mengganti alamat atas permintaan Anda", "Changing it as you asked"),
          "when": .moment(Instant(day(3), hour: 10, minute: 41)),
        ],
      ],
      "pages": Part.pages(previous: nil, next: "/anggota/akses?cursor=x", shown: Words("2 catatan", "2 entries")),
      "empty": nil, "report": "/lapor",
    ], title: Words("Siapa yang membuka data saya", "Who opened my data"),
    back: Page.Link("Beranda", "Home", "/anggota"))

  private static let accessEmpty = Page(
    "member/access",
    [
      "entries": [], "pages": nil,
      "empty": Part.empty(
        Words("Belum ada yang membuka", "Nobody has opened it"),
        Words("Data Anda belum pernah dibuka petugas.", "No officer has opened your data yet."),
        link: Page.Link("Ke beranda", "Home", "/anggota")), "report": "/lapor",
    ], title: Words("Siapa yang membuka data saya", "Who opened my data"))
}
