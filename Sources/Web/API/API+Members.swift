import HTTPTypes
import Office
import Vocabulary

extension API {
  var memberRoutes: [Route] {
    [
      act("/members", "Register a self-employed person", for: .anyone) { try await register($0) },
      .post(Self.root + "/member-searches", "Find a member by NIK or KPJ", for: .may(.readMembers), face: .api) {
        try await find($0)
      },
      get("/members/{member}", "A member with all memberships", for: .signedIn) { try await member($0) },
      get("/members/{member}/data", "What is known of a member", for: .signedIn) { try await data($0) },
      put("/members/{member}/data", "Renew what is known of a member", for: .signedIn, needsKey: true) {
        try await renew($0)
      },
    ]
  }

  private func register(_ ask: Ask) async throws -> Reply {
    let asked = try await ask.body(AskedRegistration.self, allowing: AskedRegistration.keys)
    let enrolled = try await office.members.register(
      asked.form, by: ask.identity?.actor ?? .visitor, key: try ask.actKey())
    return try .created(ToldEnrolled(enrolled), at: Self.root + "/members/\(enrolled.memberID)")
  }

  /// There is no list to browse: one number, at most one member. The number is in the body, where no log keeps it.
  private func find(_ ask: Ask) async throws -> Reply {
    let reason = try ask.reason(own: false)
    let number: String
    let asked = try await ask.body(AskedNumber.self, allowing: ["nik", "kpj"])
    switch (asked.nik, asked.kpj) {
    case (let nik?, nil):
      guard NIK(nik)?.digits == nik else {
        throw Refusal.invalid([Fault("nik", "NIK 16 angka.", "A NIK has 16 digits.")])
      }
      number = nik
    case (nil, let kpj?):
      guard KPJ(kpj)?.digits == kpj else {
        throw Refusal.invalid([Fault("kpj", "KPJ 11 angka.", "A KPJ has 11 digits.")])
      }
      number = kpj
    default: throw Refusal.invalid([Fault("nik", "Sebut nik atau kpj, salah satu.", "Give either nik or kpj.")])
    }
    let found = try await office.members.find(number, by: try ask.actor(), why: reason)
    return try .list(
      found.map { [ToldMember($0)] } ?? [], last: nil, ask: ask, paging: Paging(limit: 1, after: nil), seal: seal)
  }

  func read(_ ask: Ask) async throws -> Member {
    let (id, actor) = (try ask.member(), try ask.actor())
    return try await office.members.member(id, by: actor, why: try ask.reason(own: actor.memberID == id))
  }

  private func member(_ ask: Ask) async throws -> Reply { try .json(ToldMember(try await read(ask))) }

  private func data(_ ask: Ask) async throws -> Reply {
    let told = ToldPerson(try await read(ask).person)
    let tag = "\"\(try told.version())\""
    if ask.headers[.ifNoneMatch] == tag { return Reply(.notModified, headers: [.eTag: tag]) }
    return try .json(told).adding(.eTag, tag)
  }

  /// Whether the caller saw what is on record is asked within the act: nobody can slip in between, and the same request
  /// again is answered as before although the record has moved on.
  private func renew(_ ask: Ask) async throws -> Reply {
    guard ask.headers[.ifMatch] != nil else { throw Refusal.preconditionRequired }
    let form = try await ask.body(AskedPerson.self, allowing: AskedPerson.keys).form
    let id = try ask.member()
    let renewed = try await office.members.renew(id, as: form, by: try ask.actor(), key: try ask.actKey()) { before in
      try ask.requireMatch(try ToldPerson(before.person).version())
      guard NIK(form.nik) == before.person.nik else {
        throw OfficeError.faults([Fault("nik", "NIK tidak dapat diganti.", "A NIK never changes.")])
      }
    }
    let told = ToldPerson(renewed.person)
    return try .json(told).adding(.eTag, "\"\(try told.version())\"")
  }
}

/// One number of a person: a NIK or a KPJ.
private struct AskedNumber: Decodable {
  let nik: String?
  let kpj: String?
}
