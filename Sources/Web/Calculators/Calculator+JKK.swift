import Law
import Programs
import Vocabulary

extension Calculator {
  /// What a work accident pays, by how it ended. The parts of the body are those of the table in `law/`.
  static func accident(_ law: LawBook) -> Calculator {
    let parts = (try? law[JKK.bodyParts].history.last?.value) ?? []
    return Calculator(
      name: "jkk", title: Words("Hitung santunan kecelakaan kerja (JKK)", "Reckon a work accident (JKK)"),
      lead: Words(
        "Berapa santunan sesudah kecelakaan kerja. Biaya berobat ditanggung di luar hitungan ini.",
        "What is paid after a work accident. Treatment is covered besides."),
      note: Words(
        "Dianggap pekerja terdaftar, upahnya dilaporkan benar, iuran lunas, dan kecelakaan dilaporkan pada waktunya. "
          + "Beasiswa anak tidak ikut dihitung.",
        "Taken for granted: registered, wage reported as it is, contributions paid, accident reported in time. The "
          + "children's scholarship is left out."),
      fields: accidentFields(parts),
      usual: { _ in
        ["segmen": Segment.wageEarner.rawValue, "akhir": JKK.Condition.recovered.rawValue, "hari": "0"]
      },
      reckon: { answers, law in try accidentFacts(answers, parts).reckoned(law) })
  }

  private static func accidentFields(_ parts: [JKK.BodyPart]) -> [Field] {
    [
      Field("tanggal", .date, Words("Tanggal kecelakaan", "Day of the accident")),
      Field(
        "segmen",
        .choice(
          [.wageEarner, .selfEmployed].map { (segment: Segment) in
            Field.Choice(segment.rawValue, segment.words)
          }), Words("Peserta sebagai apa?", "Which membership?")),
      Field(
        "upah", .money, Words("Upah atau penghasilan sebulan", "Wage or income of a month"), example: "4.000.000"),
      Field(
        "hari", .number(digits: 1...4),
        Words("Berapa hari tidak dapat bekerja?", "How many days off work?"),
        hint: Words("Menurut surat dokter, dihitung dari hari kecelakaan.", "By the doctor's word, from that day on.")),
      Field(
        "akhir",
        .choice([
          Field.Choice(JKK.Condition.recovered.rawValue, "Sembuh", "Recovered"),
          Field.Choice(JKK.Condition.partialDisability.rawValue, "Cacat sebagian", "Lasting partial disability"),
          Field.Choice(
            JKK.Condition.totalDisability.rawValue, "Cacat total, tidak bisa bekerja lagi", "Total disability"),
          Field.Choice(JKK.Condition.died.rawValue, "Meninggal", "Died"),
        ]), Words("Bagaimana akhirnya?", "How did it end?")),
      Field(
        "bagian",
        .choice(
          parts.enumerated().filter { $0.element.isPlain }.map { index, part in
            Field.Choice(String(index), Words(part.indonesian, part.english).capitalized)
          }), Words("Bagian tubuh yang hilang", "Part of the body that is lost"),
        hint: Words("Hanya untuk cacat sebagian.", "For a partial disability only."), required: false),
    ]
  }

  private static func accidentFacts(_ answers: Answers, _ parts: [JKK.BodyPart]) throws -> JKKClaimFacts {
    guard let event = answers.day("tanggal"), let segment = Segment(rawValue: answers.text("segmen")),
      let wage = answers.rupiah("upah"), let days = answers.number("hari"),
      let condition = JKK.Condition(rawValue: answers.text("akhir"))
    else { throw AnswerFaults([]) }
    let part = answers.number("bagian").flatMap { parts.indices.contains($0) ? parts[$0] : nil }
    if condition == .partialDisability, part == nil {
      throw AnswerFaults([Fault("bagian", "Pilih bagian tubuhnya.", "Choose the part of the body.")])
    }
    let last = event.adding(days: max(0, days - 1))
    let joined = event.adding(years: -1)
    return JKKClaimFacts(
      segment: segment, bornOn: grownUp(before: event), event: event, filed: last, cover: CoverFacts(joined: joined),
      employer: segment == .wageEarner ? JKKEmployerFacts(reported: event) : nil, reportedWage: .monthly(wage),
      timeOff: days > 0 ? [JKK.TimeOff(from: event, through: last)] : [], condition: condition, ended: last,
      endReported: last,
      losses: condition == .partialDisability ? part.map { [JKK.Loss($0.part, side: $0.side)] } ?? [] : [],
      survivors: condition == .died ? survivors(HeirRelation.spouse.rawValue, of: last) : [])
  }
}

extension JKK.BodyPart {
  /// Lost whole, at one share: nothing more need be asked.
  fileprivate var isPlain: Bool { per == .whole && least == most }

  fileprivate var english: String { side == .either ? part : "\(part) (\(side.rawValue))" }
}

extension JKKClaimFacts {
  func reckoned(_ law: LawBook) throws -> Reckoned {
    let decision = try JKK.decide(self, law: law)
    switch decision.outcome {
    case .payable(let award): return Reckoned(award, decision.working, decision.lawHash)
    case .refused(let reasons):
      return Reckoned(
        refused: reasons.map { Reckoned.Reason(code: $0.code, words: $0.words) }, working: decision.working,
        lawHash: decision.lawHash)
    }
  }
}
