import Programs
import Store
public import Vocabulary

/// Registers employers and takes their reports on workers.
public struct EmployerDesk: Sendable {
  let office: Office
}

/// A worker on an employer's list.
public struct Worker: Codable, Hashable, Sendable {
  public let memberID: MemberID
  public let nik: NIK
  public let kpj: KPJ
  public let name: String
  public let startedOn: Day
  public let endedOn: Day?
  public let wage: Rupiah
}

extension EmployerDesk {
  /// Registers an employer (Formulir 1): a number, a virtual account, and a user if wanted.
  public func register(_ form: EmployerForm, by actor: Actor, key: ActKey) async throws -> Employer {
    if actor != .visitor { try actor.require(.registerEmployers) }
    let profile = try form.profile(law: office.law, on: office.today)
    let user = form.newUser
    let hash = user == nil ? nil : try await office.passwords.hash(user?.password ?? "")
    return try await office.act("employers.register", by: actor, key: key, input: form.veiled(office.keys)) { act in
      let employer = try act.insert(profile, segment: form.segment)
      if var user, let hash {
        user.employerID = employer.id
        _ = try act.insert(user, passwordHash: hash)
      }
      act.subject = employer.id.value
      act.detail = "NPP \(employer.npp)"
      return employer
    }
  }

  public func employer(_ id: EmployerID, by actor: Actor) async throws -> Employer {
    try actor.require(.readEmployers, orWorkingFor: id)
    return try await office.database.read { db in
      guard let employer = try db.employer(id) else { throw OfficeError.noSuchEmployer }
      return employer
    }
  }

  public func find(_ npp: NPP, by actor: Actor) async throws -> Employer? {
    try actor.require(.readEmployers)
    return try await office.database.read { db in
      try db.row("SELECT employer_id FROM employer_npp WHERE npp = $1", npp) { try $0.id(0) as EmployerID }
        .flatMap { try db.employer($0) }
    }
  }

  /// The employer's workers, by name; those who left last. Reading the list is written down.
  public func workers(of id: EmployerID, by actor: Actor, why reason: String) async throws -> [Worker] {
    try actor.require(.readEmployers, orWorkingFor: id)
    return try await office.reading("employers.workers", by: actor, why: reason) { act in
      act.subject = id.value
      return try act.db.workers(of: id)
    }
  }
}

extension Act {
  func insert(_ profile: EmployerProfile, segment: Segment) throws -> Employer {
    let id = newID(EmployerMark.self)
    let year = today.year % 100
    let number = try takeNumbers("npp/\(year)")
    guard let npp = NPP(zeroPadded(year, 2) + zeroPadded(Int(number), 6) + "000"),
      let va = VirtualAccount("\(office.branch.bankPrefix)2\(npp)")
    else { preconditionFailure("an employer's number has eleven digits") }
    try db.execute("INSERT INTO employer_npp (npp, employer_id) VALUES ($1, $2)", npp, id)
    try db.execute(
      "INSERT INTO employer (employer_id, npp, segment, registered_at) VALUES ($1, $2, $3, $4)", id, npp,
      segment.rawValue,
      now)
    try db.execute("INSERT INTO virtual_account (va, payer_id) VALUES ($1, $2)", va, id)
    try db.execute(
      "INSERT INTO payer (payer_id, kind, va) VALUES ($1, $2, $3)", id, PayerKind.employer.rawValue, va)
    try db.execute(
      """
      INSERT INTO employer_data (employer_id, version, recorded_at, recorded_by, name, npwp, address, contact_name, phone,
        email, business, scale, risk_class, relief, programmes)
      VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """, id, now, actor.id, profile.name, profile.npwp, profile.address, profile.contactName, profile.phone,
      profile.email, profile.business, profile.scale.rawValue, profile.riskClass.rawValue, profile.relief.rawValue,
      profile.programmes)
    return Employer(id: id, npp: npp, segment: segment, profile: profile, va: va)
  }
}

extension Connection {
  func employer(_ id: EmployerID) throws -> Employer? {
    try row(
      """
      SELECT e.npp, e.segment, d.name, d.npwp, d.address, d.contact_name, d.phone, d.email, d.business, d.scale,
        d.risk_class, d.relief, d.programmes, p.va
      FROM employer e JOIN employer_data d ON d.employer_id = e.employer_id JOIN payer p ON p.payer_id = e.employer_id
      WHERE e.employer_id = $1 ORDER BY d.version DESC LIMIT 1
      """, id
    ) { row in
      Employer(
        id: id, npp: try row.npp(0), segment: try row.raw(1),
        profile: EmployerProfile(
          name: try row.text(2), npwp: try row.text(3), address: try row.text(4), contactName: try row.text(5),
          phone: try row.text(6), email: try row.text(7), business: try row.text(8), scale: try row.raw(9),
          riskClass: try row.raw(10), relief: try row.raw(11), programmes: ProgrammeSet(rawValue: Int(try row.int(12)))),
        va: try row.virtualAccount(13))
    }
  }

  /// Who works there now.
  func working(at id: EmployerID) throws -> Set<MemberID> {
    Set(
      try rows(
        """
        SELECT w.member_id FROM employment w
        LEFT JOIN employment_end x
          ON x.employer_id = w.employer_id AND x.member_id = w.member_id AND x.kpj = w.kpj
        WHERE w.employer_id = $1 AND x.ended_on IS NULL
        """, id
      ) { try $0.id(0) as MemberID })
  }

  func workers(of id: EmployerID) throws -> [Worker] {
    try rows(
      """
      SELECT w.member_id, w.kpj, w.started_on, x.ended_on,
        (SELECT d.name FROM member_data d WHERE d.member_id = w.member_id ORDER BY d.version DESC LIMIT 1),
        (SELECT g.amount FROM wage g WHERE g.member_id = w.member_id AND g.kpj = w.kpj
          ORDER BY g.from_month DESC, g.recorded_at DESC LIMIT 1), m.nik
      FROM employment w JOIN member m ON m.member_id = w.member_id
      LEFT JOIN employment_end x
        ON x.employer_id = w.employer_id AND x.member_id = w.member_id AND x.kpj = w.kpj
      WHERE w.employer_id = $1 ORDER BY CASE WHEN x.ended_on IS NULL THEN 0 ELSE 1 END, 5, w.kpj
      """, id
    ) { row in
      Worker(
        memberID: try row.id(0), nik: try row.nik(6), kpj: try row.kpj(1), name: try row.text(4),
        startedOn: try row.day(2),
        endedOn: try row.optionalDay(3), wage: Rupiah(try row.optionalInt(5) ?? 0))
    }
  }
}

extension OfficeError {
  static let noSuchEmployer = OfficeError.notFound(
    Words("Perusahaan tidak ditemukan. Periksa NPP.", "No such employer. Check the NPP."))
}
