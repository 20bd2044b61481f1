import Vocabulary
import Web

extension Samples {
  static let officerPages: [(String, Page)] = [
    ("officer-work", work), ("officer-claims", waitingClaims), ("officer-case", officerCase),
    ("officer-payments", payments), ("officer-batch", batch), ("officer-suspense", suspense),
    ("officer-matters", matters),
    ("officer-billing", billing), ("officer-closing", closing), ("officer-returns", returns),
    ("officer-year-return", yearReturn),
    ("officer-members", search), ("officer-reason", reason), ("officer-member", member), ("officer-books", books),
    ("officer-entries", entries), ("officer-audit", audit), ("officer-users", users),
    ("officer-code", code),
  ]

  private static let claimRows: Model = [
    [
      "number": "JHT-26-4F7Q2K", "address": "/petugas/klaim/JHT-26-4F7Q2K",
      "stage": Part.tag(Words("Menunggu diperiksa", "Waiting to be checked"), .waiting),
      "since": .moment(Instant(day(19), hour: 9, minute: 12)),
      "days": .words("Sisa 2 hari kerja", "2 working days left"),
      "tone": "good",
    ],
    [
      "number": "JHT-26-90AB1C", "address": "/petugas/klaim/JHT-26-90AB1C",
      "stage": Part.tag(Words("Menunggu diperiksa", "Waiting to be checked"), .waiting),
      "since": .moment(Instant(day(13), hour: 14, minute: 3)),
      "days": .words("Lewat 2 hari kerja", "2 working days late"),
      "tone": "bad",
    ],
  ]

  private static let work = Page(
    "officer/work",
    [
      "name": "Dian Contoh", "role": .words("Customer Service", "Customer service"), "hasFigures": true,
      "figures": [
        Part.figure(Words("Perlu diperiksa", "To verify"), 7), Part.figure(Words("Lewat tenggat", "Late"), 1),
        Part.figure(Words("Perlu disetujui", "To approve"), 3),
      ],
      "lists": [
        [
          "title": .words("Diajukan, menunggu diperiksa", "Submitted, waiting to be verified"),
          "address": "/petugas/klaim?tahap=submitted", "more": .words("Lihat semua (7)", "See all (7)"),
          "hasRows": true,
          "rows": claimRows,
        ],
        [
          "title": .words("Dikembalikan bank", "Returned by the bank"), "address": "/petugas/klaim?tahap=returned",
          "more": nil, "hasRows": false, "rows": [],
        ],
      ],
      "links": [
        Part.link(
          Words("Peserta", "Members"), "/petugas/peserta", note: Words("Cari dengan NIK atau KPJ", "Find by NIK or KPJ")
        )
      ],
    ], title: Words("Pekerjaan hari ini", "Today's work"), section: "/petugas", wide: true)

  private static let waitingClaims = Page(
    "officer/claims",
    [
      "stages": [
        ["address": "/petugas/klaim", "words": .words("Semua", "All"), "current": false],
        [
          "address": "/petugas/klaim?tahap=submitted", "words": .words("Perlu diperiksa", "To verify"), "current": true,
        ],
      ], "hasRows": true, "rows": claimRows,
      "pages": Part.pages(previous: nil, next: "/petugas/klaim?setelah=1", shown: Words("50 klaim", "50 claims")),
    ], title: Words("Klaim yang menunggu", "Claims that wait"), section: "/petugas/klaim", wide: true)

  private static let officerCase = Page(
    "officer/case",
    [
      "number": "JHT-26-4F7Q2K", "kind": .words("Jaminan Hari Tua", "Old-age savings"), "person": "Sri Wahyuni",
      "memberAddress": "/petugas/peserta/1?untuk=klaim",
      "faults": Part.faults([Fault("documents", "Tulis dokumen yang Anda lihat.", "Write which documents you saw.")]),
      "status": Part.tag(Words("Menunggu diperiksa", "Waiting to be checked"), .waiting),
      "days": Part.daysLeft(1, of: 3, due: day(23)), "hasFlags": true,
      "flags": [Part.tag(Words("Memakai aturan draf", "Uses draft law"), .draft)],
      "facts": [
        "rows": [
          Part.fact(
            Words("Sebab klaim", "Ground"), .words("Berhenti berusaha", "Stopped business"),
            source: Words("Formulir klaim", "Claim form")),
          Part.fact(Words("Rekening", "Account"), "BRI 1234 5678 9012 a.n. Sri Wahyuni"),
        ]
      ],
      "hasAccounts": true,
      "accounts": [
        [
          "kpj": "2600 0000 017", "segment": .words("Pekerja mandiri (BPU)", "Self-employed (BPU)"),
          "balance": rp(48_250_000),
        ]
      ],
      "documents": "KTP, kartu peserta", "hasRefusals": true,
      "refusals": [["words": .words("Masa tunggu satu bulan belum lewat.", "The one-month wait is not over.")]],
      "outcome": ["words": .words("Kalau disetujui hari ini.", "If approved today."), "working": working],
      "law": "b7c190d4aa01", "history": history,
      "verify": ["address": "/petugas/klaim/JHT-26-4F7Q2K/pemeriksaan", "key": "k4", "asks": asks], "approve": nil,
      "mend": [
        "address": "/petugas/klaim/JHT-26-4F7Q2K/rekening", "key": "k4", "holder": "Sri Wahyuni",
        "banks": [["value": "014", "words": "BCA"]],
      ],
      "refuse": ["address": "/petugas/klaim/JHT-26-4F7Q2K/penolakan", "key": "k4", "open": true],
      "withdraw": ["address": "/petugas/klaim/JHT-26-4F7Q2K/pembatalan", "key": "k4"],
      "typed": ["documents": "", "reason": ""],
      "letters": [
        "links": [
          Part.link(Words("Tanda terima (PDF)", "Receipt (PDF)"), "/petugas/klaim/JHT-26-4F7Q2K/surat/tanda-terima")
        ]
      ],
      "noActions": .words("Menunggu petugas memeriksa berkas.", "Waiting for an officer to check the papers."),
    ], title: Words("Klaim JHT-26-4F7Q2K", "Claim JHT-26-4F7Q2K"),
    trail: [Page.Link("Pekerjaan", "Work", "/petugas"), Page.Link("Klaim", "Claims", "/petugas/klaim")],
    section: "/petugas/klaim", wide: true)

  private static let payments = Page(
    "officer/payments",
    [
      "notice": Part.notice(.good, Words("Bank menjawab 2 pembayaran.", "The bank answered 2 payments.")),
      "nothing": .words("Tidak ada klaim yang siap dibayar.", "No claim is ready to pay."),
      "waiting": ["count": 12, "amount": rp(312_400_000), "make": ["key": "k5"]], "send": ["key": "k6"],
      "batches": [
        [
          "number": "NGN910512345678901234", "made": .day(day(19)), "by": "Maya Contoh", "count": 9,
          "amount": rp(187_900_000), "tag": Part.tag(Words("Menunggu dilepas", "To be released"), .waiting),
          "address": "/petugas/pembayaran/41",
        ]
      ], "empty": nil,
    ], title: Words("Pembayaran manfaat", "Payments of benefits"), section: "/petugas/pembayaran", wide: true)

  private static let batch = Page(
    "officer/batch",
    [
      "number": "NGN910512345678901234", "status": Part.tag(Words("Menunggu dilepas", "To be released"), .waiting),
      "facts": [
        "rows": [Part.fact(Words("Jumlah", "Total"), rp(187_900_000), source: Words("Maya Contoh", "Maya Contoh"))]
      ],
      "order": "/petugas/pembayaran/41/berkas",
      "release": ["address": "/petugas/pembayaran/41/pelepasan", "key": "k6", "total": rp(187_900_000)],
      "noRelease": .words("Menunggu orang kedua.", "Waiting for a second person."),
      "notice": Part.notice(.good, Words("Berkas bank sudah dibaca", "The bank's file was read")),
      "refused": [
        "faults": [["place": "line 12", "words": .words("Jumlah bukan angka.", "The amount is no number.")]]
      ], "files": batchFiles,
      "payouts": [
        [
          "reference": "JHT-26-4F7Q2K-1", "address": "/petugas/klaim/JHT-26-4F7Q2K", "to": "BRI •••9012, Sri Wahyuni",
          "amount": rp(48_250_000), "tag": Part.tag(Words("Dibayar", "Paid"), .good), "note": nil,
        ],
        [
          "reference": "JHT-26-90AB1C-1", "address": nil, "to": "BNI •••8098, Budi Santoso", "amount": rp(1_710_000),
          "tag": Part.tag(Words("Ditolak bank", "Rejected"), .bad), "note": "AC04",
        ],
      ],
    ], title: Words("Berkas NGN910512345678901234", "File NGN910512345678901234"),
    trail: [Page.Link("Pembayaran", "Payments", "/petugas/pembayaran")], section: "/petugas/pembayaran", wide: true)

  private static let suspense = Page(
    "officer/suspense",
    [
      "faults": Part.faults([
        Fault("va-0", "Tulis nomor virtual account dari tagihan.", "Write the virtual account of the bill.")
      ]),
      "notice": Part.notice(.good, Words("Uang sudah diberikan kepada pembayarnya.", "The money is with its payer.")),
      "total": rp(3_450_000), "empty": nil,
      "rows": [
        [
          "number": "0", "reference": "X1", "va": "98991 000", "channel": "SETORAN TUNAI", "received": .day(day(18)),
          "amount": rp(3_400_000), "age": .words("2 hari", "2 days"), "key": "k7",
          "typed": ["va": "12", "reason": "struk"],
        ]
      ],
      "pages": Part.pages(
        previous: nil, next: "/petugas/titipan?setelah=X1", shown: Words("25 penerimaan", "25 payments")),
    ], title: Words("Uang belum dikenal", "Unassigned money"), section: "/petugas/titipan", wide: true)

  private static let closing = Page(
    "officer/closing",
    [
      "month": month(10), "value": "2026-10", "address": "/petugas/tagihan/penutupan", "back": "/petugas/tagihan",
      "key": "k8",
    ], title: Words("Tutup kepesertaan?", "Close memberships?"), section: "/petugas/tagihan")

  private static let billing = Page(
    "officer/billing",
    [
      "faults": nil,
      "result": Part.notice(.good, Words("November 2026 sudah ditagih", "November 2026 is billed")),
      "bill": [
        "key": "k8", "months": [["value": "2026-12", "words": month(12)]],
        "closings": [["value": "2026-10", "words": month(10)]],
      ], "empty": nil,
      "chart": Chart(
        Words("Iuran ditagih", "Contributions billed"), columns: (Words("Bulan", "Month"), Words("Jumlah", "Total")),
        bars: [Chart.Bar(Words("Oktober 2026", "October 2026"), Rupiah(812_400_000))]
      ).model,
      "issued": [
        ["month": month(11), "on": .day(day(1)), "bills": 4_210, "lines": 18_204, "total": rp(1_912_400_000)]
      ],
    ], title: Words("Tagihan bulanan", "Monthly bills"), section: "/petugas/tagihan", wide: true)

  private static let returns = Page(
    "officer/returns",
    [
      "faults": nil, "preview": ["key": "k9", "years": ["2025", "2024"]], "empty": nil,
      "chart": Chart(
        Words("Hasil yang dibukukan", "Returns posted"), columns: (Words("Tahun", "Year"), Words("Hasil", "Return")),
        bars: [Chart.Bar(Words("2024", "2024"), Rupiah(4_812_400_000))]
      ).model,
      "runs": [
        [
          "year": "2024", "at": .day(day(10)), "rate": "6,3%", "accounts": 18_204, "earned": rp(4_812_400_000),
          "tag": Part.tag(Words("Dibukukan", "Posted"), .good), "address": "/petugas/hasil/1",
        ]
      ],
    ], title: Words("Hasil pengembangan JHT", "Yearly JHT return"), section: "/petugas/hasil", wide: true)

  private static let yearReturn = Page(
    "officer/year-return",
    [
      "year": "2025", "status": Part.tag(Words("Sedang dibukukan", "Being posted"), .waiting),
      "rate": ["text": "5,69%", "article": "PP 46/2015 pasal 24", "draft": true],
      "controls": [
        Part.figure(Words("Rekening", "Accounts"), 18_204),
        Part.figure(Words("Hasil setahun", "Return for the year"), rp(46_225_566_714)),
      ],
      "chart": Chart(
        Words("Dibandingkan tahun lain", "Beside other years"),
        columns: (Words("Tahun", "Year"), Words("Hasil", "Return")),
        bars: [
          Chart.Bar(Words("2024", "2024"), Rupiah(41_800_000_000)),
          Chart.Bar(Words("2025", "2025"), Rupiah(46_225_566_714)),
        ]
      ).model, "approvals": history,
      "progress": [
        "words": .words("2 dari 4 bagian dibukukan", "2 of 4 slices posted"), "width": "320",
        "address": "/petugas/hasil/1",
      ],
      "stopped": Part.notice(.bad, Words("Pembukuan berhenti", "Posting stopped"), Words("Coba lagi.", "Try again.")),
      "act": [
        "address": "/petugas/hasil/1/pembukuan", "key": "k9", "words": .words("Bukukan", "Post"),
        "warning": .words("Tidak bisa dibatalkan setelah dibukukan.", "Cannot be undone once posted."),
      ], "noAct": .words("Perlu dua orang.", "Two people are needed."),
    ], title: Words("Hasil pengembangan JHT 2025", "JHT return 2025"), section: "/petugas/hasil", wide: true)

  private static let search = Page(
    "officer/members",
    [
      "faults": nil, "query": "9971014107850001", "purpose": .words("Pertanyaan di loket", "Question at the desk"),
      "queryFault": nil, "reasonFault": .words("Tulis keperluan Anda.", "Write your purpose."), "empty": nil,
      "register": "/petugas/peserta/baru",
    ], title: Words("Cari peserta", "Find a member"), section: "/petugas/peserta", wide: true)

  private static let reason = Page(
    "officer/reason",
    [
      "address": "/petugas/peserta/1",
      "faults": Part.faults([Fault("reason", "Tulis keperluan Anda.", "Write your purpose.")]),
    ], title: Words("Untuk keperluan apa?", "For what purpose?"), section: "/petugas/peserta")

  private static let member = Page(
    "officer/member",
    [
      "code": ["address": "/petugas/peserta/1/kode", "key": "k11"],
      "name": "Sri Wahyuni", "status": active, "purpose": .words("Pertanyaan di loket", "Question at the desk"),
      "person": [
        "rows": [
          Part.fact(Words("NIK", "NIK"), "9971 0141 0785 0001"),
          Part.fact(Words("Lahir", "Born"), .day(day(1, 7, 1985))),
          Part.fact(Words("Alamat", "Address"), "Jalan Contoh 1, Desa Rejosari"),
        ]
      ],
      "memberships": [
        [
          "kpj": "2600 0000 017", "employer": "pedagang sayur", "segment": "BPU", "programmes": "JKK, JKM, JHT",
          "from": month(3, 2019), "until": nil, "tag": active,
        ],
        [
          "kpj": "1500 0000 777", "employer": "montir", "segment": "PU", "programmes": "JKK, JKM, JHT, JP",
          "from": month(1, 2015), "until": month(10, 2026), "tag": Part.tag(Words("Berhenti", "Ended"), .neutral),
        ],
      ], "balance": ["amount": rp(48_250_000), "on": .day(day(20))], "hasClaims": true,
      "claims": [
        Part.task(Words("JHT-26-4F7Q2K", "JHT-26-4F7Q2K"), address: "/petugas/klaim/JHT-26-4F7Q2K", tag: waiting)
      ],
      "hasBills": true,
      "bills": .each([10, 9, 8]) { number in
        [
          "month": month(number), "amount": rp(54_800), "due": .day(day(15, number)),
          "tag": Part.tag(Words("Sudah dibayar", "Paid"), .good),
        ]
      }, "hasLinks": true,
      "links": [Part.link(Words("Terima klaim JHT", "Take in a JHT claim"), "/petugas/peserta/1/klaim")],
    ], title: Words("Sri Wahyuni", "Sri Wahyuni"),
    trail: [Page.Link("Cari peserta", "Find a member", "/petugas/peserta")], section: "/petugas/peserta", wide: true)

  private static let books = Page(
    "officer/books",
    [
      "on": .day(day(20)), "sound": Part.tag(Words("1 pemeriksaan tidak cocok", "1 check does not hold"), .bad),
      "chart": Chart(
        Words("Uang di bank per dana", "Money at the bank by fund"),
        columns: (Words("Dana", "Fund"), Words("Jumlah", "Amount")),
        bars: [Chart.Bar(Words("Dana JHT", "JHT fund"), Rupiah(912_400_000))]
      ).model,
      "funds": [
        [
          "name": .words("Dana JHT", "JHT fund"), "debit": rp(912_400_000), "credit": rp(912_400_000), "balanced": true,
          "accounts": [
            ["number": "1100", "name": .words("Bank", "Bank"), "debit": rp(912_400_000), "credit": "–"],
            [
              "number": "2000", "name": .words("Saldo JHT peserta", "Members' JHT"), "debit": "–",
              "credit": rp(912_400_000),
            ],
          ],
        ],
        [
          "name": .words("Dana JKK", "JKK fund"), "debit": rp(14), "credit": rp(0), "balanced": false,
          "accounts": [["number": "1100", "name": .words("Bank", "Bank"), "debit": rp(14), "credit": "–"]],
        ],
      ],
      "checks": [
        Part.task(
          Words("debits equal credits", "debits equal credits"), tag: Part.tag(Words("✓ cocok", "✓ holds"), .good)),
        Part.task(
          Words("members' JHT accounts equal account 2000", "members' JHT accounts equal account 2000"),
          note: Words("Seharusnya Rp 14, ternyata Rp 0", "Expected Rp 14, found Rp 0"),
          tag: Part.tag(Words("✗ tidak cocok", "✗ differs"), .bad)),
      ],
    ], title: Words("Buku besar", "The books"), section: "/petugas/buku", wide: true)

  private static let entries = Page(
    "officer/entries",
    [
      "key": "claim/", "empty": nil,
      "entries": [
        [
          "key": "claim/JHT-26-4F7Q2K/approved", "day": .day(day(20)), "note": "JHT claim JHT-26-4F7Q2K",
          "lines": [
            [
              "account": .words("2000 Saldo JHT peserta", "2000 Members' JHT balances"), "fund": "JHT",
              "debit": rp(48_250_000), "credit": "–",
            ],
            [
              "account": .words("2400 Manfaat terutang", "2400 Benefits payable"), "fund": "JHT", "debit": "–",
              "credit": rp(48_250_000),
            ],
          ],
        ]
      ],
    ], title: Words("Ayat jurnal", "Ledger entries"), trail: [Page.Link("Buku besar", "The books", "/petugas/buku")],
    section: "/petugas/buku", wide: true)

  private static let audit = Page(
    "officer/audit",
    [
      "faults": nil, "query": "", "from": "1/11/2026", "until": "", "empty": nil,
      "verdict": Part.notice(.bad, Words("Jejak rusak", "The trail is broken")), "hasFlaws": true,
      "flaws": ["chain 1, row 12: altered, or out of its place"],
      "rows": [
        [
          "when": .moment(Instant(day(20), hour: 11, minute: 2)), "actor": "Hendra Contoh",
          "act": .words("Menyetujui klaim", "Approved a claim"), "subject": "910512345678901234",
          "detail": "JHT-26-4F7Q2K",
          "reason": "–",
        ],
        [
          "when": .moment(Instant(day(20), hour: 10, minute: 15)), "actor": .words("Bank", "Bank"),
          "act": .words("Menerima pembayaran", "Received payments"), "subject": nil, "detail": "1 received",
          "reason": "–",
        ],
      ],
      "pages": Part.pages(previous: nil, next: "/petugas/audit?sebelum=x", shown: Words("50 baris", "50 rows")),
    ], title: Words("Jejak audit", "Audit trail"), section: "/petugas/audit", wide: true)

  private static let users = Page(
    "officer/users",
    [
      "faults": Part.faults([Fault("login", "Nama pengguna sudah dipakai.", "The user name is taken.")]),
      "notice": Part.notice(.good, Words("wati sudah ditambahkan", "wati is added")),
      "users": [
        [
          "name": "Wati Contoh", "login": "wati", "roles": [.words("Customer Service", "Customer service")],
          "since": .day(day(3)), "id": "7", "closed": false, "actKey": "k12",
        ]
      ], "pages": nil, "key": "k10", "typed": ["name": "", "login": "wati"],
      "choices": [
        ["value": "customerService", "words": .words("Customer Service", "Customer service"), "chosen": true],
        ["value": "finance", "words": .words("Petugas Keuangan", "Finance officer"), "chosen": false],
      ],
    ], title: Words("Pengguna kantor", "Office users"), section: "/petugas/pengguna", wide: true)
}
