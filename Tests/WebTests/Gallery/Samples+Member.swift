import Vocabulary
import Web

extension Samples {
  static let memberPages: [(String, Page)] = [
    ("member-home", home), ("member-welcome", welcome), ("member-bills", bills), ("member-bills-none", noBills),
    ("member-bill", bill), ("member-balance", balance), ("member-statement", statement), ("member-data", data),
    ("member-claims", claims), ("member-claim", claim), ("member-not-yet", notYet), ("member-withdraw", withdraw),
    ("member-access", access), ("member-access-empty", accessEmpty),
  ]

  static let due: Model = [
    "amount": rp(36_800), "month": month(10), "by": .day(day(15)), "address": "/anggota/iuran", "late": true,
    "more": nil,
  ]

  private static let task = Part.task(
    Words("Berhenti berusaha", "Stopped business"), note: Words("JHT-26-4F7Q2K", "JHT-26-4F7Q2K"),
    address: "/anggota/klaim/JHT-26-4F7Q2K",
    tag: Part.tag(Words("Menunggu diperiksa", "Waiting to be checked"), .waiting))

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
      ], "due": due, "balance": ["amount": rp(48_250_000), "on": .day(day(20)), "address": "/anggota/jht"],
      "claims": [task], "canClaim": true,
      "links": [
        Part.link(
          Words("Data saya", "My data"), "/anggota/data", note: Words("Alamat, HP, rekening", "Address, phone, account")
        ),
        Part.link(Words("Siapa yang membuka data saya", "Who opened my data"), "/anggota/akses"),
      ],
    ], title: Words("Beranda", "Home"), section: "/anggota")

  private static let va: Model = ["spaced": "9899 9126 0000 0017", "bank": "Bank Contoh"]

  private static let welcome = Page(
    "member/welcome",
    [
      "name": "Sri Wahyuni", "kpj": "2690 0012 345", "va": va, "due": due, "ways": ways,
      "programmes": [["words": .words("Kecelakaan kerja (JKK)", "Work accidents (JKK)")]],
    ], title: Words("Selamat datang", "Welcome"))

  static let billRows: Model = .each(8...11) { number in
    [
      "month": month(number), "address": "/anggota/iuran/2026-11", "workers": 42, "amount": rp(36_800),
      "due": .day(day(15, 12)), "status": number == 11 ? waiting : Part.tag(Words("Sudah dibayar", "Paid"), .good),
    ]
  }

  private static let bills = Page(
    "member/bills",
    [
      "due": due.merging(["more": 3]), "va": va, "deposit": rp(10_000), "ways": ways, "empty": nil, "bills": billRows,
    ], title: Words("Iuran", "Contributions"), section: "/anggota/iuran")

  private static let noBills = Page(
    "member/bills",
    [
      "due": nil, "va": nil, "deposit": nil, "ways": ways, "bills": [],
      "empty": Part.empty(
        Words("Iuran Anda dibayar perusahaan", "Your employer pays for you"),
        Words("Anda tidak perlu membayar sendiri.", "You need not pay yourself.")),
    ], title: Words("Iuran", "Contributions"), section: "/anggota/iuran")

  static let sandbox: Model = [
    "address": "/anggota/iuran/2026-11/bayar", "key": "k1",
    "field": [
      "name": "amount", "id": "f-amount", "label": .words("Jumlah yang dibayar", "Amount to pay"), "hint": nil,
      "example": nil, "fault": nil, "autocomplete": "off", "described": "", "required": true, "alone": false,
      "lead": nil,
      "value": "36.800",
    ],
  ]

  private static let bill = Page(
    "member/bill",
    [
      "month": month(11), "amount": rp(36_800), "due": .day(day(15, 12)), "isOpen": true, "paid": nil,
      "status": Part.tag(Words("Belum dibayar", "Not paid yet"), .waiting), "letter": "/anggota/iuran/2026-11/surat",
      "lines": [
        ["words": .words("Kecelakaan kerja (JKK)", "Work accident (JKK)"), "amount": rp(10_000)],
        ["words": .words("Kematian (JKM)", "Death (JKM)"), "amount": rp(6_800)],
        ["words": .words("Hari tua (JHT)", "Old age (JHT)"), "amount": rp(20_000)],
      ], "va": va, "ways": ways, "deposit": ["amount": rp(10_000), "left": rp(26_800)],
      "others": ["count": 2, "total": rp(73_600)], "sandbox": sandbox,
    ], title: Words("Iuran November 2026", "Contribution November 2026"),
    back: Page.Link("Beranda", "Home", "/anggota"),
    section: "/anggota/iuran")

  private static let ways: Model = .list([
    way(
      Words("Lewat ATM", "At a cash machine"),
      [
        Words("Pilih menu Bayar, lalu Virtual Account.", "Choose Pay, then Virtual Account."),
        Words("Ketik nomor di atas.", "Type the number above."),
        Words("Cocokkan nama dan jumlahnya, lalu tekan Ya.", "Check name and amount, then press Yes."),
      ]),
    way(
      Words("Di minimarket", "At a minimarket"),
      [Words("Tunjukkan nomor di atas kepada kasir.", "Show the number above to the cashier.")]),
  ])

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
          "year": .text("\(year.0)"), "opening": rp(year.1), "paid": rp(year.2), "returns": rp(year.3), "taken": nil,
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
      "complete": false, "letter": "/anggota/jht/26900012345/2025/surat",
      "rate": ["text": "5,69%", "article": "PP 46/2015 pasal 24", "draft": true],
      "rows": .each(1...6) { number in
        [
          "day": .day(day(12, number, 2025)), "what": .words("Iuran", "Contribution"), "amount": rp(342_000),
          "balance": rp(38_120_000 + Int64(number) * 342_000),
        ]
      },
    ], title: Words("Rincian saldo JHT 2025", "JHT statement 2025"),
    trail: [Page.Link("Beranda", "Home", "/anggota"), Page.Link("Saldo JHT", "JHT balance", "/anggota/jht")],
    section: "/anggota/jht")

  private static let data = Page(
    "member/data",
    [
      "rows": [
        Part.fact(Words("NIK", "NIK"), "9971 0141 0785 0001"),
        Part.fact(Words("Rekening", "Bank account"), "BRI •••9012"),
      ], "renewed": .moment(Instant(day(3))), "selfEmployed": true,
      "memberships": [
        [
          "kpj": "2690 0012 345", "segment": .words("Pekerja mandiri (BPU)", "Self-employed (BPU)"),
          "programmes": "JKK, JKM, JHT", "joined": .day(day(5, 1)), "wage": rp(1_500_000), "status": active,
          "card": "/anggota/kartu/26900012345", "ended": nil,
        ],
        [
          "kpj": "2190 0000 777", "segment": .words("Pekerja penerima upah (PU)", "Wage earner (PU)"),
          "programmes": "JKK, JKM, JHT, JP", "joined": .day(day(5, 1, 2021)), "wage": rp(4_500_000),
          "status": Part.tag(Words("Berakhir", "Ended"), .neutral), "card": nil,
          "ended": .words("Mengundurkan diri, 31 Agustus 2025", "Resigned, 31 August 2025"),
        ],
      ],
    ], title: Words("Data saya", "My data"), section: "/anggota/data")

  private static let claims = Page(
    "member/claims", ["tasks": [task], "canClaim": true, "empty": nil], title: Words("Klaim Anda", "Your claims"),
    section: "/anggota/klaim")

  private static let notYet = Page(
    "member/not-yet",
    [
      "reasons": [
        Part.notice(
          .waiting,
          Words(
            "Kepesertaan Anda masih aktif. Kalau Anda sudah berhenti, laporkan dulu, lalu ajukan lagi.",
            "Your membership is still active. If you have stopped, tell us first, then claim again."),
          link: Page.Link("Laporkan berhenti usaha", "Tell us that you stopped", "/anggota/berhenti"))
      ], "working": working.merging(["total": nil]), "again": "/anggota/klaim/jht", "home": "/anggota",
    ], title: Words("Belum bisa diklaim", "Not yet claimable"))

  private static let withdraw = Page(
    "member/withdraw",
    ["number": "JHT-26-4F7Q2K", "address": "/anggota/klaim/JHT-26-4F7Q2K/batal", "back": "/anggota", "key": "k"],
    title: Words("Batalkan klaim?", "Withdraw the claim?"))

  private static let claim = Page(
    "member/claim",
    Model.tree([
      "number": "JHT-26-4F7Q2K", "kind": .words("Berhenti berusaha", "Stopped business"), "account": "BRI •••9012",
      "status": Part.tag(Words("Sedang diperiksa", "Being checked"), .waiting),
      "days": Part.daysLeft(2, of: 3, due: day(23)), "mend": "/anggota/klaim/JHT-26-4F7Q2K/rekening",
      "withdraw": "/anggota/klaim/JHT-26-4F7Q2K/batal", "notice": nil, "receipt": "/x", "bring": "/syarat/jht",
      "letter": "/y",
      "amount": [
        "value": rp(48_250_000), "words": .words("Perkiraan yang Anda terima", "Estimate of what you receive"),
      ],
      "decision": [
        "title": .words("Keputusan", "Decision"),
        "text": .words("Klaim Anda disetujui.", "Your claim is approved."), "working": working,
      ],
    ]).merging(history), title: Words("Klaim JHT-26-4F7Q2K", "Claim JHT-26-4F7Q2K"),
    back: Page.Link("Klaim", "Claims", "/anggota/klaim"), section: "/anggota/klaim")

  private static let toggle: Model = [
    "words": .words("Tampilkan juga bank dan sistem", "Show banks and systems too"),
    "address": "/anggota/akses?semua=ya",
  ]

  private static let access = Page(
    "member/access",
    [
      "entries": [
        [
          "who": "Dewi Lestari",
          "what": .words("Data diri dan saldo", "Person and balance"),
          "why": .words("Memeriksa klaim JHT-26-000123", "Checking claim JHT-26-000123"),
          "when": .moment(Instant(day(18), hour: 14)),
        ],
        [
          "who": "Budi Santoso",
          "what": .words("Alamat", "Address"),
          "why": .words("Mengganti alamat atas permintaan Anda", "Changing it as you asked"),
          "when": .moment(Instant(day(3), hour: 10, minute: 41)),
        ],
      ],
      "pages": Part.pages(previous: nil, next: "/anggota/akses?cursor=x", shown: Words("2 catatan", "2 entries")),
      "empty": nil, "toggle": toggle,
    ], title: Words("Siapa yang membuka data saya", "Who opened my data"),
    back: Page.Link("Beranda", "Home", "/anggota"))

  private static let accessEmpty = Page(
    "member/access",
    [
      "entries": [], "pages": Part.pages(previous: nil, next: nil, shown: Words("0 catatan", "0 entries")),
      "empty": Part.empty(
        Words("Belum ada yang membuka", "Nobody has opened it"),
        Words("Data Anda belum pernah dibuka petugas.", "No officer has opened your data yet."),
        link: Page.Link("Ke beranda", "Home", "/anggota")), "toggle": toggle,
    ], title: Words("Siapa yang membuka data saya", "Who opened my data"))
}
