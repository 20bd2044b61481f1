import ArgumentParser
import Foundation
import Gateways
import Office
import Vocabulary

struct PayOrder: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: "Write the order of a released payment file (pain.001), for the bank.",
    discussion: """
      The batch is named as on its page: NGN…, or by the number in the page's address. The order of a file is always \
      the same bytes, and the bank knows it again: giving it twice pays once. Only a file that a second person has \
      released leaves the house, and that it did is written in the trail.

        naungan pay order NGN80924230289928 --into order.xml
        naungan pay import answer.xml --partner BANK-CONTOH     once the bank has answered

      The file holds names and accounts: only its owner may read it. Remove it once the bank has it.
      """)

  @Argument(help: ArgumentHelp("The payment file.", valueName: "batch"))
  var batch: String

  @Option(help: ArgumentHelp("Where to write it; a file that is there stays as it is.", valueName: "file"))
  var into: String

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let files = try open.files(production: branch.production)
    let actor = try await who.actor(open.office)
    let order = try await files.order(of: try await id(open.office, actor), by: actor)
    if let there = FileManager.default.contents(atPath: into) {
      guard Array(there) == order.bytes else {
        throw Ending(
          .unusable, "Berkas \(into) sudah ada dan isinya lain. Pilih nama lain.",
          "The file \(into) is there already and holds something else. Choose another name.")
      }
    } else {
      let made = FileManager.default.createFile(
        atPath: into, contents: Data(order.bytes), attributes: [.posixPermissions: 0o600])
      guard made else {
        throw Ending(
          .unusable, "Berkas \(into) tidak dapat ditulis. Periksa folder dan izinnya.",
          "The file \(into) cannot be written. Look at its folder and permissions.")
      }
    }
    Terminal.print(into)
  }

  private func id(_ office: Office, _ actor: Actor) async throws -> PayoutBatchID {
    if let id = Int64(batch).flatMap({ PayoutBatchID($0) }) { return id }
    guard let found = try await office.claims.findPayoutBatch(message: batch, by: actor) else {
      throw Ending(
        .faulty, "Berkas \(batch) tidak ada atau belum dilepas. Lihat namanya di halaman Pembayaran.",
        "There is no file \(batch), or it is not released. See its name on the page of payments.")
    }
    return found.id
  }
}
