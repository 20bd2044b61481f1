import ArgumentParser
import Foundation
import Gateways
import Office
import Vocabulary

struct PayOrder: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: "Write a released payment file (pain.001) for the bank.",
    discussion: """
      Needs the permission of whoever releases, and a bank in keys/banks.json that pays benefits. Who took the file is \
      written down. The same file is always the same bytes, and the bank knows it by its number.

        naungan pay order 809242302899285392 --into order.xml --as kacab --production
      """)

  @Argument(help: ArgumentHelp("The file's number, with or without NGN.", valueName: "batch"))
  var batch: String

  @Option(help: ArgumentHelp("Where to write it; never over a file that is there.", valueName: "file"))
  var into: String

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let digits = batch.hasPrefix("NGN") ? String(batch.dropFirst(3)) : batch
    guard let id = Int64(digits).flatMap({ PayoutBatchID($0) }) else {
      throw Ending(.unusable, "\"\(batch)\" bukan nomor berkas.", "\"\(batch)\" is no number of a file.")
    }
    let open = try branch.open(law)
    let payer = try branch.payingBank()
    let actor = try await who.actor(open.office)
    let released = try await open.office.claims.releasedPayouts(id, by: actor)
    let xml = try released.order(of: open.office, debtorBank: payer)
    let descriptor = Foundation.open(into, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw Ending(
        .unusable, "\(into) tidak dapat ditulis, atau sudah ada.", "\(into) cannot be written, or is there already.")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data(xml))
    try file.synchronize()
    Terminal.say(
      "\(released.payouts.count) pembayaran, \(released.total), ditulis ke \(into).",
      "\(released.payouts.count) payments, \(released.total), written to \(into).")
  }
}

extension BranchOptions {
  /// The banks of `keys/banks.json`; none where there is no file.
  func banks() throws(Ending) -> BankBook {
    do {
      return try BankBook(path: folder.banks)
    } catch {
      throw Ending(.unusable, "\(error). Perbaiki berkas bank.", "\(error). Mend the file of banks.")
    }
  }

  /// The code of the bank that pays benefits; the sandbox's on a branch for trying out.
  func payingBank() throws(Ending) -> String {
    if let payer = try banks().payer { return payer.code }
    guard production else { return "989" }
    throw Ending(
      .unusable, "Belum ada bank pembayar di \(folder.banks). Tulis satu dengan \"paysBenefits\": true.",
      "No bank in \(folder.banks) pays benefits. Give one \"paysBenefits\": true.")
  }
}
