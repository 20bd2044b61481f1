public import Law
public import Vocabulary

/// How an heir stood to the one who died. The raw values are the words of `law/parameters/heirs/order.yaml`.
public enum HeirRelation: String, Codable, Sendable, CaseIterable {
  case spouse = "widow or widower"
  case child
  case parent
  case grandchild
  case grandparent
  case sibling
  case parentInLaw = "parent-in-law"
  case namedInWill = "named in the will"

  public var words: Words {
    switch self {
    case .spouse: Words("janda atau duda", "widow or widower")
    case .child: Words("anak", "child")
    case .parent: Words("orang tua", "parent")
    case .grandchild: Words("cucu", "grandchild")
    case .grandparent: Words("kakek atau nenek", "grandparent")
    case .sibling: Words("saudara kandung", "sibling")
    case .parentInLaw: Words("mertua", "parent-in-law")
    case .namedInWill: Words("ditunjuk dalam wasiat", "named in the will")
    }
  }
}

/// One person who is left behind.
public struct Survivor: Codable, Sendable, Hashable {
  public let name: String
  public let relation: HeirRelation
  public let bornOn: Day

  public init(name: String, relation: HeirRelation, bornOn: Day) {
    self.name = name
    self.relation = relation
    self.bornOn = bornOn
  }
}

/// Who inherits the benefits of JKK and JKM, and how much each.
public enum Heirs {
  public static let order = LawKey<[HeirRank]>("heirs/order")
  public static let division = LawKey<Division>("heirs/division")
  public static let remainder = LawKey<Remainder>("heirs/remainder")
  public static let minorAge = LawKey<Years>("heirs/minor_age")
  public static let none = LawKey<[NoHeirRule]>("heirs/none")

  static let keys: [any AnyLawKey] = [order, division, remainder, minorAge, none]

  /// How heirs of one rank divide.
  public enum Division: String, LawRule {
    case equalShares = "equal shares"
    /// The widow or widower receives all; the others of that rank only where there is none.
    case spouseFirst = "widow or widower first"
  }

  /// Who receives what is left after dividing by whole rupiah.
  public enum Remainder: String, LawRule {
    case eldest = "one rupiah each to the eldest"
  }
}

/// A row of the order: a relation and its rank, 1 being the first.
public struct HeirRank: LawRowReadable, Hashable {
  public let rank: Int
  public let relation: HeirRelation

  public static let columns = [LawColumn("rank", .count), LawColumn("relation", .text)]

  public init(law row: LawRow) throws(WrongForm) {
    rank = try row.cell("rank")
    relation = try row.choice("relation")
  }
}

/// A row that says where a benefit goes without heirs and will.
public struct NoHeirRule: LawRowReadable, Hashable {
  public enum Receiver: String, Sendable, CaseIterable {
    case funeralArranger = "funeral arranger"
    case socialSecurityFund = "social security fund"

    var payee: Payee { self == .funeralArranger ? .funeralArranger : .socialSecurityFund }
  }

  /// `nil` for all others.
  public let benefit: BenefitKind?
  public let receiver: Receiver

  public static let columns = [LawColumn("benefit", .text), LawColumn("receiver", .text)]

  public init(law row: LawRow) throws(WrongForm) {
    benefit = try row.text("benefit") == "any other" ? nil : try row.choice("benefit")
    receiver = try row.choice("receiver")
  }
}
