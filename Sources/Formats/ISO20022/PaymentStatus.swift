public import Vocabulary

/// What a bank says of a payment, ISO 20022 external status codes.
public enum PaymentStatus: String, Sendable, Codable, CaseIterable {
  case received = "RCVD"
  case technicallyValid = "ACTC"
  case accepted = "ACCP"
  case acceptedWithChange = "ACWC"
  case inSettlement = "ACSP"
  /// Left our account.
  case settled = "ACSC"
  /// Reached the receiver's account.
  case credited = "ACCC"
  case pending = "PDNG"
  case rejected = "RJCT"
  case cancelled = "CANC"
  /// Of a group only: some of its payments are rejected.
  case partlyAccepted = "PART"

  public enum Outcome: Hashable, Sendable {
    case paid
    case failed
    /// Not known yet: another report will come.
    case open
  }

  public var outcome: Outcome {
    switch self {
    case .settled, .credited: .paid
    case .rejected, .cancelled: .failed
    default: .open
    }
  }

  public var words: Words {
    switch self {
    case .received: Words("Sudah diterima bank", "Received by the bank")
    case .technicallyValid: Words("Berkas benar", "The file is well formed")
    case .accepted: Words("Disetujui bank", "Accepted by the bank")
    case .acceptedWithChange: Words("Disetujui dengan perubahan", "Accepted with a change")
    case .inSettlement: Words("Sedang dikirim", "Being settled")
    case .settled: Words("Sudah dibayar", "Paid")
    case .credited: Words("Sudah masuk rekening penerima", "In the receiver's account")
    case .pending: Words("Menunggu", "Pending")
    case .rejected: Words("Ditolak bank", "Rejected by the bank")
    case .cancelled: Words("Dibatalkan", "Cancelled")
    case .partlyAccepted: Words("Sebagian ditolak", "Partly accepted")
    }
  }
}

/// Why a bank rejected or returned a payment: a code of ISO 20022's external lists, or the bank's own.
public struct StatusReason: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ code: String) { rawValue = code }

  public static let wrongAccount = StatusReason("AC01")
  public static let closedAccount = StatusReason("AC04")
  public static let blockedAccount = StatusReason("AC06")
  public static let nameMismatch = StatusReason("BE01")
  public static let unknownBank = StatusReason("RC01")
  public static let noFunds = StatusReason("AM04")
  public static let duplicate = StatusReason("DUPL")

  /// Whether the receiver has to give another account or correct this one before it is paid again.
  public var needsNewAccount: Bool {
    ["AC01", "AC03", "AC04", "AC06", "AC13", "AG01", "BE01", "BE04", "RC01", "AC02"].contains(rawValue)
  }

  public var words: Words {
    switch rawValue {
    case "AC01", "AC03": Words("Nomor rekening salah.", "The account number is wrong.")
    case "AC04": Words("Rekening sudah ditutup.", "The account is closed.")
    case "AC06": Words("Rekening diblokir.", "The account is blocked.")
    case "AC13": Words("Jenis rekening ini tidak dapat menerima.", "This kind of account cannot receive.")
    case "AG01": Words("Rekening ini tidak boleh menerima kiriman.", "Transfers to this account are forbidden.")
    case "AM01": Words("Jumlahnya nol.", "The amount is zero.")
    case "AM02", "AM14": Words("Jumlah melebihi batas.", "The amount is above the limit.")
    case "AM04": Words("Saldo rekening kantor tidak cukup.", "The paying account lacks funds.")
    case "AM05", "DUPL": Words("Pembayaran ini sudah pernah dikirim.", "This payment was sent before.")
    case "AM10": Words("Jumlah kontrol tidak cocok.", "The control sum does not match.")
    case "BE01", "BE04": Words("Nama tidak cocok dengan rekening.", "The name does not match the account.")
    case "BE06": Words("Penerima tidak dikenal bank.", "The bank does not know the receiver.")
    case "CUST": Words("Dibatalkan atas permintaan kantor.", "Cancelled at our request.")
    case "DT01": Words("Tanggal tidak berlaku.", "The date is not valid.")
    case "ED05", "TM01": Words("Penyelesaian gagal. Kirim lagi nanti.", "Settlement failed. Send again later.")
    case "FF01": Words("Isi berkas salah.", "The file's content is wrong.")
    case "MD07": Words("Penerima sudah meninggal.", "The receiver has died.")
    case "MS02", "MS03": Words("Bank tidak memberi alasan.", "The bank gives no reason.")
    case "RC01", "RC03": Words("Kode bank salah.", "The bank's code is wrong.")
    case "RR01", "RR02", "RR03", "RR04": Words("Ditahan karena aturan.", "Held back by regulation.")
    default:
      Words("Bank memberi kode \(rawValue).", "The bank gives the code \(rawValue).")
    }
  }
}
