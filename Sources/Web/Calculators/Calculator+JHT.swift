import Law
import Programs
import Vocabulary

extension Calculator {
  /// What JHT pays, with the tax that is withheld.
  static let savings = Calculator(
    name: "jht", title: Words("Hitung klaim JHT", "Reckon a JHT claim"),
    lead: Words(
      "Berapa yang Anda terima dari saldo JHT, sesudah pajak.", "What you receive from JHT savings, after tax."),
    note: Words(
      "Dianggap belum pernah mengambil JHT, data sudah diperbarui, dan semua kepesertaan yang berhenti sudah dilaporkan.",
      "Taken for granted: nothing was paid before, your data are renewed, and every ended membership was reported."),
    fields: [
      Field(
        "sebab", .choice(JHTGround.allCases.map { Field.Choice($0.rawValue, $0.words.capitalized) }),
        Words("Mengapa JHT diambil?", "Why is JHT taken?")),
      Field(
        "segmen", .choice(Segment.allCases.map { Field.Choice($0.rawValue, $0.words) }),
        Words("Peserta sebagai apa?", "Which membership?")),
      Field("lahir", .date, Words("Tanggal lahir", "Birth date"), example: "1 7 1985"),
      Field("mulai", .date, Words("Mulai jadi peserta", "Member since"), example: "1 3 2016"),
      Field(
        "berhenti", .date, Words("Berhenti bekerja", "Work ended"),
        hint: Words("Kosongkan kalau masih bekerja.", "Leave empty if you still work."), required: false),
      Field("diajukan", .date, Words("Tanggal mengajukan", "Day of filing")),
      Field("saldo", .money, Words("Saldo JHT", "JHT balance"), example: "75.000.000"),
      Field(
        "lewat", .choice(ClaimChannel.allCases.map { Field.Choice($0.rawValue, $0.words.capitalized) }),
        Words("Diajukan lewat mana?", "Through which door?")),
    ],
    usual: { day in
      [
        "sebab": JHTGround.resigned.rawValue, "segmen": Segment.wageEarner.rawValue,
        "lewat": ClaimChannel.branch.rawValue, "diajukan": day.description,
      ]
    },
    reckon: { answers, law in
      guard let ground = JHTGround(rawValue: answers.text("sebab")), let balance = answers.rupiah("saldo"),
        let segment = Segment(rawValue: answers.text("segmen")), let joined = answers.day("mulai"),
        let born = answers.day("lahir"), let filed = answers.day("diajukan"),
        let channel = ClaimChannel(rawValue: answers.text("lewat"))
      else { throw AnswerFaults([]) }
      let ended = answers.day("berhenti")
      return try JHTClaimFacts(
        ground: ground, segments: [segment], joined: joined, bornOn: born, workEnded: ended, filed: filed,
        balance: balance, channel: channel, nonActive: ended.map { $0 <= filed } ?? false, dataRenewed: true,
        hasNPWP: true
      ).reckoned(law)
    })
}

extension JHTClaimFacts {
  func reckoned(_ law: LawBook) throws -> Reckoned {
    let decision = try JHT.decide(self, law: law)
    switch decision.outcome {
    case .payable(let sum):
      let rounding = Reckoned.Line(Words("Pembulatan", "Rounding"), sum.rounding)
      return Reckoned(
        Reckoned.Line(Words("Yang diterima", "What is received"), sum.net),
        [
          Reckoned.Line(Words("Saldo yang diambil", "Taken from the savings"), sum.gross),
          Reckoned.Line(Words("Pajak (PPh 21)", "Income tax"), sum.tax),
        ] + (sum.rounding.isZero ? [] : [rounding]), working: decision.working, lawHash: decision.lawHash)
    case .refused(let reasons):
      return Reckoned(
        refused: reasons.map { Reckoned.Reason(code: $0.code, words: $0.words) }, working: decision.working,
        lawHash: decision.lawHash)
    }
  }
}
