public import Vocabulary

/// One member's contributions of one month: what is billed, to whom, and how the money is split inside.
public struct Contribution: Sendable, Hashable, Codable {
  public let segment: Segment
  /// The wage or income that counts; for self-employed members the base of their bracket.
  public let base: Rupiah
  /// The wage that counts for JP; zero without JP.
  public let jpBase: Rupiah

  // What is billed.
  public let jkk: Rupiah
  public let jkm: Rupiah
  public let jhtEmployer: Rupiah
  public let jhtWorker: Rupiah
  public let jpEmployer: Rupiah
  public let jpWorker: Rupiah

  // What of it goes to JKP: recomposed inside, never billed again.
  public let jkkToJKP: Rupiah
  public let jkmToJKP: Rupiah
  /// What the State owes JKP for this member; on nobody's bill.
  public let jkpFromState: Rupiah

  /// The whole bill.
  public var total: Rupiah { jkk + jkm + jhtEmployer + jhtWorker + jpEmployer + jpWorker }

  /// What the employer bears, and in construction the contractor. Nothing for self-employed members.
  public var employerShare: Rupiah {
    segment == .selfEmployed ? .zero : jkk + jkm + jhtEmployer + jpEmployer
  }

  /// What is taken from the wage, or paid by the self-employed member or the one who pays for them.
  public var workerShare: Rupiah { total - employerShare }

  /// What is billed for `programme`. JKP has no bill of its own.
  public subscript(programme: Programme) -> Rupiah {
    switch programme {
    case .jkk: jkk
    case .jkm: jkm
    case .jht: jhtEmployer + jhtWorker
    case .jp: jpEmployer + jpWorker
    case .jkp: .zero
    }
  }

  /// What of the bill stays with the fund of `programme` once JKP has its parts. The five sum to `total`; what the
  /// State owes is not among them.
  public func net(of programme: Programme) -> Rupiah {
    switch programme {
    case .jkk: jkk - jkkToJKP
    case .jkm: jkm - jkmToJKP
    case .jht, .jp: self[programme]
    case .jkp: jkkToJKP + jkmToJKP
    }
  }
}
