import Office
import Programs
import Vocabulary

// What the interface tells, in the form that programs read: `Told…` goes out, `Asked…` comes in. Identifiers are text,
// money carries its currency, days are ISO 8601 and moments RFC 3339, sentences stand in the caller's language. A value
// that is not there is left out.

struct ToldPerson: Encodable {
  let nik: NIK
  let name: String
  let birthPlace: String
  let bornOn: Day
  let sex: Sex
  let motherName: String
  let address: String
  let village: String
  let phone: String
  let email: String
  let npwp: String
  let bankCode: String
  let bankAccount: String
  let bankHolder: String

  init(_ person: Person) {
    nik = person.nik
    name = person.name
    birthPlace = person.birthPlace
    bornOn = person.bornOn
    sex = person.sex
    motherName = person.motherName
    address = person.address
    village = person.village
    phone = person.phone
    email = person.email
    npwp = person.npwp
    bankCode = person.bank.code
    bankAccount = person.bank.number
    bankHolder = person.bank.holder
  }

  /// The entity tag: another as soon as anything told here is another.
  func version() throws -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in try JSONWriting.bytes(self) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 36)
  }
}

struct ToldMembership: Encodable {
  let kpj: KPJ
  let segment: Segment
  let employerId: String?
  let programmes: [Programme]
  let occupation: String
  let relief: String
  let joinedOn: Day
  let status: Status
  let wage: Money

  struct Status: Encodable {
    let state: String
    var since: Month?
    var endedOn: Day?
    var reason: EndReason?
  }

  init(_ membership: Membership) {
    kpj = membership.kpj
    segment = membership.segment
    employerId = membership.employerID?.description
    programmes = membership.programmes.programmes
    occupation = membership.occupation
    relief = membership.relief
    joinedOn = membership.joinedOn
    wage = Money(membership.wage)
    status =
      switch membership.status {
      case .active: Status(state: "active")
      case .lapsed(let since): Status(state: "lapsed", since: since)
      case .ended(let day, let reason): Status(state: "ended", endedOn: day, reason: reason)
      }
  }
}

struct ToldMember: Encodable {
  let id: String
  let data: ToldPerson
  let renewedAt: String?
  let memberships: [ToldMembership]
  let virtualAccount: VirtualAccount?

  init(_ member: Member) {
    id = member.id.description
    data = ToldPerson(member.person)
    renewedAt = member.renewedAt?.description
    memberships = member.memberships.map(ToldMembership.init)
    virtualAccount = member.va
  }
}

struct ToldEnrolled: Encodable {
  let memberId: String
  let kpj: KPJ
  let virtualAccount: VirtualAccount?

  init(_ enrolled: Enrolled) {
    memberId = enrolled.memberID.description
    kpj = enrolled.kpj
    virtualAccount = enrolled.va
  }
}

struct ToldEnding: Encodable {
  let kpj: KPJ
  let endedOn: Day
  let reason: EndReason

  init(_ ending: Ending) {
    kpj = ending.kpj
    endedOn = ending.endedOn
    reason = ending.reason
  }
}

struct ToldWageChange: Encodable {
  let kpj: KPJ
  let wage: Money
  let from: Month

  init(_ change: WageChange) {
    kpj = change.kpj
    wage = Money(change.amount)
    from = change.from
  }
}
