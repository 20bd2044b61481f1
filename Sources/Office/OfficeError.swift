public import Vocabulary

/// Why the office did not do what was asked. A refusal of a claim is not here: that is an answer (`ClaimDesk`).
public enum OfficeError: Error, Hashable, Sendable {
  /// The actor's roles do not allow it, or it is somebody else's.
  case notAllowed(Permission)
  /// The first person may not also be the second.
  case samePerson(as: String)
  case notFound(Words)
  /// What was handed in has faults, all of them.
  case faults([Fault])
  /// It was fine when written, but not as things stand now; the words say what to do.
  case conflict(code: String, Words)
  /// The key was used before for something else.
  case keyReused(String)
  case badKey
  case signInFailed
  case tooManyTries(minutes: Int)
  /// Too many passwords wait to be looked at; nothing was tried.
  case busy(seconds: Int)
}

extension OfficeError {
  /// A stable name for programs.
  public var code: String {
    switch self {
    case .notAllowed: "not-allowed"
    case .samePerson: "same-person"
    case .notFound: "not-found"
    case .faults: "faults"
    case .conflict(let code, _): code
    case .keyReused: "key-reused"
    case .badKey: "bad-key"
    case .signInFailed: "sign-in-failed"
    case .tooManyTries: "too-many-tries"
    case .busy: "busy"
    }
  }

  /// One plain sentence or two that say what to do next.
  public var words: Words {
    switch self {
    case .notAllowed:
      Words(
        "Anda tidak berhak melakukan ini. Minta bantuan petugas yang berwenang.",
        "You are not allowed to do this. Ask an officer who is.")
    case .samePerson(let first):
      Words(
        "Langkah ini harus dilakukan orang lain, bukan \(first). Minta rekan Anda.",
        "This step must be taken by somebody other than \(first). Ask a colleague.")
    case .notFound(let words), .conflict(_, let words): words
    case .faults(let faults):
      faults.count == 1
        ? faults[0].words
        : Words(
          "Ada \(faults.count) hal yang perlu diperbaiki. Perbaiki semuanya lalu kirim lagi.",
          "\(faults.count) things need mending. Mend them all and send again.")
    case .keyReused:
      Words(
        "Kunci permintaan ini sudah dipakai untuk hal lain. Mulai lagi dari awal.",
        "This request key was used for something else. Start again.")
    case .badKey:
      Words(
        "Kunci permintaan harus 1 sampai 100 huruf, angka, titik, garis atau garis bawah.",
        "A request key is 1 to 100 letters, digits, dots, dashes or underscores.")
    case .signInFailed:
      Words("Nama pengguna atau kata sandi salah. Coba lagi.", "The user name or the password is wrong. Try again.")
    case .tooManyTries(let minutes):
      Words(
        "Terlalu banyak percobaan. Coba lagi \(minutes) menit lagi, atau hubungi petugas.",
        "Too many tries. Try again in \(minutes) minutes, or ask an officer.")
    case .busy(let seconds):
      Words(
        "Banyak orang sedang masuk. Coba lagi \(seconds) detik lagi.",
        "Many people are signing in. Try again in \(seconds) seconds.")
    }
  }

  static func fault(_ place: String, _ indonesian: String, _ english: String) -> OfficeError {
    .faults([Fault(place, indonesian, english)])
  }
}
