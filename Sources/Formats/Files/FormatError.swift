public import Vocabulary

/// Why a file could not be read, written or drawn.
public enum FormatError: Error, Hashable, Sendable {
  /// The content is at fault: everything that is wrong with it, each with its place.
  case refused([Fault])
  /// More bytes than the largest QR code holds.
  case tooLongForCode(bytes: Int)
  /// The drawing library gave up; its own English words.
  case drawing(String)
}

extension FormatError {
  /// Every fault with its place; one fault for the whole where there is no finer place.
  public var faults: [Fault] {
    switch self {
    case .refused(let faults): faults
    case .tooLongForCode, .drawing: [Fault("file", words)]
    }
  }

  public var words: Words {
    switch self {
    case .refused(let faults):
      faults.first.map(\.words) ?? Words("Berkas ini ditolak.", "This file is refused.")
    case .tooLongForCode(let bytes):
      Words("Isi kode QR terlalu panjang: \(bytes) bita.", "The QR code has too much to hold: \(bytes) bytes.")
    case .drawing(let reason):
      Words("Berkas PDF tidak dapat dibuat.", "The PDF could not be drawn: \(reason).")
    }
  }
}
