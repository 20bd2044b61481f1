import ArgumentParser
import Law
import Office
import Store
import Vocabulary

/// How a command ends, as scripts see it.
enum ExitStatus: Int32 {
  case done = 0
  /// Done, and faults were found; or the office refused.
  case faulty = 1
  /// Not begun: the command, or what it was given, cannot be used.
  case unusable = 2
  /// Stopped before the end; what was done is whole.
  case stopped = 3
}

/// Why a command did not end well, in a sentence or several, each with what to do next.
struct Ending: Error {
  let status: ExitStatus
  let sentences: [Words]

  init(_ status: ExitStatus, _ sentences: [Words]) {
    self.status = status
    self.sentences = sentences
  }

  init(_ status: ExitStatus, _ indonesian: String, _ english: String) {
    self.init(status, [Words(indonesian, english)])
  }
}

extension Ending {
  /// The ending that an error of any room means; `nil` for the argument parser's own.
  init?(_ error: any Error) {
    switch error {
    case let ending as Ending: self = ending
    case let error as OfficeError: self.init(refusal: error)
    case let error as StoreError: self.init(failure: error)
    case let error as MigrationError: self.init(.unusable, [error.words])
    case let error as LawFaults: self.init(.faulty, error.faults.map(\.sentence))
    case let error as LawError: self.init(.unusable, [error.words])
    case is ValidationError, is CleanExit, is ExitCode: return nil
    default:
      // The parser's own errors are internal to it; it knows them by their code.
      guard Naungan.exitCode(for: error) == .failure else { return nil }
      self.init(.stopped, [Words("\(error)", "\(error)")])
    }
  }

  private init(refusal error: OfficeError) {
    switch error {
    case .faults(let faults): self.init(.unusable, faults.map(\.sentence))
    case .badKey: self.init(.unusable, [error.words])
    case .notAllowed(let permission):
      self.init(
        .faulty,
        "Izin \(permission.rawValue) tidak dimiliki pelaku ini. Jalankan lagi sebagai petugas yang berhak: --as NAMA.",
        "The actor lacks the permission \(permission.rawValue). Run it again as an officer who has it: --as LOGIN.")
    case .samePerson, .notFound, .conflict, .keyReused, .signInFailed, .tooManyTries, .busy:
      self.init(.faulty, [error.words])
    }
  }

  private init(failure error: StoreError) {
    switch error {
    case .unreachable, .noFolder, .readOnly: self.init(.unusable, [error.words])
    default:
      self.init(.stopped, [error.words, Words("Perintah: \(error.sql ?? "-")", "Statement: \(error.sql ?? "-")")])
    }
  }
}

extension Fault {
  /// Place and words in one line: `law/parameters/jp.yaml:4: …`.
  var sentence: Words {
    place.isEmpty ? words : Words("\(place): \(words.indonesian)", "\(place): \(words.english)")
  }
}
