import Law
import Programs
import Vocabulary

extension Calculator {
  /// What a construction project owes, once.
  static let project = Calculator(
    name: "proyek", title: Words("Hitung iuran proyek bangunan", "Reckon a construction project"),
    lead: Words(
      "Iuran sekali bayar untuk semua pekerja proyek, dari nilai kontrak.",
      "One payment for all workers of a project, by the value of the contract."),
    note: Words(
      "Berlaku kalau upah para pekerja tidak diketahui.", "This holds where the workers' wages are not known."),
    fields: [
      Field("nilai", .money, Words("Nilai kontrak", "Value of the contract"), example: "1.110.000.000"),
      Field("ppn", .yesNo, Words("Apakah sudah termasuk PPN?", "Does that include value added tax (PPN)?")),
      Field("didaftarkan", .date, Words("Tanggal proyek didaftarkan", "Day of registration")),
    ],
    usual: { day in ["ppn": "ya", "didaftarkan": day.description] },
    reckon: { answers, law in
      guard let value = answers.rupiah("nilai"), let day = answers.day("didaftarkan") else { throw AnswerFaults([]) }
      return try AskedProject(contractValue: value, includesVAT: answers.isYes("ppn"), registered: day).reckoned(law)
    })
}

/// The facts of a construction project as programs send them.
struct AskedProject: Codable, Sendable {
  let contractValue: Rupiah
  let includesVAT: Bool
  let registered: Day

  func reckoned(_ law: LawBook) throws -> Reckoned {
    let owed = try Construction.contribution(
      contractValue: contractValue, includesVAT: includesVAT, registered: registered, law: law)
    return Reckoned(
      Reckoned.Line(Words("Iuran proyek", "Contribution of the project"), owed.total),
      [
        Reckoned.Line(Programme.jkk.words, owed.jkk), Reckoned.Line(Programme.jkm.words, owed.jkm),
      ], working: owed.working, lawHash: law.hash)
  }
}
