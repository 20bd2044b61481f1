import Law
import Programs
import Store
import Vocabulary

/// Somebody who works for herself registers: who she is, what she earns, and whether she saves for old age too.
public struct SelfEmployedForm: Codable, Hashable, Sendable {
  public var person: PersonForm
  public var occupation: String
  public var income: String
  public var withJHT: Bool
  /// Drives or carries for a living (ojek, taxi, courier): a dated reduction may apply.
  public var transport: Bool
  /// Wanted for signing in later; empty when the desk registers somebody without a phone.
  public var login: String?
  public var password: String?

  public init(
    person: PersonForm, occupation: String, income: String, withJHT: Bool, transport: Bool = false,
    login: String? = nil, password: String? = nil
  ) {
    self.person = person
    self.occupation = occupation
    self.income = income
    self.withJHT = withJHT
    self.transport = transport
    self.login = login
    self.password = password
  }

  /// For the fingerprint of the act: the password only as what stands for it.
  func veiled(_ keys: OfficeKeys) -> SelfEmployedForm {
    var form = self
    form.password = password.map(keys.veiled)
    return form
  }
}

extension MemberDesk {
  /// Registers a self-employed person and issues her first bill, so that she can pay at once.
  ///
  /// - Throws: `faults` for what was typed; `conflict("already-member")` when the NIK is registered and the actor is not that
  ///   member; `conflict("already-self-employed")` when she has an open BPU membership.
  public func register(_ form: SelfEmployedForm, by actor: Actor, key: ActKey) async throws -> Enrolled {
    if actor != .visitor, actor.memberID == nil { try actor.require(.registerMembers) }
    let today = office.today
    let enrolment = try form.enrolment(on: today, law: office.law)
    let user = form.newUser
    let hash = user == nil ? nil : try await office.passwords.hash(user?.password ?? "")
    return try await office.act("members.register", by: actor, key: key, input: form.veiled(office.keys)) { act in
      try act.admit(enrolment.person.nik)
      guard let enrolled = try act.enrol([enrolment]).first else { preconditionFailure("one in, one out") }
      if var user, let hash {
        user.memberID = enrolled.memberID
        _ = try act.insert(user, passwordHash: hash)
      }
      try act.billSelfPayer(enrolled.memberID)
      act.subject = enrolled.memberID.value
      act.detail = "BPU \(enrolled.kpj)"
      return enrolled
    }
  }
}

extension SelfEmployedForm {
  func enrolment(on today: Day, law: LawBook) throws -> Enrolment {
    let (person, found) = self.person.read(on: today)
    var faults = found
    let income = Rupiah(typed: self.income)
    if income == nil || income?.isZero == true {
      faults.append(
        Fault(
          "income", "Tulis penghasilan sebulan dengan angka, misalnya 1.500.000.",
          "Write a month's income in digits, for example 1.500.000."))
    }
    if occupation.trimmed.isEmpty {
      faults.append(Fault("occupation", "Tulis pekerjaan Anda, misalnya pedagang sayur.", "Write what your work is."))
    }
    if let person { faults += try AgeRule(law: law, on: today).faults(of: person, segment: .selfEmployed) }
    if let income { faults += ContributionFacts.faults(ofWage: income, segment: .selfEmployed, place: "income") }
    faults += newUser?.faults ?? []
    guard faults.isEmpty, let person, let income else { throw OfficeError.faults(faults) }
    return Enrolment(
      person: person, segment: .selfEmployed, programmes: withJHT ? [.jkk, .jkm, .jht] : [.jkk, .jkm],
      occupation: occupation.trimmed, relief: transport ? Relief.transport.rawValue : Relief.nonTransport.rawValue,
      joinedOn: today, wage: income, confirmed: true)
  }

  /// The user to be made, if one is wanted; the name is that on the form.
  var newUser: NewUser? {
    guard let login, !login.trimmed.isEmpty else { return nil }
    let name = person.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return NewUser(login: login, name: name, password: password ?? "", roles: [.member])
  }
}

extension Act {
  /// Lets a new self-employed membership through unless there is one, or unless a stranger uses a known NIK.
  fileprivate func admit(_ nik: NIK) throws {
    guard let known = try db.memberID(of: nik) else { return }
    guard actor.memberID == known || actor.has(.registerMembers) else {
      throw OfficeError.conflict(
        code: "already-member",
        Words(
          "NIK ini sudah terdaftar. Silakan masuk, atau datang ke kantor dengan KTP.",
          "This NIK is registered already. Please sign in, or come to the office with the card."))
    }
    let open = try db.memberships(of: known).first { $0.segment == .selfEmployed && !$0.status.isEnded }
    if let open {
      throw OfficeError.conflict(
        code: "already-self-employed",
        Words(
          "Anda sudah terdaftar sebagai BPU dengan KPJ \(open.kpj). Bayar iurannya untuk tetap terlindungi.",
          "You are registered as BPU already under KPJ \(open.kpj). Pay its contributions to stay covered."))
    }
  }
}
