import Law
import Programs
import Vocabulary

extension Calculator {
  /// What a month costs, programme by programme, and who bears it.
  static let contribution = Calculator(
    name: "iuran", title: Words("Hitung iuran", "Reckon a contribution"),
    lead: Words("Berapa iuran sebulan, dan siapa yang membayarnya.", "What a month costs, and who pays it."),
    note: Words(
      "Keringanan untuk usaha tertentu tidak ikut dihitung. JKP tidak ditagih tersendiri.",
      "Relief for particular businesses is left out. JKP is never billed by itself."),
    fields: [
      Field(
        "segmen",
        .choice([
          Field.Choice("PU", "Menerima upah dari pemberi kerja (PU)", "Paid a wage by an employer (PU)"),
          Field.Choice("BPU", "Bekerja mandiri (BPU)", "Self-employed (BPU)"),
        ]), Words("Bekerja sebagai apa?", "How do you work?")),
      Field(
        "upah", .money, Words("Upah atau penghasilan sebulan", "Wage or income of a month"), example: "5.000.000"),
      Field(
        "risiko", .choice(RiskClass.allCases.map { Field.Choice(String($0.rawValue), $0.words.capitalized) }),
        Words("Seberapa berisiko pekerjaannya?", "How risky is the work?"),
        hint: Words("Hanya untuk penerima upah.", "For wage earners only."), required: false),
      Field("bulan", .text, Words("Untuk bulan apa?", "For which month?"), example: "11/2026"),
    ],
    usual: { day in
      ["segmen": "PU", "risiko": "1", "bulan": "\(day.monthOfYear)/\(day.year)"]
    },
    reckon: { answers, law in
      guard let wage = answers.rupiah("upah"), let segment = Segment(rawValue: answers.text("segmen")) else {
        throw AnswerFaults([])
      }
      guard let month = answers.month("bulan") else {
        throw AnswerFaults([Fault("bulan", "Tulis bulan dan tahun. Contoh: 11/2026.", "Write month and year: 11/2026.")]
        )
      }
      let riskClass = RiskClass(rawValue: answers.number("risiko") ?? 1) ?? .veryLow
      return try AskedContribution(month: month, segment: segment, base: wage, riskClass: riskClass).reckoned(law)
    })
}

/// The facts of a month's contribution as programs send them.
struct AskedContribution: Codable, Sendable {
  let month: Month
  let segment: Segment
  /// The wage; for self-employed members their income.
  let base: Rupiah
  let riskClass: RiskClass
  /// All that are open to the segment where left out.
  var programmes: [Programme]?
  var paidByBudget: Bool?
  var bornOn: Day?

  func reckoned(_ law: LawBook) throws -> Reckoned {
    let open = ContributionFacts.programmes(of: segment) ?? []
    let chosen = programmes.map { $0.reduce(into: ProgrammeSet()) { $0.formUnion(ProgrammeSet($1)) } }
    let facts = try ContributionFacts(
      segment: segment, programmes: chosen ?? open.subtracting(.jkp), base: base, riskClass: riskClass,
      paidByBudget: paidByBudget ?? false, bornOn: bornOn)
    let (cost, working) = try Tariff(month: month, law: law).explain(facts)
    let employer = Words("dibayar pemberi kerja", "paid by the employer")
    let oneself =
      segment == .wageEarner
      ? Words("dipotong dari upah", "withheld from the wage") : Words("dibayar sendiri", "paid by the member")
    let insurance = segment == .selfEmployed ? oneself : employer
    let lines: [(Programme, Rupiah, Words)] = [
      (.jkk, cost.jkk, insurance), (.jkm, cost.jkm, insurance), (.jht, cost.jhtEmployer, employer),
      (.jht, cost.jhtWorker, oneself), (.jp, cost.jpEmployer, employer), (.jp, cost.jpWorker, oneself),
    ]
    return Reckoned(
      Reckoned.Line(Words("Iuran sebulan", "Contribution of a month"), cost.total),
      lines.filter { $0.1.isPositive }.map { Reckoned.Line($0.0.words, $0.1, note: $0.2) }, working: working,
      lawHash: law.hash)
  }
}
