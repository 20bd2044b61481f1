import Formats
import Law
import Programs
import Vocabulary

/// The branch's paper: what every letter has in common, and how facts are worded on it.
struct Stationery {
  let branch: Branch
  let law: LawBook
  let code: PaperCode
  let language: Language

  func say(_ indonesian: String, _ english: String) -> String { Words(indonesian, english).text(in: language) }
  func say(_ words: Words) -> String { words.text(in: language) }
  func day(_ day: Day) -> String { day.spelled(in: language) }

  /// A letter on the branch's paper. Its moment of creation is that of `day`, so that the same letter is the same
  /// bytes.
  func letter(
    _ reference: String, on day: Day, to recipient: [String], about subject: String, _ body: [Letter.Block],
    signedBy signatory: Letter.Signatory? = nil
  ) -> Letter {
    Letter(
      letterhead: .init(office: branch.name, lines: branch.address), place: branch.city, day: day,
      created: Instant(day),
      reference: reference, recipient: recipient.filter { !$0.isEmpty }, subject: subject, body: body,
      closing: say("Hormat kami,", "Yours sincerely,"),
      signatories: [signatory ?? .init(name: branch.name, role: say("dibuat oleh sistem", "made by the system"))],
      footer: say(
        "Tanyakan surat ini di kantor kami atau kepada petugas. Semua layanan kami tidak dipungut biaya.",
        "Ask about this letter at our office. All our services are free of charge."),
      code: .init(
        text: code.text(reference, on: day),
        caption: say(
          "Pindai kode ini di kantor kami untuk memeriksa keaslian surat.",
          "Have this code scanned at our office to check that the letter is genuine.")),
      language: language)
  }

  func recipient(_ person: Person) -> [String] { [person.name, person.address, person.village] }

  /// `BRI •••• 9012`: enough to know one's own account by, too little for anybody else.
  func account(_ bank: BankAccount) -> String {
    "\(Bank.named[bank.code] ?? bank.code) •••• \(bank.number.suffix(4))"
  }
}

extension Stationery {
  /// How an amount was worked out: each step with its article, and a mark on what a legal officer must still check.
  func working(_ steps: Working, total: (Words, Rupiah)) -> [Letter.Block] {
    let panel = Letter.Working(
      title: say("Cara menghitung", "How it was worked out"),
      steps: steps.map { step in
        Letter.Working.Step(
          say(step.words) + (step.confidence == .draft ? " *" : ""), amount: step.amount?.description ?? "",
          article: printed(step.citation))
      },
      total: .init(say(total.0), amount: total.1.description))
    return [.working(panel)] + (steps.confidence == .draft ? [.paragraph(draftMark)] : [])
  }

  var draftMark: String {
    say(
      "* Aturan atau nilai bertanda bintang masih harus diperiksa bagian hukum kami.",
      "* A rule or value with a star must still be checked by our legal officers.")
  }

  /// A citation as people write it: `PP 46/2015 pasal 22 ayat (5)`; the title for what has no number.
  func printed(_ citation: Citation) -> String {
    let parts = citation.instrument.split(separator: "-").map(String.init)
    let kinds = ["pp": "PP", "uu": "UU", "permenaker": "Permenaker", "perpres": "Perpres", "pmk": "PMK"]
    let name: String =
      if parts.count == 3, let kind = kinds[parts[0]] {
        "\(kind) \(parts[1])/\(parts[2])"
      } else {
        law.instruments[citation.instrument].map { say($0.title) } ?? citation.instrument
      }
    return citation.article.isEmpty ? name : "\(name) \(citation.article)"
  }

  /// How to object, on every letter that decides.
  var objection: [Letter.Block] {
    [
      .heading(say("Jika Anda tidak setuju", "If you do not agree")),
      .paragraph(
        say(
          "Sampaikan keberatan Anda secara tertulis atau datang ke \(branch.name). Bawa surat ini dan KTP. Kami akan memeriksa "
            + "lagi klaim Anda. Tidak dipungut biaya.",
          "Object in writing, or come to \(branch.name). Bring this letter and your identity card. We will look at your claim "
            + "again. It costs nothing.")),
    ]
  }
}
