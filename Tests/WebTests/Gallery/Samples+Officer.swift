import Vocabulary
import Web

extension Samples {
  static let officerPages: [(String, Page)] = [
    ("officer-work", work), ("officer-case", officerCase), ("officer-payments", payments),
    ("officer-suspense", suspense), ("officer-year-return", yearReturn), ("officer-members", search),
    ("officer-member", member), ("officer-books", books), ("officer-audit", audit),
  ]

  private static let work = Page(
    "officer/work",
    [
      "name": "Dewi Lestari",
      "figures": [
        Part.figure(Words("Menunggu saya", "Waiting for me"), 7),
        Part.figure(Words("Lewat tenggat", "Late"), 1), Part.figure(Words("Selesai hari ini", "Done today"), 12),
      ],
      "lists": [
        [
          "title": .words("Klaim lengkap, menunggu keputusan", "Complete claims to decide"),
          "address": "/petugas/klaim",
          "more": .words("Lihat semua (7)", "See all (7)"), "empty": nil,
          "rows": [
            [
              "words": "JHT-26-000123", "note": .words("Berhenti bekerja", "Resigned"), "person": "Sri Wahyuni",
              "age": .words("Sisa 2 hari kerja", "2 working days left"),
              "tag": Part.tag(Words("Siap diputuskan", "Ready"), .good), "address": "/petugas/klaim/JHT-26-000123",
            ],
            [
              "words": "JKM-26-000031", "note": .words("Ahli waris: Agus Prasetyo", "Heir: Agus Prasetyo"),
              "person": "Siti Contoh", "age": .words("Lewat 1 hari", "1 day late"),
              "tag": Part.tag(Words("Terlambat", "Late"), .bad), "address": "/petugas/klaim/JKM-26-000031",
            ],
          ],
        ],
        [
          "title": .words("Pengaduan", "Complaints"), "address": "/petugas/aduan", "more": nil,
          "empty": .words("Tidak ada yang menunggu.", "Nothing is waiting."), "rows": [],
        ],
      ],
    ], title: Words("Pekerjaan hari ini", "Today's work"), section: "/petugas", wide: true)

  private static let officerCase = Page(
    "officer/case",
    [
      "number": "JHT-26-000123", "kind": .words("Jaminan Hari Tua", "Old-age savings"), "person": "Sri Wahyuni",
      "status": Part.tag(Words("Siap diputuskan", "Ready"), .waiting), "days": Part.daysLeft(1, of: 3, due: day(23)),
      "flags": [
        Part.tag(Words("Rekening dipakai di 4 klaim lain", "Account used in 4 other claims"), .bad),
        Part.tag(Words("Wajah cocok", "Face matches"), .good),
      ],
      "facts": [
        "rows": [
          Part.fact(
            Words("NIK", "NIK"), "9971 0141 0785 0001", source: Words("Dukcapil, 20 November 2026", "Civil registry")),
          Part.fact(
            Words("Berhenti bekerja", "Left work"), .day(day(10, 10)),
            source: Words("PT Angin Timur Contoh, laporan 12 Oktober", "Employer's report")),
          Part.fact(Words("Rekening", "Account"), "Bank Contoh 100200300 a.n. Sri Wahyuni"),
        ]
      ],
      "requirements": [
        Part.task(Words("Kartu peserta", "Membership card"), address: "/berkas/1", tag: complete),
        Part.task(
          Words("Surat keterangan berhenti", "Letter of leaving"),
          note: Words("Ditunggu dari: pemberi kerja, 6 hari", "Owed by: employer, 6 days"),
          tag: missing),
      ], "hasRefusals": true,
      "refusals": [
        [
          "words": .words("Masa tunggu satu bulan belum lewat.", "The one-month wait is not over."),
          "article": "Permenaker 4/2022 pasal 5", "draft": true,
        ]
      ],
      "outcome": [
        "words": .words("Seluruh saldo dibayarkan.", "The whole balance is payable."), "working": working,
      ], "law": "b7c1 90d4", "history": history,
      "actions": [
        "address": "/petugas/klaim/JHT-26-000123", "key": "k4", "verify": true,
        "approve": .words("Setujui Rp 48.250.000", "Approve Rp 48.250.000"), "refuse": true,
        "refusalReasons": [
          ["value": "too-early", "words": .words("Diajukan terlalu awal", "Filed too early")],
          ["value": "not-member", "words": .words("Bukan peserta", "Not a member")],
        ],
      ],
      "noActions": .words(
        "Anda yang memeriksa berkas ini. Orang lain yang memutuskan.",
        "You checked these papers. Somebody else decides."),
    ], title: Words("Klaim JHT-26-000123", "Claim JHT-26-000123"),
    trail: [Page.Link("Pekerjaan", "Work", "/petugas"), Page.Link("Klaim", "Claims", "/petugas/klaim")],
    section: "/petugas", wide: true)

  private static let payments = Page(
    "officer/payments",
    [
      "waiting": [
        "count": 12, "amount": rp(312_400_000), "make": ["address": "/petugas/pembayaran", "key": "k5"],
      ],
      "batches": [
        [
          "number": "BYR-26-0041", "made": .day(day(19)), "by": "Dewi Lestari", "count": 9, "amount": rp(187_900_000),
          "tag": Part.tag(Words("Menunggu pelepasan", "To be released"), .waiting), "address": "/petugas/pembayaran/41",
          "act": ["address": "/petugas/pembayaran/41/pelepasan", "key": "k6", "words": .words("Lepaskan", "Release")],
        ],
        [
          "number": "BYR-26-0040", "made": .day(day(18)), "by": "Budi Santoso", "count": 14, "amount": rp(402_150_000),
          "tag": Part.tag(Words("Sampai di bank", "Settled"), .good), "address": "/petugas/pembayaran/40", "act": nil,
        ],
      ], "empty": nil,
    ], title: Words("Pembayaran", "Payments"), section: "/petugas/pembayaran", wide: true)

  private static let suspense = Page(
    "officer/suspense",
    [
      "faults": nil, "total": rp(3_450_000), "empty": nil,
      "rows": [
        [
          "received": .day(day(18)), "from": "CV MAJU CONTOH", "account": "Bank Contoh 4455", "amount": rp(3_400_000),
          "age": .words("2 hari", "2 days"),
          "guess": [
            "words": .words(
              "CV Maju Contoh, tagihan Oktober sama besar", "CV Maju Contoh, October bill of equal amount"),
            "payer": "CD34E567001",
          ], "address": "/petugas/titipan/1", "key": "k7",
        ],
        [
          "received": .day(day(11)), "from": "SETORAN TUNAI", "account": "Bank Contoh 0001", "amount": rp(50_000),
          "age": .words("9 hari", "9 days"), "guess": nil, "address": "/petugas/titipan/2", "key": "k8",
        ],
      ],
    ], title: Words("Uang belum dikenal", "Unassigned money"), section: "/petugas/titipan", wide: true)

  private static let yearReturn = Page(
    "officer/year-return",
    [
      "year": "2025", "status": draft, "rate": ["text": "5,69%", "article": "PP 46/2015 pasal 24", "draft": true],
      "controls": [
        [
          "name": .words("Saldo awal semua peserta", "Opening balances"), "value": rp(812_400_118_000),
          "expected": rp(812_400_118_000), "agrees": true,
        ],
        [
          "name": .words("Hasil setahun", "Return for the year"), "value": rp(46_225_566_714),
          "expected": rp(46_225_566_700), "agrees": false,
        ],
      ],
      "chart": Chart(
        Words("Hasil per segmen", "Return by segment"), columns: (Words("Segmen", "Segment"), Words("Hasil", "Return")),
        bars: [
          Chart.Bar(Words("Penerima upah", "Wage earners"), Rupiah(41_800_000_000)),
          Chart.Bar(Words("Mandiri", "Self-employed"), Rupiah(4_425_566_714)),
        ]
      ).model,
      "sample": [
        [
          "name": "Sri Wahyuni", "kpj": "26 9000 12345", "opening": rp(38_120_000), "returns": rp(2_310_000),
          "closing": rp(44_534_000),
        ]
      ], "approvals": history,
      "act": [
        "address": "/petugas/hasil/2025", "key": "k9", "words": .words("Setujui", "Approve"),
        "warning": .words("Tidak bisa dibatalkan setelah dibukukan.", "Cannot be undone once posted."),
      ], "noAct": .words("Perlu dua orang.", "Two people are needed."),
    ], title: Words("Hasil pengembangan JHT 2025", "JHT return 2025"), section: "/petugas/hasil", wide: true)

  private static let search = Page(
    "officer/members",
    [
      "query": "Sri", "purpose": .words("Pertanyaan di loket", "Question at the desk"), "searched": true, "empty": nil,
      "rows": [
        [
          "name": "Sri Wahyuni", "nik": "9971••••••••0001", "kpj": "26 9000 12345", "birth": .day(day(1, 7, 1985)),
          "segment": "BPU", "tag": active, "address": "/petugas/peserta/1",
        ]
      ],
    ], title: Words("Cari peserta", "Find a member"), section: "/petugas/peserta", wide: true)

  private static let member = Page(
    "officer/member",
    [
      "name": "Sri Wahyuni", "status": active, "notices": [],
      "person": [
        "rows": [
          Part.fact(
            Words("NIK", "NIK"), "9971 0141 0785 0001", source: Words("Cocok dengan Dukcapil", "Civil registry agrees")),
          Part.fact(Words("Lahir", "Born"), .day(day(1, 7, 1985))),
          Part.fact(Words("Alamat", "Address"), "Jalan Contoh 1, Desa Rejosari"),
        ]
      ],
      "memberships": [
        [
          "kpj": "26 9000 12345", "employer": "–", "segment": "BPU", "programmes": "JKK, JKM, JHT",
          "from": month(3, 2019), "until": nil, "tag": active,
        ],
        [
          "kpj": "15 9000 00777", "employer": "PT Angin Timur Contoh", "segment": "PU",
          "programmes": "JKK, JKM, JHT, JP",
          "from": month(1, 2015), "until": month(10, 2026), "tag": Part.tag(Words("Berhenti", "Ended"), .neutral),
        ],
      ], "balance": ["amount": rp(48_250_000), "on": .day(day(20))],
      "claims": [
        Part.task(Words("JHT-26-000123", "JHT-26-000123"), address: "/petugas/klaim/JHT-26-000123", tag: waiting)
      ],
      "recent": .each([10, 9, 8]) { number in
        [
          "month": month(number), "payer": "PT Angin Timur Contoh", "wage": rp(5_400_000), "amount": rp(307_800),
          "paid": .day(day(14, number)),
        ]
      },
      "links": [
        Part.link(Words("Buka klaim baru", "Open a claim"), "/petugas/klaim/baru"),
        Part.link(Words("Ubah data", "Change data"), "/petugas/peserta/1/data"),
      ],
    ], title: Words("Sri Wahyuni", "Sri Wahyuni"),
    trail: [Page.Link("Cari peserta", "Find a member", "/petugas/peserta")], section: "/petugas/peserta", wide: true)

  private static let books = Page(
    "officer/books",
    [
      "on": .day(day(20)),
      "checks": [
        Part.task(
          Words("Debit sama dengan kredit", "Debits equal credits"), tag: Part.tag(Words("Cocok", "Agrees"), .good)),
        Part.task(
          Words("Saldo peserta sama dengan akun induk", "Members' balances equal the control account"),
          note: Words("Selisih Rp 14", "Rp 14 apart"), tag: Part.tag(Words("Tidak cocok", "Differs"), .bad)),
      ],
      "accounts": [
        ["number": "1100", "name": .words("Kas di bank", "Cash at bank"), "debit": rp(912_400_000), "credit": "–"],
        [
          "number": "2100", "name": .words("Saldo JHT peserta", "Members' JHT"), "debit": "–",
          "credit": rp(912_400_000),
        ],
      ], "debit": rp(912_400_000), "credit": rp(912_400_000), "balanced": true,
    ], title: Words("Buku besar", "The books"), section: "/petugas/buku", wide: true)

  private static let audit = Page(
    "officer/audit",
    [
      "query": "", "from": "1/11/2026", "until": "", "empty": nil,
      "intact": Part.tag(Words("Rantai utuh", "Chain intact"), .good),
      "rows": [
        [
          "when": .moment(Instant(day(20), hour: 11, minute: 2)), "actor": "Dewi Lestari",
          "act": .words("Menyetujui klaim", "Approved a claim"), "subject": "JHT-26-000123",
          "address": "/petugas/klaim/JHT-26-000123", "reason": .words("Berkas lengkap", "Papers complete"),
        ],
        [
          "when": .moment(Instant(day(20), hour: 10, minute: 15)), "actor": .words("Sistem", "System"),
          "act": .words("Menerima pembayaran", "Received a payment"), "subject": "Rp 36.800", "address": nil,
          "reason": "–",
        ],
      ],
      "pages": Part.pages(previous: nil, next: "/petugas/audit?cursor=x", shown: Words("2 dari 18.204", "2 of 18.204")),
    ], title: Words("Jejak audit", "Audit trail"), section: "/petugas/audit", wide: true)
}
