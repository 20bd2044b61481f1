import ArgumentParser
import Formats
import Foundation
import Gateways
import Office
import Vocabulary

struct PayImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in the bank's statements (camt.054): contributions that came in, benefits that left or came back.",
    discussion: """
      Each file is taken whole or not at all. The same file again changes nothing; stopped or killed in the middle \
      of many, give them all again.

        naungan pay import statements/*.xml --partner BANK-CONTOH
      """)

  @Argument(help: ArgumentHelp("Statements, in any order.", valueName: "file"))
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
    let named = try partner.flatMap { try branch.banks().find($0) }
    if branch.production, named == nil {
      throw Ending(
        .unusable, "Bank \(partner ?? "-") tidak ada di \(branch.folder.banks).",
        "There is no bank \(partner ?? "-") in \(branch.folder.banks).")
    }
    let statements = StatementImport(
      office: open.office, partner: partner ?? BankPartner.sandbox(of: open.office).id,
      takesAccounts: named?.referenceOnStatements ?? true)
    let interruption = Interruption(
      "Dihentikan. Berkas yang sudah diterima tetap; berikan semuanya lagi untuk sisanya.",
      "Stopped. The files that were taken stand; give them all again for the rest.")
    let progress = Progress()
    var imported: [ImportedStatement] = []
    for (offset, file) in files.enumerated() {
      imported.append(ImportedStatement(file, try await take(file, statements)))
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

  private func take(_ file: String, _ statements: StatementImport) async throws -> StatementImport.Taken {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Ending(.unusable, "Berkas \(file) tidak dapat dibaca.", "The file \(file) cannot be read.")
    }
    do {
      return try await statements.take(Array(bytes), by: .commandLine)
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

/// What became of a statement, as JSON.
struct ImportedStatement: Encodable {
  let file: String
  let received: Int
  let known: Int
  let unknown: Int
  let billsSettled: Int
  let payouts: Int
  /// What nothing was done about, and why.
  let left: [Fault]

  init(_ file: String, _ taken: StatementImport.Taken) {
    self.file = file
    received = taken.receipt?.received ?? 0
    known = taken.receipt?.known ?? 0
    unknown = taken.receipt?.unknown ?? 0
    billsSettled = taken.receipt?.billsSettled ?? 0
    payouts = taken.payouts
    left = taken.left
  }
}
