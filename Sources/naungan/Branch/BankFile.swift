import Foundation
import Gateways
import Law
import Office
import Vocabulary

// What was agreed with the banks stands in keys/banks.yaml, beside the office's own key, since it holds secrets. The file
// is read whole: everything that is wrong with it is told at once, each with its line. docs/operating.md has an example.

/// The banks of a real branch.
struct BankFile {
  let collecting: [BankPartner]
  let paying: PayingBank
  /// The five digits that begin every new virtual account: those of the first bank.
  let prefix: String

  func partner(_ id: String) -> BankPartner? { collecting.first { $0.id == id } }

  /// The branch as the office knows it, with the accounts that were agreed.
  func branch(_ branch: Branch = .jambi) -> Branch {
    Branch(
      name: branch.name, city: branch.city, address: branch.address, bankPrefix: prefix, payoutAccount: paying.account)
  }
}

extension DataFolder {
  var banks: String { path + "/keys/banks.yaml" }

  /// What was agreed with the banks; `nil` where nothing is yet.
  ///
  /// - Throws: `unusable` with every fault of the file.
  func bankFile() throws(Ending) -> BankFile? {
    guard FileManager.default.fileExists(atPath: banks) else { return nil }
    var reading = BankFileReading(path: banks)
    let file = reading.read()
    guard let file, reading.faults.isEmpty else { throw Ending(.unusable, reading.faults.map(\.sentence)) }
    return file
  }
}
