import Ledger
public import Vocabulary

// The life of a contribution. Each month every payer gets one bill: an employer for those in its service, a self-employed
// member for herself; workers reported after a month's run come on a further bill of that month with the next run. The
// lines of a bill are frozen as they are issued, by the law and the wages of that month as known that day. Money
// comes in at the payer's virtual account under the bank's own reference and settles open bills whole, oldest first; what
// is left waits as the payer's deposit for the next. When a bill is settled each member's JHT is credited. Money that no
// account recognises waits in suspense until somebody says whose it is. The self-employed are not pursued: three unpaid
// months close the membership and their bills fall away; the next payment opens it again.

public enum PayerMark {}
/// An employer, or a member who pays for herself.
public typealias PayerID = Identifier<PayerMark>

public enum PayerKind: String, Codable, Sendable {
  case member, employer
}

extension Identifier {
  /// The same payer by its other name.
  init<Other>(_ other: Identifier<Other>) {
    guard let same = Identifier(other.value) else { preconditionFailure("an identifier is above zero") }
    self = same
  }
}

/// A bill as its payer sees it.
public struct Bill: Codable, Hashable, Sendable {
  public let payerID: PayerID
  public let month: Month
  public let sequence: Int
  public let dueOn: Day
  public let workers: Int
  /// Per programme, as billed.
  public let jkk: Rupiah
  public let jkm: Rupiah
  public let jht: Rupiah
  public let jp: Rupiah
  public let total: Rupiah
  public let state: BillState
}

extension Bill {
  /// What a bill is called: `2026-03` for the month's first that did not fall away, `2026-03.1` for a certain one.
  public struct Name: Hashable, Sendable, LosslessStringConvertible {
    public let month: Month
    public let sequence: Int?

    public init?(_ text: String) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard let month = parts.first.flatMap({ Month(String($0)) }), parts.count <= 2 else { return nil }
      let sequence = parts.count == 2 ? Int(parts[1]) : nil
      guard parts.count == 1 || sequence.map({ (0..<Issue.mostInOneMonth).contains($0) && "\($0)" == parts[1] }) == true
      else { return nil }
      self.init(month, sequence)
    }

    public init(_ month: Month, _ sequence: Int? = nil) {
      self.month = month
      self.sequence = sequence
    }

    public var description: String { sequence.map { "\(month).\($0)" } ?? "\(month)" }
  }

  public var name: Name {
    if case .void = state { return Name(month, sequence) }
    return Name(month, sequence == 0 ? nil : sequence)
  }

  /// Bills of one month and sequence. The sequence is 0 in the month's run; higher for a bill in the place of one that
  /// fell away, and for workers whom their employer reported after the run.
  struct Issue: Hashable {
    let month: Month
    let sequence: Int

    /// Under which a JHT credit for it stands on the member's account.
    var reference: Int64 { Int64(month.number) * Int64(Self.mostInOneMonth) + Int64(sequence) }

    /// As many as a reference has room for.
    static let mostInOneMonth = 256
  }
}

/// Read from what happened to the bill.
public enum BillState: Codable, Hashable, Sendable {
  case open
  case settled(on: Day)
  case void(reason: String)
}

/// What was billed for one member in one month.
public struct BillLine: Codable, Hashable, Sendable {
  public let memberID: MemberID
  public let kpj: KPJ
  public let name: String
  /// The wage or income that was counted.
  public let base: Rupiah
  public let jkk: Rupiah
  public let jkm: Rupiah
  public let jhtEmployer: Rupiah
  public let jhtWorker: Rupiah
  public let jpEmployer: Rupiah
  public let jpWorker: Rupiah

  public var total: Rupiah { jkk + jkm + jhtEmployer + jhtWorker + jpEmployer + jpWorker }
}

/// Money that came in, as the bank tells it.
public struct IncomingPayment: Codable, Hashable, Sendable {
  /// The bank's own reference: the same one twice is the same money.
  public let bankReference: String
  public let va: String
  public let amount: Rupiah
  public let paidOn: Day
  public let channel: String

  public init(bankReference: String, va: String, amount: Rupiah, paidOn: Day, channel: String) {
    // Banks fill fixed columns up with blanks: with them or without, it is the same money.
    self.bankReference = bankReference.trimmed
    self.va = va
    self.amount = amount
    self.paidOn = paidOn
    self.channel = channel
  }
}

/// What became of a batch of payments. Everything that came in is in exactly one of the first three counts.
public struct Receipt: Codable, Hashable, Sendable {
  public internal(set) var received = 0
  /// Received before under the same reference: nothing was done.
  public internal(set) var known = 0
  /// No account recognised them: they wait in suspense.
  public internal(set) var unknown = 0
  public internal(set) var billsSettled = 0
  /// JHT credits written for members.
  public internal(set) var credits = 0

  public init() {}
}

extension Receipt {
  public static func += (a: inout Receipt, b: Receipt) {
    a.received += b.received
    a.known += b.known
    a.unknown += b.unknown
    a.billsSettled += b.billsSettled
    a.credits += b.credits
  }
}

/// An unknown payment, waiting for somebody to recognise it.
public struct SuspensePayment: Codable, Hashable, Sendable {
  public let bankReference: String
  public let va: String
  public let amount: Rupiah
  public let paidOn: Day
  public let channel: String
}

/// Amounts per fund, after what moves from JKK and JKM to JKP inside the bill.
struct FundAmounts {
  var jkk = Rupiah.zero
  var jkm = Rupiah.zero
  var jht = Rupiah.zero
  var jp = Rupiah.zero
  var jkp = Rupiah.zero

  var total: Rupiah { jkk + jkm + jht + jp + jkp }

  static func += (a: inout FundAmounts, b: FundAmounts) {
    a.jkk += b.jkk
    a.jkm += b.jkm
    a.jht += b.jht
    a.jp += b.jp
    a.jkp += b.jkp
  }

  var byFund: [(Fund, Rupiah)] { [(.jkk, jkk), (.jkm, jkm), (.jht, jht), (.jp, jp), (.jkp, jkp)] }
}
