public import Vocabulary

/// Whose money it is. Each programme's fund is kept apart by law; money not yet anyone's waits with collection.
public enum Fund: String, Codable, Sendable, CaseIterable {
  case collection = "KOL"
  case jkk = "JKK"
  case jkm = "JKM"
  case jht = "JHT"
  case jp = "JP"
  case jkp = "JKP"

  public init(_ programme: Programme) {
    switch programme {
    case .jkk: self = .jkk
    case .jkm: self = .jkm
    case .jht: self = .jht
    case .jp: self = .jp
    case .jkp: self = .jkp
    }
  }
}

/// The chart of accounts. Every account exists once per fund that uses it; `docs/ledger.md` shows what moves between them.
public enum Account: String, Codable, Sendable, CaseIterable {
  /// The fund's share of the money at the bank.
  case bank = "1100"
  /// Billed to payers and not yet paid.
  case receivable = "1200"
  /// Paid twice by the bank's mistake, to be had back from the recipient.
  case toBeReturned = "1300"
  /// JHT only: what the members own, the control account of the members' sub-ledger.
  case memberBalances = "2000"
  /// Collection only: paid in by a known payer and not yet used for a bill, the control account of the deposits.
  case deposits = "2100"
  /// Collection only: paid in, and nobody knows yet by whom.
  case suspense = "2190"
  /// The other side of `receivable`: billed, and not earned until paid.
  case billedUnpaid = "2300"
  /// Decided and owed to claimants.
  case benefitsPayable = "2400"
  /// Handed to the bank for payment, outcome not yet known.
  case inPayment = "2450"
  /// Income tax withheld from benefits, owed to the state.
  case taxPayable = "2500"
  /// Contributions earned (every fund but JHT, whose contributions belong to the members).
  case contributions = "4000"
  /// Whole-rupiah differences.
  case rounding = "4900"
  /// JHT only: the yearly return given to members out of what the fund earned.
  case returnsCredited = "5100"

  public enum Kind: String, Sendable {
    case asset
    case liability
    case income
    case expense
  }

  public var kind: Kind {
    switch self {
    case .bank, .receivable, .toBeReturned: .asset
    case .memberBalances, .deposits, .suspense, .billedUnpaid, .benefitsPayable, .inPayment, .taxPayable: .liability
    case .contributions, .rounding: .income
    case .returnsCredited: .expense
    }
  }

  public var words: Words {
    switch self {
    case .bank: Words("Bank", "Bank")
    case .receivable: Words("Piutang iuran", "Contributions receivable")
    case .toBeReturned: Words("Manfaat yang harus dikembalikan", "Benefits to be returned")
    case .memberBalances: Words("Saldo JHT peserta", "Members' JHT balances")
    case .deposits: Words("Titipan pembayar", "Payers' deposits")
    case .suspense: Words("Penerimaan belum dikenal", "Unknown payments")
    case .billedUnpaid: Words("Iuran ditagih belum dibayar", "Billed, not yet paid")
    case .benefitsPayable: Words("Manfaat terutang", "Benefits payable")
    case .inPayment: Words("Manfaat dalam pengiriman", "Benefits in payment")
    case .taxPayable: Words("PPh 21 terutang", "Income tax payable")
    case .contributions: Words("Iuran diterima", "Contributions earned")
    case .rounding: Words("Pembulatan", "Rounding")
    case .returnsCredited: Words("Hasil pengembangan untuk peserta", "Returns credited to members")
    }
  }
}
