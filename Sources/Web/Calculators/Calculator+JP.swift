import Law
import Programs
import Vocabulary

extension Calculator {
  /// What JP pays: a pension every month, or everything at once.
  static let pension = Calculator(
    name: "jp", title: Words("Hitung manfaat pensiun (JP)", "Reckon a pension (JP)"),
    lead: Words("Berapa pensiun sebulan, atau yang dibayar sekaligus.", "What is paid each month, or at once."),
    note: Words(
      "Iuran dianggap dibayar berurutan sejak mulai peserta, dengan upah yang sama. Ahli waris: janda atau duda.",
      "Contributions are taken as paid in a row from joining, on the same wage. The survivor is a spouse."),
    fields: [
      Field(
        "manfaat", .choice(JPBenefit.allCases.map { Field.Choice($0.rawValue, $0.words.capitalized) }),
        Words("Manfaat yang mana?", "Which benefit?")),
      Field("lahir", .date, Words("Tanggal lahir", "Birth date"), example: "1 7 1966"),
      Field("mulai", .date, Words("Mulai jadi peserta JP", "Member of JP since"), example: "1 7 2015"),
      Field("bulan", .number(digits: 1...3), Words("Berapa bulan iuran dibayar?", "How many months were paid?")),
      Field(
        "rata", .money, Words("Upah rata-rata sebulan", "Average wage of a month"), example: "5.000.000"),
      Field(
        "kejadian", .date, Words("Tanggal cacat atau meninggal", "Day of the disability or death"),
        hint: Words("Kosongkan untuk pensiun hari tua.", "Leave empty for old age."), required: false),
      Field(
        "saldo", .money, Words("Iuran JP dan hasilnya", "JP contributions and what they earned"),
        hint: Words("Dipakai kalau dibayar sekaligus.", "It counts where all is paid at once."), required: false),
    ],
    usual: { _ in ["manfaat": JPBenefit.oldAge.rawValue] },
    reckon: { answers, law in
      guard let benefit = JPBenefit(rawValue: answers.text("manfaat")), let born = answers.day("lahir"),
        let joined = answers.day("mulai"), let months = answers.number("bulan"), let wage = answers.rupiah("rata")
      else { throw AnswerFaults([]) }
      let event = benefit == .oldAge ? nil : answers.day("kejadian")
      let reached = try JP.retirementDay(bornOn: born, law: law).day
      return try JPClaimFacts(
        benefit: benefit, bornOn: born, joined: joined, filed: event ?? max(reached, joined), event: event,
        years: try years(of: months, from: joined.month, wage: wage), balance: answers.rupiah("saldo") ?? .zero,
        survivors: JPSurvivors(hasSpouse: benefit == .survivors)
      ).reckoned(law)
    })

  /// One row a year, for so many months in a row.
  private static func years(of months: Int, from first: Month, wage: Rupiah) throws -> [JPYear] {
    // More than this times the months of a year is no wage, and could not be counted.
    guard wage <= Rupiah(10_000_000_000) else { throw FactsError.implausibleAmount(wage) }
    let all = Dictionary(grouping: (0..<months).map { first.adding($0).year }, by: \.self)
    return all.sorted { $0.key < $1.key }.map { year, months in
      JPYear(year: year, months: months.count, wages: wage * Int64(months.count))
    }
  }
}

extension JPClaimFacts {
  func reckoned(_ law: LawBook) throws -> Reckoned {
    let decision = try JP.decide(self, law: law)
    switch decision.outcome {
    case .pension(let pension):
      let receiver = pension.receiver.words
      return Reckoned(
        Reckoned.Line(Words("Pensiun sebulan", "Pension of a month"), pension.monthly),
        pension.shares.map { share in
          Reckoned.Line(
            receiver, share,
            note: Words(
              "mulai \(pension.from.spelled(in: .indonesian))", "from \(pension.from.spelled(in: .english))"))
        }, working: decision.working, lawHash: decision.lawHash)
    case .lumpSum(let sum):
      let all = Reckoned.Line(Words("Dibayar sekaligus", "Paid at once"), sum)
      return Reckoned(all, [all], working: decision.working, lawHash: decision.lawHash)
    case .refused(let reasons):
      return Reckoned(
        refused: reasons.map { Reckoned.Reason(code: $0.code, words: $0.words) }, working: decision.working,
        lawHash: decision.lawHash)
    }
  }
}
