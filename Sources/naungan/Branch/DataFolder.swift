import Foundation

/// The folder that is a branch.
struct DataFolder {
  let path: String

  var books: String { path + "/books.sqlite" }
  var key: String { path + "/keys/office.key" }
  var seals: String { path + "/audit.seals" }
  /// What the office adds to the law: letters with rates that came after the release.
  var law: String { path + "/law" }
  var sample: String { path + "/sample.json" }

  /// Where the branch at `path` keeps the letters that it received; `nil` where none is asked for or it has none.
  ///
  /// - Throws: `unusable` where there is no such folder.
  static func ownLaw(of path: String?) throws(Ending) -> String? {
    guard let path else { return nil }
    guard FileManager.default.fileExists(atPath: path) else {
      throw Ending(
        .unusable, "Folder \(path) tidak ada. Tunjukkan folder cabangnya: --data FOLDER.",
        "There is no folder \(path). Say where the branch is: --data FOLDER.")
    }
    let own = DataFolder(path: path).law
    return FileManager.default.fileExists(atPath: own) ? own : nil
  }

  /// Makes the folder if need be, and sees that it can be written to.
  func make() throws(Ending) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw unwritable
    }
    guard access(path, W_OK | X_OK) == 0 else { throw unwritable }
  }

  /// Lays the sample branch's invented letters where an office keeps those that it receives.
  func addLetters(besides shipped: String) throws(Ending) {
    try make()
    guard !FileManager.default.fileExists(atPath: law) else { return }
    let letters = URL(filePath: shipped).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "samples/law").path
    guard FileManager.default.fileExists(atPath: letters) else {
      throw Ending(
        .unusable, "Surat contoh tidak ada di \(letters). Cabang contoh dibuat dari salinan lengkap program ini.",
        "The sample letters are not at \(letters). A sample branch is made from a whole copy of this program.")
    }
    do {
      try FileManager.default.copyItem(atPath: letters, toPath: law)
    } catch {
      throw unwritable
    }
  }

  private var unwritable: Ending {
    Ending(
      .unusable, "Folder \(path) tidak dapat ditulisi. Pilih folder lain dengan --data.",
      "The folder \(path) cannot be written to. Choose another with --data.")
  }
}
