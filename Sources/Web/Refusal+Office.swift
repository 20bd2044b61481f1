import Formats
import HTTPTypes
import Law
import Office
import Programs
import Vocabulary

/// The one place where errors of the office become refusals at the door.
extension Refusal {
  /// What `error` means to whoever asked; `nil` where nobody foresaw it, which is told as our own fault.
  ///
  /// A refused claim is not here: that is an answer, with status 200 on a page.
  public static func explaining(_ error: any Error) -> Refusal? {
    switch error {
    case let error as OfficeError: of(error)
    case let error as Undecidable: .invalid(error.words.map { Fault("", $0) })
    case let error as FactsError: .invalid([Fault("", error.words)])
    case let error as FormatError: .invalid(error.faults)
    // Somebody asked for a day or a year on which the law is silent.
    case let error as LawError: .conflict("law-silent", error.words)
    default: OfficeError.passes(error) ? .unavailable : nil
    }
  }

  private static func of(_ error: OfficeError) -> Refusal {
    switch error {
    case .notAllowed: Refusal(.forbidden, error.code, Refusal.notYours.title, error.words)
    case .samePerson: Refusal(.conflict, error.code, Words("Harus orang lain", "Somebody else must do it"), error.words)
    case .notFound: Refusal(.notFound, error.code, Words("Tidak ditemukan", "Not found"), error.words)
    case .faults(let faults): .invalid(faults)
    case .conflict(let code, let words): .conflict(code, words)
    case .keyReused:
      Refusal(.unprocessableContent, error.code, Words("Kunci sudah dipakai", "The key was used before"), error.words)
    case .badKey: Refusal(.badRequest, error.code, Refusal.keyMalformed.title, error.words)
    case .signInFailed: Refusal(.unauthorized, error.code, Words("Belum bisa masuk", "Not signed in"), error.words)
    case .tooManyTries(let minutes):
      Refusal(
        .tooManyRequests, error.code, Words("Terlalu banyak percobaan", "Too many tries"), error.words,
        headers: [.retryAfter: String(minutes * 60)])
    case .busy(let seconds):
      Refusal(
        .serviceUnavailable, error.code, Words("Sedang ramai", "Busy just now"), error.words,
        headers: [.retryAfter: String(seconds)])
    }
  }
}
