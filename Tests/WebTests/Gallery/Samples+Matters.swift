import Vocabulary
import Web

extension Samples {
  static let matters = Page(
    "officer/matters",
    [
      "faults": Part.faults([
        Fault("reason-0", "Tulis siapa di bank yang menjawab.", "Write who at the bank answered.")
      ]),
      "notice": nil, "empty": nil,
      "rows": [
        [
          "number": "0", "matter": "m1", "place": "B-1", "noted": .moment(Instant(day(13), hour: 14, minute: 3)),
          "amount": rp(1_250_000),
          "words": .words(
            "Bank menolak pembayaran JHT-26-000001-1, lalu melaporkannya terbayar. Tanyakan ke bank.",
            "The bank rejected payment JHT-26-000001-1, and now says that it was made. Ask the bank."),
          "form": [
            "key": "k9",
            "outcomes": [
              ["value": "paid-after-all", "words": .words("Ternyata sudah dibayar", "It was paid after all")],
              ["value": "nothing", "words": .words("Tidak ada uang yang bergerak", "No money moved")],
            ], "typed": "ya",
          ],
        ]
      ],
    ], title: Words("Perkara dengan bank", "Matters with the bank"), section: "/petugas/perkara", wide: true)

  static let batchFiles: Model = [
    "order": "/petugas/pembayaran/41/berkas",
    "upload": [
      "address": "/petugas/pembayaran/41/jawaban",
      "field": [
        "id": "f-file", "name": "file", "label": .words("Berkas XML dari bank", "The bank's XML file"),
        "accept": ".xml",
        "required": true, "alone": false, "lead": nil, "hint": nil, "example": nil, "fault": nil, "kept": nil,
        "described": nil,
      ],
    ],
  ]

  static let code = Page(
    "officer/code",
    [
      "code": "ABCD-EFGH-JKMN", "login": "wati", "until": .moment(Instant(day(22), hour: 9, minute: 0)),
      "where": "/masuk/kode",
    ], title: Words("Kode sekali pakai", "One-time code"))

  static let asks: Model = [
    [
      "fact": .words("Siapa Anda", "Who you are"), "holder": nil,
      "papers": .words("KTP; atau surat pengganti", "Card; or letter in its place"),
    ],
    ["fact": .words("Kepesertaan", "Membership"), "papers": nil, "holder": .words("Sudah ada", "We have it")],
  ]
}
