import Vocabulary
import Web

extension Samples {
  static let calculatorPages: [(String, Page)] = [
    (
      "calculators",
      Page(
        "public/calculators",
        [
          "links": [
            Part.link(
              Words("Hitung iuran", "Reckon a contribution"), "/hitung/iuran",
              note: Words("Berapa iuran sebulan", "What a month costs"))
          ]
        ], title: Words("Hitung sendiri", "Reckon it yourself"))
    ),
    ("calculator", calculator(outcome(paid: true), faults: false)),
    ("calculator-refused", calculator(outcome(paid: false), faults: false)),
    ("calculator-faults", calculator(.nothing, faults: true)),
  ]

  private static func calculator(_ outcome: Model, faults: Bool) -> Page {
    Page(
      "public/calculator",
      [
        "title": .words("Hitung iuran", "Reckon a contribution"), "lead": .words("Berapa sebulan?", "How much?"),
        "note": .words("JKP tidak ditagih tersendiri.", "JKP is never billed by itself."),
        "address": "/hitung/iuran",
        "faults": faults
          ? Part.faults([Fault("upah", "“lima” bukan jumlah rupiah.", "“lima” is not an amount of rupiah.")]) : nil,
        "silent": faults
          ? Part.notice(.waiting, Words("Belum dapat dihitung", "This cannot be reckoned"), Words("Belum ada", "None"))
          : nil,
        "outcome": outcome,
        "fields": [
          [
            "part": "parts/field-money", "name": "upah", "id": "f-upah", "label": .words("Upah", "Wage"), "hint": nil,
            "example": "5.000.000", "fault": faults ? .words("“lima” bukan jumlah", "“lima” is no amount") : nil,
            "autocomplete": "off", "described": faults ? "x-upah e-upah" : "x-upah", "required": true, "alone": false,
            "lead": nil, "value": "5.000.000",
          ]
        ],
      ], title: Words("Hitung iuran", "Reckon a contribution"))
  }

  private static func outcome(paid: Bool) -> Model {
    [
      "total": .words("Iuran sebulan", "Contribution of a month"), "amount": rp(462_000), "draft": true,
      "hash": "5f1c2a90bb17", "paid": .flag(paid),
      "lines": [
        [
          "words": .words("Hari tua (JHT)", "Old age (JHT)"), "amount": rp(185_000),
          "note": .words("dibayar pemberi kerja", "paid by the employer"),
        ]
      ],
      "refusals": paid ? [] : [["text": .words("Masa tunggu belum selesai.", "The waiting time is not over.")]],
      "given": ["rows": [Part.fact(Words("Upah", "Wage"), rp(5_000_000))]],
      "working": paid ? working : working.merging(["total": nil]),
    ]
  }
}
