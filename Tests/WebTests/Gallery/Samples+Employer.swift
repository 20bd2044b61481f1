import Vocabulary
import Web

extension Samples {
  static let employerPages: [(String, Page)] = [
    ("employer-home", employerHome), ("employer-welcome", employerWelcome), ("employer-workers", workers),
    ("employer-worker", worker), ("employer-bills", employerBills), ("employer-bill", employerBill),
    ("employer-choose", choose), ("employer-upload", upload), ("employer-upload-good", uploadGood),
    ("employer-sent", sent),
  ]

  private static let employerVA: Model = ["spaced": "9899 9110 0000 0042", "bank": "Bank Contoh"]

  private static let employerHome = Page(
    "employer/home",
    [
      "name": "PT Angin Timur Contoh", "npp": "AB12C345 001", "status": Part.tag(Words("Patuh", "Compliant"), .good),
      "notices": [
        Part.notice(.good, Words("Iuran Oktober sudah diterima", "October's contributions have arrived"))
      ],
      "due": due.merging(["amount": rp(18_742_350), "late": false]),
      "figures": [
        Part.figure(Words("Pekerja", "Workers"), 42),
        Part.figure(Words("Upah sebulan", "Monthly wages"), rp(215_400_000)),
      ],
      "links": [
        Part.link(Words("Tambah pekerja", "Add a worker"), "/perusahaan/pekerja/baru"),
        Part.link(Words("Unggah daftar", "Upload a list"), "/perusahaan/unggah", note: Words("CSV", "CSV")),
      ],
    ], title: Words("PT Angin Timur Contoh", "PT Angin Timur Contoh"), section: "/perusahaan")

  private static let employerWelcome = Page(
    "employer/welcome",
    [
      "name": "PT Angin Timur Contoh", "npp": "AB12C345 001", "va": employerVA,
      "programmes": [["words": .words("Kecelakaan kerja (JKK)", "Work accidents (JKK)")]], "day": 15,
    ], title: Words("Perusahaan terdaftar", "Company registered"))

  private static let names = ["Sri Wahyuni", "Agus Prasetyo", "Ni Made Ayu Contoh", "Yohanes Tabuni"]

  private static let workers = Page(
    "employer/workers",
    [
      "count": 42, "query": "", "empty": nil,
      "workers": .each(names.enumerated()) { index, name in
        [
          "name": .text(name), "nik": "9971••••••••000\(index + 1)", "kpj": "26 9000 1234\(index)",
          "wage": rp(5_400_000 + Int64(index) * 250_000), "since": .day(day(1, 3, 2019 + index)),
          "tag": index == 2 ? waiting : active, "address": "/perusahaan/pekerja/\(index)",
        ]
      },
      "pages": Part.pages(
        previous: "/perusahaan/pekerja", next: "/perusahaan/pekerja?halaman=3",
        shown: Words("51–100 dari 142", "51–100 of 142")),
    ], title: Words("Pekerja", "Workers"), section: "/perusahaan/pekerja", wide: true)

  private static let worker = Page(
    "employer/worker",
    [
      "name": "Sri Wahyuni", "status": active,
      "rows": [Part.fact(Words("Upah sebulan", "Monthly wage"), rp(5_400_000))],
      "open": ["wage": "/perusahaan/pekerja/26900012340/upah", "leave": "/perusahaan/pekerja/26900012340/berhenti"],
    ], title: Words("Sri Wahyuni", "Sri Wahyuni"), section: "/perusahaan/pekerja")

  private static let employerBills = Page(
    "employer/bills",
    ["due": due.merging(["more": 2]), "va": employerVA, "deposit": rp(10_000), "bills": billRows, "empty": nil],
    title: Words("Tagihan", "Bills"), section: "/perusahaan/tagihan")

  private static let employerBill = Page(
    "employer/bill",
    [
      "month": month(11), "amount": rp(18_742_350), "due": .day(day(15, 12)), "isOpen": true, "paid": nil,
      "status": Part.tag(Words("Belum dibayar", "Not paid yet"), .waiting), "va": employerVA,
      "deposit": ["amount": rp(10_000), "left": rp(18_732_350)], "others": ["count": 2, "total": rp(37_484_700)],
      "programmes": [
        ["words": "JKK", "employer": rp(516_960), "worker": "–", "amount": rp(516_960)],
        ["words": "JHT", "employer": rp(7_969_800), "worker": rp(4_308_000), "amount": rp(12_277_800)],
      ],
      "lines": .each(names.enumerated()) { index, name in
        [
          "name": .text(name), "kpj": "26 9000 1234\(index)", "wage": rp(5_400_000), "jkk": "12.960", "jkm": "16.200",
          "jht": "307.800", "jp": "162.000", "amount": rp(498_960),
        ]
      }, "more": 38, "download": "/perusahaan/tagihan/2026-11/daftar", "letter": "/perusahaan/tagihan/2026-11/surat",
      "sandbox": sandbox,
    ], title: Words("Tagihan November 2026", "Bill November 2026"),
    back: Page.Link("Beranda", "Home", "/perusahaan"), section: "/perusahaan/tagihan", wide: true)

  private static let choose = Page(
    "employer/choose",
    [
      "faults": Part.faults([Fault("file", "Pilih berkasnya dulu.", "Choose the file first.")]),
      "field": [
        "name": "file", "id": "f-file", "label": .words("Berkas CSV", "CSV file"), "hint": nil, "example": nil,
        "fault": .words("Pilih berkasnya dulu.", "Choose the file first."), "described": "e-file", "required": true,
        "alone": false, "lead": nil, "accept": ".csv", "kept": nil,
      ],
    ], title: Words("Unggah daftar pekerja", "Upload a list of workers"), section: "/perusahaan/unggah")

  private static let upload = Page(
    "employer/upload",
    [
      "filename": "upah-november.csv", "rows": 42, "good": 39, "bad": 3, "total": rp(215_400_000), "hasFaults": true,
      "faults": [
        [
          "line": "12", "place": .words("Upah", "Wage"),
          "words": .words(
            "“lima juta” bukan jumlah rupiah. Contoh: 5.000.000.", "“lima juta” is not an amount of rupiah."),
        ],
        [
          "line": nil, "place": .words("Berkas", "File"),
          "words": .words("Semua NIK berakhir dengan 0.", "Every NIK ends in 0."),
        ],
      ], "more": "1", "hasWarnings": true,
      "warnings": [
        ["line": "7", "words": .words("Tanggal lahir berbeda dari NIK.", "The birth date differs from the NIK.")]
      ],
      "confirm": nil,
    ], title: Words("Hasil periksa berkas", "What we found in the file"), section: "/perusahaan/unggah")

  private static let uploadGood = Page(
    "employer/upload",
    [
      "filename": "upah-november.csv", "rows": 42, "good": 42, "bad": 0, "total": rp(215_400_000), "hasFaults": false,
      "faults": [], "more": nil, "hasWarnings": false, "warnings": [],
      "confirm": [
        "address": "/perusahaan/unggah/kirim", "key": "k3", "list": "eA", "filename": "upah-november.csv", "joins": 3,
        "leaves": 1, "wages": 38,
      ],
    ], title: Words("Hasil periksa berkas", "What we found in the file"))

  private static let sent = Page(
    "employer/sent",
    [
      "joins": 1, "leaves": 2, "wages": 3, "hasJoined": true,
      "joined": [["name": "Sri Wahyuni", "kpj": "2690 0012 340"]],
    ], title: Words("Daftar sudah disimpan", "The list is saved"))
}
