import Vocabulary
import Web

/// A page of each template with invented people, as full as it gets: every optional part is there.
enum Samples {
  static let all: [String: Page] = Dictionary(
    publicPages + requirementPages + calculatorPages + memberPages + employerPages + officerPages
  ) { first, _ in first }

  static let today = TestSite.day

  static func day(_ day: Int, _ month: Int = 11, _ year: Int = 2026) -> Day { Day(year, month, day) ?? today }
  static func rp(_ amount: Int64) -> Model { .money(Rupiah(amount)) }
  static func month(_ number: Int, _ year: Int = 2026) -> Model { .month(Month(year: year, month: number)) }

  static let active = Part.tag(Words("Aktif", "Active"), .good)
  static let waiting = Part.tag(Words("Menunggu", "Waiting"), .waiting)
  static let draft = Part.tag(Words("Draf", "Draft"), .draft)
  static let missing = Part.tag(Words("Belum ada", "Missing"), .bad)
  static let complete = Part.tag(Words("Lengkap", "Complete"), .good)

  static let logins: Model = [
    "logins": [
      [
        "who": .words("Sri Wahyuni, pedagang sayur", "Sri Wahyuni, sells vegetables"), "login": "sri",
        "password": "sayur-segar",
      ],
      ["who": "PT Angin Timur Contoh", "login": "angin", "password": "angin-timur"],
    ]
  ]

  static let publicPages: [(String, Page)] = [
    (
      "start",
      Page(
        "public/start", ["samples": logins, "days": 3],
        title: Words("Jaminan kerja Anda, tanpa perantara", "Your work insurance, without agents"))
    ),
    (
      "login",
      Page(
        "public/login",
        [
          "faults": Part.faults([
            Fault(
              "account", "Nama atau kata sandi belum cocok. Coba lagi.", "Name or password do not match. Try again.")
          ]), "account": "0812 3456 7890", "back": "/anggota", "address": "/masuk", "samples": logins,
        ], title: Words("Masuk", "Sign in"))
    ),
    (
      "account",
      Page(
        "public/account",
        [
          "title": .words("Kata sandi baru", "A new password"), "address": "/masuk/kode", "key": "k1",
          "lead": .words("Pakai kode dari petugas.", "Use the officer's code."),
          "faults": Part.faults([Fault("code", "Kode tidak cocok.", "The code does not match.")]),
          "fields": [
            [
              "part": "parts/field-text", "name": "code", "id": "f-code", "label": .words("Kode", "Code"), "hint": nil,
              "example": nil, "fault": .words("Kode tidak cocok.", "The code does not match."), "autocomplete": "off",
              "described": "e-code", "required": true, "alone": false, "lead": nil, "value": "", "type": "text",
              "mode": "text", "width": "full",
            ]
          ],
        ], title: Words("Kata sandi baru", "A new password"))
    ),
    (
      "help",
      Page(
        "public/help",
        ["branch": "Kantor Cabang Jambi", "lines": [["text": "Jalan Contoh Nomor 1"]], "age": 56, "years": 10],
        title: Words("Bantuan", "Help"))
    ),
    (
      "rules",
      Page(
        "public/rules",
        [
          "links": [Part.link(Words("Jaminan Hari Tua (JHT)", "Old-age savings (JHT)"), "/aturan/jht")],
          "hash": "5f1c2a90bb17",
        ],
        title: Words("Aturan dan angka", "Rules and numbers"))
    ),
    (
      "rule",
      Page(
        "public/rule",
        [
          "title": .words("Usia pensiun", "Retirement age"), "text": "56 tahun\n  PP 46/2015, pasal 26",
          "day": "2026-11-20", "draft": true,
        ],
        title: Words("Usia pensiun", "Retirement age"), wide: true)
    ),
    (
      "genuine",
      Page(
        "public/genuine",
        [
          "code": "NAUNGAN KPJ/26900012345 2026-01-05 5C0E9A41B7D2F683",
          "verdict": Part.notice(.good, Words("Kode ini asli", "This code is genuine")),
        ], title: Words("Periksa surat atau kartu", "Check a letter or card"))
    ),
    (
      "error-404",
      Page(
        "error",
        [
          "status": "404", "title": .words("Halaman tidak ditemukan", "Page not found"),
          "text": .words(Refusal.notFound.detail), "faults": [], "trace": "5f1c", "isOurs": false,
        ], title: Words("Halaman tidak ditemukan", "Page not found"))
    ),
    (
      "error-500",
      Page(
        "error",
        [
          "status": "500", "title": .words(Refusal.unforeseen.title), "text": .words(Refusal.unforeseen.detail),
          "faults": [["words": .words("Coba lagi nanti.", "Try again later.")]],
          "trace": "0af7651916cd43dd8448eb211c80319c", "isOurs": true,
        ], title: Refusal.unforeseen.title)
    ),
  ]

  static let working = Part.working(
    [
      Part.reckoned(
        Words("Iuran yang masuk", "Contributions paid in"), rp(41_040_000), article: "PP 46/2015 pasal 22", draft: false
      ),
      Part.reckoned(
        Words("Hasil pengembangan", "Returns"), rp(7_210_000), article: "PP 46/2015 pasal 24", draft: false),
      Part.reckoned(
        Words("Pajak: tidak ada di bawah Rp 50.000.000", "Tax: none below Rp 50.000.000"), rp(0),
        article: "PP 68/2009 pasal 5", draft: true),
    ], total: Words("Dibayarkan", "Payable"), rp(48_250_000))

  static let history: Model = [
    "steps": [
      Part.step(
        Words("Klaim diterima", "Claim received"), .done, when: .moment(Instant(day(17), hour: 9, minute: 12)),
        note: Words("Lewat HP", "By phone")),
      Part.step(
        Words("Berkas lengkap", "Papers complete"), .done, when: .moment(Instant(day(18), hour: 14, minute: 5)),
        note: Words("Dicocokkan oleh Dewi Lestari", "Checked by Dewi Lestari")),
      Part.step(
        Words("Diputuskan", "Decided"), .now, when: .words("Paling lambat 23 November 2026", "By 23 November 2026")),
      Part.step(Words("Dibayar ke rekening Anda", "Paid to your account"), .later),
    ]
  ]
}
