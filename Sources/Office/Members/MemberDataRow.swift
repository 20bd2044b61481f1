import Store
import Vocabulary

/// A version of what is known of a member, on its way into `member_data`.
struct MemberDataRow {
  let member: MemberID
  let version: Int64
  let at: Instant
  let by: String
  let renewed: Bool
  let person: Person

  static let columns = [
    "member_id", "version", "recorded_at", "recorded_by", "renewed", "name", "birth_place", "born_on", "sex",
    "mother_name", "address", "village", "phone", "email", "npwp", "bank_code", "bank_account", "bank_holder", "more",
  ]

  func append(to rows: inout BulkWriter) throws {
    rows.append(member)
    rows.append(version)
    rows.append(at)
    rows.append(by)
    rows.append(renewed ? 1 : 0)
    rows.append(person.name)
    rows.append(person.birthPlace)
    rows.append(person.bornOn)
    rows.append(person.sex.rawValue)
    rows.append(person.motherName)
    rows.append(person.address)
    rows.append(person.village)
    rows.append(person.phone)
    rows.append(person.email)
    rows.append(person.npwp)
    rows.append(person.bank.code)
    rows.append(person.bank.number)
    rows.append(person.bank.holder)
    rows.append("")
    try rows.endRow()
  }
}
