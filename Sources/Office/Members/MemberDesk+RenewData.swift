import Programs
import Store
public import Vocabulary

extension MemberDesk {
  /// Renews what is known of a member (pengkinian data). The NIK stays; everything else may change. A new version is added
  /// and the old ones stay.
  ///
  /// When the member does it herself the data count as confirmed, which claims on the phone ask for.
  ///
  /// - Parameter accepts: asked, within the act, whether what is on record is still what the caller saw; throws if not.
  public func renew(
    _ id: MemberID, as form: PersonForm, by actor: Actor, key: ActKey,
    provided accepts: @escaping @Sendable (Member) throws -> Void = { _ in }
  ) async throws -> Member {
    try actor.require(.changeMembers, orBeing: id)
    let today = office.today
    // The act keeps no copy of her data as its answer: they stand in their own table, once.
    _ = try await office.act("members.renew", by: actor, key: key, input: Renewal(member: id, form: form)) { act in
      guard let before = try act.db.member(id) else { throw OfficeError.noSuchMember }
      try accepts(before)
      var form = form
      form.nik = before.person.nik.digits
      let person = try form.person(on: today)
      let version = try act.db.integer("SELECT max(version) FROM member_data WHERE member_id = $1", id)
      try act.db.load("member_data", MemberDataRow.columns) { rows in
        try MemberDataRow(
          member: id, version: version + 1, at: act.now, by: actor.id, renewed: actor.memberID == id, person: person
        ).append(to: &rows)
      }
      act.subject = id.value
      act.detail = "version \(version + 1): \(before.person.differences(from: person).joined(separator: ", "))"
      return Nothing()
    }
    return try await office.database.read { db in
      guard let after = try db.member(id) else { throw OfficeError.noSuchMember }
      return after
    }
  }

  private struct Renewal: Codable {
    let member: MemberID
    let form: PersonForm
  }

  /// A self-employed member reports another income. It counts from the month after this one's bill.
  public func changeIncome(_ kpj: KPJ, to income: Rupiah, from month: Month, by actor: Actor, key: ActKey) async throws
    -> WageChange
  {
    let change = WageChange(kpj: kpj, amount: income, from: month)
    return try await office.act("members.change-income", by: actor, key: key, input: change) { act in
      let membership = try act.db.membership(kpj)
      try actor.require(.changeMembers, orBeing: membership.memberID)
      act.subject = membership.memberID.value
      act.detail = "KPJ \(kpj)"
      try act.change(membership, change)
      return change
    }
  }
}

/// A wage or income from a month on.
public struct WageChange: Codable, Hashable, Sendable {
  public let kpj: KPJ
  public let amount: Rupiah
  public let from: Month

  public init(kpj: KPJ, amount: Rupiah, from: Month) {
    self.kpj = kpj
    self.amount = amount
    self.from = from
  }
}

extension Act {
  func change(_ membership: Membership, _ change: WageChange) throws {
    guard !membership.status.isEnded else {
      throw OfficeError.conflict(
        code: "already-ended",
        Words("KPJ \(change.kpj) sudah berakhir.", "KPJ \(change.kpj) has ended."))
    }
    guard change.amount.isPositive else {
      throw OfficeError.fault(
        "wage", "Upah harus lebih dari nol. Tulis dengan angka, misalnya 3.500.000.",
        "A wage is above zero. Write it in digits, for example 3.500.000.")
    }
    let faults = ContributionFacts.faults(ofWage: change.amount, segment: membership.segment, place: "wage")
    guard faults.isEmpty else { throw OfficeError.faults(faults) }
    let billed = try db.row(
      "SELECT max(month) FROM contribution WHERE member_id = $1 AND kpj = $2", membership.memberID, membership.kpj
    ) { try $0.optionalMonth(0) }
    if let last = billed ?? nil, change.from <= last {
      throw OfficeError.fault(
        "from",
        "Iuran sampai \(last.spelled(in: .indonesian)) sudah ditagih. Pilih bulan sesudahnya.",
        "Contributions up to \(last.spelled(in: .english)) are billed. Choose a later month.")
    }
    try db.execute(
      "INSERT INTO wage (member_id, kpj, from_month, recorded_at, amount) VALUES ($1, $2, $3, $4, $5)",
      membership.memberID, membership.kpj, change.from, now, change.amount)
  }
}

extension Person {
  /// The names of the fields that differ, and never what stands in them.
  func differences(from other: Person) -> [String] {
    var fields: [String] = []
    func note(_ name: String, _ same: Bool) { if !same { fields.append(name) } }
    note("name", name == other.name)
    note("birthPlace", birthPlace == other.birthPlace)
    note("bornOn", bornOn == other.bornOn)
    note("sex", sex == other.sex)
    note("motherName", motherName == other.motherName)
    note("address", address == other.address && village == other.village)
    note("phone", phone == other.phone)
    note("email", email == other.email)
    note("npwp", npwp == other.npwp)
    note("bank", bank == other.bank)
    return fields.isEmpty ? ["nothing changed"] : fields
  }
}
