import ArgumentParser
import Formats
import Foundation
import Gateways
import Office
import Vocabulary

struct PayImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in the bank's files: statements (camt.054), answers to payment files (pain.002).",
    discussion: """
      Contributions that came in, benefits that left, were refused or came back. Each file is taken whole or not at \
      all. The same file again changes nothing; stopped or killed in the middle of many, give them all again.

      With keys/banks.yaml the bank must be one of those in it, which also says whether its statements carry the \
      reference of its calls; where not, a credit is held to a call by account, amount and day.

        naungan pay import statements/*.xml --partner BANK-CONTOH
      """)

  @Argument(help: ArgumentHelp("Files of the bank, in any order.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "The bank, by the name agreed with it. Without it the sandbox; on a real branch it must be given.",
      valueName: "name"))
  var partner: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    if partner == nil, branch.production {
      throw Ending(.unusable, "Sebutkan banknya: --partner NAMA.", "Say which bank it is: --partner NAME.")
    }
    let open = try branch.open(law)
    let exchange = BankFiles(office: open.office, bank: try bank(of: open))
    let interruption = Interruption(
      "Dihentikan. Berkas yang sudah diterima tetap; berikan semuanya lagi untuk sisanya.",
      "Stopped. The files that were taken stand; give them all again for the rest.")
    let progress = Progress()
    var imported: [ImportedStatement] = []
    for (offset, file) in files.enumerated() {
      imported.append(ImportedStatement(file, try await take(file, exchange)))
      progress.step(Words("\(offset + 1) dari \(files.count): \(file)", "\(offset + 1) of \(files.count): \(file)"))
    }
    progress.end()
    interruption.end()
    try json ? Terminal.json(imported) : tell(imported)
    guard imported.allSatisfy(\.left.isEmpty) else {
      throw Ending(
        .faulty, "Sebagian tidak dibukukan. Periksa yang tertulis di atas.",
        "Some of it was not booked. Look into what is told above.")
    }
  }

  /// Whose references these are, and from which account it pays.
  private func bank(of open: OpenBranch) throws(Ending) -> PayingBank {
    let sandbox = PayingBank.sandbox(of: open.office)
    guard let partner else { return sandbox }
    guard let banks = open.banks else {
      return PayingBank(code: sandbox.code, account: sandbox.account, partner: partner)
    }
    if partner == banks.paying.partner { return banks.paying }
    guard let known = banks.partner(partner) else {
      let names = Set(banks.collecting.map(\.id) + [banks.paying.partner]).sorted().joined(separator: ", ")
      throw Ending(
        .unusable, "Bank \(partner) tidak ada di \(open.folder.banks). Yang ada: \(names).",
        "The bank \(partner) is not in \(open.folder.banks). Known are: \(names).")
    }
    return PayingBank(
      code: banks.paying.code, account: banks.paying.account, partner: known.id,
      referenceOnStatements: known.referenceOnStatements)
  }

  private func take(_ file: String, _ exchange: BankFiles) async throws -> Heard {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Ending(.unusable, "Berkas \(file) tidak dapat dibaca.", "The file \(file) cannot be read.")
    }
    do {
      return try await exchange.take(Array(bytes), by: .commandLine)
    } catch let error as FormatError {
      throw Ending(.unusable, error.faults.map { Fault("\(file), \($0.place)", $0.words).sentence })
    }
  }

  private func tell(_ imported: [ImportedStatement]) {
    var table = TextTable(["FILE", ">TAKEN", ">KNOWN", ">UNKNOWN", ">SETTLED", ">PAYOUTS", ">LEFT"])
    for one in imported {
      table.add(
        [one.file]
          + [one.received, one.known, one.unknown, one.billsSettled, one.payouts, one.left.count].map(String.init))
    }
    Terminal.print(table.text)
    for fault in imported.flatMap(\.left) { Terminal.print(fault.sentence.text(in: Terminal.language)) }
  }
}

/// What became of a file of the bank's, as JSON.
struct ImportedStatement: Encodable {
  let file: String
  let received: Int
  let known: Int
  let unknown: Int
  let billsSettled: Int
  let payouts: Int
  /// What nothing was done about, and why.
  let left: [Fault]

  init(_ file: String, _ heard: Heard) {
    self.file = file
    received = heard.received?.received ?? 0
    known = heard.received?.known ?? 0
    unknown = heard.received?.unknown ?? 0
    billsSettled = heard.received?.billsSettled ?? 0
    payouts = heard.recorded
    left = heard.left
  }
}
