import Vocabulary
import Web

extension Samples {
  static let requirementPages: [(String, Page)] = [
    (
      "requirement-kinds",
      Page(
        "public/requirement-kinds",
        ["links": [Part.link(Words("Jaminan Hari Tua (JHT)", "Old-age savings (JHT)"), "/syarat/jht")]],
        title: Words("Syarat klaim", "What to bring"))
    ),
    (
      "requirements",
      Page(
        "public/requirements",
        [
          "title": .words("Jaminan Hari Tua", "Old-age savings"), "draft": true, "day": "2026-11-20", "on": .day(today),
          "source": .words("Permenaker 4/2022", "Permenaker 4/2022"),
          "questions": [
            ["only": ["name": "lewat", "value": "branch"], "ask": nil],
            [
              "only": nil,
              "ask": [
                "name": "sebab", "words": .words("Mengapa klaim?", "Why is it claimed?"),
                "choices": [["value": "resigned", "words": .words("Mengundurkan diri", "Resigned"), "chosen": true]],
              ],
            ],
          ],
          "bring": [
            [
              "fact": .words("Kematian", "The death"), "several": true, "holder": nil,
              "note": .words("Cap jempol sah", "A thumbprint will do"),
              "papers": [
                [
                  "words": .words("Akta kematian", "Death certificate"), "issuer": .words("Dukcapil", "Registry"),
                  "validity": .words("Sampai terbit", "Until issued"),
                ]
              ],
            ]
          ],
          "held": [
            [
              "fact": .words("Upah", "The wage"), "several": false, "papers": [], "note": nil,
              "holder": .words("Kami minta dari perusahaan", "We ask the employer for it"),
            ]
          ],
        ], title: Words("Jaminan Hari Tua", "Old-age savings"))
    ),
  ]
}
