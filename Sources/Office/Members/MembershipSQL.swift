import Store
import Vocabulary

extension Connection {
  func memberID(of nik: NIK) throws -> MemberID? {
    try row("SELECT member_id FROM member_nik WHERE nik = $1", nik) { try $0.id(0) as MemberID }
  }

  func memberID(of kpj: KPJ) throws -> MemberID? {
    try row("SELECT member_id FROM member_kpj WHERE kpj = $1", kpj) { try $0.id(0) as MemberID }
  }

  /// A member with all her memberships.
  func member(_ id: MemberID) throws -> Member? {
    guard let (person, renewed) = try person(id) else { return nil }
    return Member(
      id: id, person: person, renewedAt: renewed, memberships: try memberships(of: id),
      va: try row("SELECT va FROM payer WHERE payer_id = $1", id) { VirtualAccount(try $0.text(0)) } ?? nil)
  }

  private func person(_ id: MemberID) throws -> (Person, renewedAt: Instant?)? {
    let found = try row(
      """
      SELECT m.nik, d.name, d.birth_place, d.born_on, d.sex, d.mother_name, d.address, d.village, d.phone, d.email,
        d.npwp, d.bank_code, d.bank_account, d.bank_holder
      FROM member m JOIN member_data d ON d.member_id = m.member_id
      WHERE m.member_id = $1 ORDER BY d.version DESC LIMIT 1
      """, id, as: Person.init)
    guard let found else { return nil }
    let renewed = try row(
      "SELECT recorded_at FROM member_data WHERE member_id = $1 AND renewed = 1 ORDER BY version DESC LIMIT 1", id
    ) { try $0.instant(0) }
    return (found, renewed)
  }

  func memberships(of id: MemberID) throws -> [Membership] {
    try rows(
      """
      SELECT s.kpj, s.segment, s.employer_id, s.programmes, s.occupation, s.relief, s.joined_on, e.ended_on, e.reason,
        (SELECT l.lapsed * l.month FROM membership_lapse l WHERE l.member_id = s.member_id AND l.kpj = s.kpj
          ORDER BY l.seq DESC LIMIT 1),
        (SELECT w.amount FROM wage w WHERE w.member_id = s.member_id AND w.kpj = s.kpj
          ORDER BY w.from_month DESC, w.recorded_at DESC LIMIT 1)
      FROM membership s
      LEFT JOIN membership_end e ON e.member_id = s.member_id AND e.kpj = s.kpj
      WHERE s.member_id = $1 ORDER BY s.joined_on, s.kpj
      """, id
    ) { row in
      guard let kpj = KPJ(try row.text(0)), let segment = Segment(rawValue: try row.text(1)) else {
        throw OfficeError.notFound(Words("Kepesertaan rusak.", "A membership row cannot be read."))
      }
      return Membership(
        memberID: id, kpj: kpj, segment: segment, employerID: try row.optionalID(2),
        programmes: ProgrammeSet(rawValue: Int(try row.int(3))), occupation: try row.text(4), relief: try row.text(5),
        joinedOn: try row.day(6), status: try MembershipStatus(row, ended: 7, reason: 8, lapsed: 9),
        wage: Rupiah(try row.optionalInt(10) ?? 0))
    }
  }
}

extension MembershipStatus {
  /// From the columns of the end, its reason, and the month of a lapse that is not over (zero when it is).
  init(_ row: Row, ended: Int, reason: Int, lapsed: Int) throws {
    if let day = try row.optionalInt(ended) {
      self = .ended(on: Day(number: Int32(day)), reason: EndReason(rawValue: try row.text(reason)) ?? .other)
    } else if let month = try row.optionalInt(lapsed), month > 0 {
      self = .lapsed(since: Month(number: Int32(month)))
    } else {
      self = .active
    }
  }
}

extension Person {
  init(_ row: Row) throws {
    guard let nik = NIK(try row.text(0)), let sex = Sex(rawValue: try row.text(4)) else {
      throw OfficeError.notFound(Words("Data peserta rusak.", "A member's row cannot be read."))
    }
    self.init(
      nik: nik, name: try row.text(1), birthPlace: try row.text(2), bornOn: try row.day(3), sex: sex,
      motherName: try row.text(5), address: try row.text(6), village: try row.text(7), phone: try row.text(8),
      email: try row.text(9), npwp: try row.text(10),
      bank: BankAccount(code: try row.text(11), number: try row.text(12), holder: try row.text(13)))
  }
}
