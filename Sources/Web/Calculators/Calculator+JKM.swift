import Law
import Programs
import Vocabulary

extension Calculator {
  /// What those who are left behind receive.
  static let death = Calculator(
    name: "jkm", title: Words("Hitung manfaat kematian (JKM)", "Reckon the death benefit (JKM)"),
    lead: Words(
      "Berapa yang diterima keluarga kalau peserta meninggal bukan karena kecelakaan kerja.",
      "What the family receives where a member died, not by a work accident."),
    note: Words(
      "Beasiswa anak tidak ikut dihitung. Dianggap iuran dibayar terus sampai meninggal.",
      "The children's scholarship is left out. Contributions are taken as paid up to the death."),
    fields: [
      Field("meninggal", .date, Words("Tanggal meninggal", "Day of death")),
      Field(
        "segmen",
        .choice(
          [.wageEarner, .selfEmployed, .construction].map { (segment: Segment) in
            Field.Choice(segment.rawValue, segment.words)
          }), Words("Peserta sebagai apa?", "Which membership?")),
      Field("mulai", .date, Words("Mulai jadi peserta", "Member since"), example: "1 3 2016"),
      Field("bulan", .number(digits: 1...3), Words("Berapa bulan iuran dibayar?", "How many months were paid?")),
      Field(
        "waris",
        .choice(
          [.spouse, .child, .parent, .sibling].map { (relation: HeirRelation) in
            Field.Choice(relation.rawValue, relation.words.capitalized)
          } + [Field.Choice("tidak ada", "Tidak ada ahli waris", "No heir")]),
        Words("Siapa ahli warisnya?", "Who is the heir?")),
    ],
    usual: { _ in
      ["segmen": Segment.wageEarner.rawValue, "waris": HeirRelation.spouse.rawValue]
    },
    reckon: { answers, law in
      guard let died = answers.day("meninggal"), let segment = Segment(rawValue: answers.text("segmen")),
        let joined = answers.day("mulai"), let months = answers.number("bulan")
      else { throw AnswerFaults([]) }
      return try JKMClaimFacts(
        segment: segment, bornOn: grownUp(before: min(joined, died)), died: died, filed: died,
        cover: CoverFacts(joined: joined), contributedMonths: months,
        survivors: survivors(answers.text("waris"), of: died)
      ).reckoned(law)
    })

  /// A birthday that leaves nobody a minor: the calculators ask for no more than they need.
  static func grownUp(before day: Day) -> Day { day.adding(years: -30) }

  static func survivors(_ relation: String, of died: Day) -> [Survivor] {
    guard let relation = HeirRelation(rawValue: relation) else { return [] }
    return [Survivor(name: "Ahli waris", relation: relation, bornOn: grownUp(before: died))]
  }
}

extension JKMClaimFacts {
  func reckoned(_ law: LawBook) throws -> Reckoned {
    let decision = try JKM.decide(self, law: law)
    switch decision.outcome {
    case .payable(let award): return Reckoned(award, decision.working, decision.lawHash)
    case .refused(let reasons):
      return Reckoned(
        refused: reasons.map { Reckoned.Reason(code: $0.code, words: $0.words) }, working: decision.working,
        lawHash: decision.lawHash)
    }
  }
}

extension Reckoned {
  /// Every line of an award, with who receives and who pays it.
  init(_ award: BenefitAward, _ working: Working, _ lawHash: String) {
    self.init(
      Line(Words("Seluruhnya", "In all"), award.total),
      award.items.map { item in
        Line(
          item.kind.words, item.amount,
          note: Words(
            "untuk \(item.payee.words.indonesian), \(item.payer.words.indonesian)",
            "to \(item.payee.words.english), \(item.payer.words.english)"))
      }, working: working, lawHash: lawHash)
  }
}
