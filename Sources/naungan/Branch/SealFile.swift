import Foundation
import Office

/// The seals of the audit trail, one a line, oldest first. Kept where the database's keeper cannot reach, they show
/// when the newest rows were cut off.
struct SealFile {
  let path: String

  /// Adds a seal and waits until it is on the disk.
  func append(_ seal: AuditSeal) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let line = try encoder.encode(seal) + Data("\n".utf8)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o600)
    guard descriptor >= 0 else { throw unwritable }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: line)
      try file.synchronize()
    } catch {
      throw unwritable
    }
  }

  /// Every seal; none where there is no file yet. A last line that was never finished is left out.
  ///
  /// - Throws: `faulty` for a line that is no seal.
  func read() throws(Ending) -> [AuditSeal] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let whole = data.lastIndex(of: 10).map { data[...$0] } ?? Data()
    var seals: [AuditSeal] = []
    for (offset, line) in whole.split(separator: 10).enumerated() {
      guard let seal = try? JSONDecoder().decode(AuditSeal.self, from: Data(line)) else {
        throw Ending(
          .faulty, "\(path), baris \(offset + 1): bukan segel. Bandingkan dengan salinan Anda.",
          "\(path), line \(offset + 1): not a seal. Compare it with your copy.")
      }
      seals.append(seal)
    }
    return seals
  }

  private var unwritable: Ending {
    Ending(
      .unusable, "Segel tidak dapat ditulis ke \(path). Periksa izin dan ruang disk.",
      "The seal cannot be written to \(path). Look at its permissions and the room on the disk.")
  }
}

extension OpenBranch {
  var seals: SealFile { SealFile(path: folder.seals) }

  /// Seals the heads of the trail as they stand now.
  @discardableResult
  func seal() async throws -> AuditSeal {
    let seal = try await office.audit.seal()
    try seals.append(seal)
    return seal
  }
}
