import Foundation

/// The folder that is a branch.
struct DataFolder {
  let path: String

  var books: String { path + "/books.sqlite" }
  var key: String { path + "/keys/office.key" }
  /// The banks that this branch works with, and their secrets.
  var banks: String { path + "/keys/banks.json" }
  var seals: String { path + "/audit.seals" }
  var sample: String { path + "/sample.json" }

  /// Makes the folder if need be, and sees that it can be written to.
  func make() throws(Ending) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw unwritable
    }
    guard access(path, W_OK | X_OK) == 0 else { throw unwritable }
  }

  private var unwritable: Ending {
    Ending(
      .unusable, "Folder \(path) tidak dapat ditulisi. Pilih folder lain dengan --data.",
      "The folder \(path) cannot be written to. Choose another with --data.")
  }
}
