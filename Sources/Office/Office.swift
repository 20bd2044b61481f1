public import Law
public import Store
public import Vocabulary

/// Start here: every desk of the branch, over one database and one law.
///
/// A desk's verb is an act: it checks who may, runs in one transaction, is safe to repeat under its key, and leaves a
/// trace. There is no other way to change the books.
public final class Office: Sendable {
  public let database: Database
  public let law: LawBook
  /// What the time is. The real clock in service, a given one in tests and the simulator.
  public let clock: @Sendable () -> Instant
  let identifiers: IdentifierSource
  public let keys: OfficeKeys
  public let branch: Branch
  let passwords = Passwords()

  public init(
    database: Database, law: LawBook, keys: OfficeKeys, branch: Branch = .jambi,
    random: SeededRandom = .unseeded(), clock: @escaping @Sendable () -> Instant
  ) {
    self.database = database
    self.law = law
    self.keys = keys
    self.branch = branch
    self.clock = clock
    identifiers = IdentifierSource(random: random)
  }

  public var access: AccessDesk { AccessDesk(office: self) }
  public var members: MemberDesk { MemberDesk(office: self) }
  public var employers: EmployerDesk { EmployerDesk(office: self) }
  public var contributions: ContributionDesk { ContributionDesk(office: self) }
  public var savings: SavingsDesk { SavingsDesk(office: self) }
  public var claims: ClaimDesk { ClaimDesk(office: self) }
  public var letters: LetterDesk { LetterDesk(office: self) }
  public var books: Books { Books(office: self) }
  public var audit: AuditDesk { AuditDesk(office: self) }

  public var today: Day { clock().day }
}

/// The branch in whose name letters go out.
public struct Branch: Hashable, Sendable, Codable {
  public let name: String
  public let city: String
  public let address: [String]
  /// The five digits that the collecting bank puts before every virtual account of ours.
  public let bankPrefix: String
  /// The account that benefits are paid from.
  public let payoutAccount: String

  public init(name: String, city: String, address: [String], bankPrefix: String, payoutAccount: String) {
    self.name = name
    self.city = city
    self.address = address
    self.bankPrefix = bankPrefix
    self.payoutAccount = payoutAccount
  }

  public static let jambi = Branch(
    name: "Kantor Cabang Jambi", city: "Jambi", address: ["Jalan Contoh Nomor 1", "Kota Jambi 36000"],
    bankPrefix: "98991", payoutAccount: "9899000000001")
}
