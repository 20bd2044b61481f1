import Vocabulary
import Web

extension Samples {
  static let employerPages: [(String, Page)] = [
    ("employer-home", employerHome), ("employer-workers", workers), ("employer-bill", employerBill),
    ("employer-upload", upload), ("employer-upload-good", uploadGood),
  ]

  private static let employerHome = Page(
    "employer/home",
    [
      "name": "PT Angin Timur Contoh", "npp": "AB12C345 001", "status": Part.tag(Words("Patuh", "Compliant"), .good),
      "notices": [
        Part.notice(.good, Words("Iuran Oktober sudah diterima", "October's contributions have arrived"))
      ],
      "due": [
        "amount": rp(18_742_350), "month": month(11), "by": .day(day(15, 12)), "address": "/perusahaan/tagihan",
        "late": false,
      ],
      "figures": [
        Part.figure(Words("Pekerja", "Workers"), 42),
        Part.figure(Words("Upah sebulan", "Monthly wages"), rp(215_400_000)),
      ],
      "tasks": [
        Part.task(
          Words("Laporkan perubahan upah November", "Report November's wages"),
          note: Words("Sebelum tanggal 10", "Before the 10th"), address: "/perusahaan/unggah",
          tag: Part.tag(Words("Belum", "To do"), .waiting)),
        Part.task(
          Words("Laporkan pekerja yang berhenti", "Report leavers"), address: "/perusahaan/berhenti",
          tag: Part.tag(Words("Selesai", "Done"), .good)),
      ],
      "links": [
        Part.link(Words("Tambah pekerja", "Add a worker"), "/perusahaan/pekerja/baru"),
        Part.link(Words("Pekerja berhenti", "A worker leaves"), "/perusahaan/berhenti"),
        Part.link(
          Words("Unggah daftar upah", "Upload the wage list"), "/perusahaan/unggah",
          note: Words("CSV atau Excel", "CSV or Excel")),
      ],
    ], title: Words("PT Angin Timur Contoh", "PT Angin Timur Contoh"), section: "/perusahaan")

  private static let names = ["Sri Wahyuni", "Agus Prasetyo", "Ni Made Ayu Contoh", "Yohanes Tabuni"]

  private static let workers = Page(
    "employer/workers",
    [
      "count": 42, "query": "", "empty": nil,
      "workers": .each(names.enumerated()) { index, name in
        [
          "name": .text(name), "nik": "9971••••••••000\(index + 1)", "kpj": "26 9000 1234\(index)",
          "wage": rp(5_400_000 + Int64(index) * 250_000), "since": month(3, 2019 + index),
          "programmes": "JKK, JKM, JHT, JP", "tag": index == 2 ? waiting : active,
          "address": "/perusahaan/pekerja/\(index)",
        ]
      },
      "pages": Part.pages(
        previous: "/perusahaan/pekerja", next: "/perusahaan/pekerja?cursor=x",
        shown: Words("1–4 dari 42", "1–4 of 42")),
    ], title: Words("Pekerja", "Workers"), section: "/perusahaan/pekerja", wide: true)

  private static let employerBill = Page(
    "employer/bill",
    [
      "month": month(11), "amount": rp(18_742_350), "due": .day(day(15, 12)),
      "status": Part.tag(Words("Belum dibayar", "Not paid yet"), .waiting), "paid": nil,
      "va": ["spaced": "9899 9110 0000 0042", "bank": "Bank Contoh"],
      "programmes": [
        ["words": "JKK", "employer": rp(516_960), "worker": "–", "amount": rp(516_960)],
        ["words": "JHT", "employer": rp(7_969_800), "worker": rp(4_308_000), "amount": rp(12_277_800)],
      ],
      "lines": .each(names.enumerated()) { index, name in
        [
          "name": .text(name), "kpj": "26 9000 1234\(index)", "wage": rp(5_400_000), "jkk": "12.960", "jkm": "16.200",
          "jht": "307.800", "jp": "162.000", "amount": rp(498_960),
        ]
      }, "download": "/perusahaan/tagihan/2026-11.csv", "sandbox": ["address": "/x", "key": "k2"],
    ], title: Words("Tagihan November 2026", "Bill November 2026"),
    back: Page.Link("Beranda", "Home", "/perusahaan"), section: "/perusahaan/tagihan", wide: true)

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
          "line": "17", "place": "NIK",
          "words": .words("NIK harus 16 angka. Yang Anda tulis 15 angka.", "A NIK has 16 digits. You wrote 15."),
        ],
      ], "more": "1", "confirm": nil, "example": "/perusahaan/contoh.csv",
    ], title: Words("Hasil periksa berkas", "What we found in the file"), section: "/perusahaan/unggah")

  private static let uploadGood = Page(
    "employer/upload",
    [
      "filename": "upah-november.csv", "rows": 42, "good": 42, "bad": 0, "total": rp(215_400_000), "hasFaults": false,
      "faults": [], "more": nil,
      "confirm": [
        "address": "/perusahaan/unggah/simpan", "key": "k3",
        "words": .words("42 upah akan berlaku mulai November 2026.", "42 wages will count from November 2026."),
      ], "example": "/perusahaan/contoh.csv",
    ], title: Words("Hasil periksa berkas", "What we found in the file"))
}
