public import Law
public import Programs
public import Vocabulary

// The life of an employer. It registers once (Formulir 1) and gets a number, the NPP, and a virtual account for good. It
// reports its workers (Formulir 1a): joiners, leavers, changed wages. Each month it is billed for those who were in its
// service, by what their wages were then.

public enum EmployerMark {}
public typealias EmployerID = Identifier<EmployerMark>

/// The size of a business, which decides the programmes that bind it (`ObligedProgrammes`).
public enum BusinessScale: String, Codable, Sendable, CaseIterable {
  case micro, small, medium, large

  public var words: Words {
    switch self {
    case .micro: Words("Mikro", "Micro")
    case .small: Words("Kecil", "Small")
    case .medium: Words("Menengah", "Medium")
    case .large: Words("Besar", "Large")
    }
  }
}

/// An employer as known today.
public struct Employer: Codable, Hashable, Sendable {
  public let id: EmployerID
  public let npp: NPP
  public let segment: Segment
  public let profile: EmployerProfile
  public let va: VirtualAccount
}

/// What an employer says of itself.
public struct EmployerProfile: Codable, Hashable, Sendable {
  public var name: String
  public var npwp: String
  public var address: String
  public var contactName: String
  public var phone: String
  public var email: String
  public var business: String
  public var scale: BusinessScale
  public var riskClass: RiskClass
  public var relief: Relief
  public var programmes: ProgrammeSet

  public init(
    name: String, npwp: String = "", address: String = "", contactName: String = "", phone: String = "",
    email: String = "",
    business: String = "", scale: BusinessScale, riskClass: RiskClass, relief: Relief = .none, programmes: ProgrammeSet
  ) {
    self.name = name
    self.npwp = npwp
    self.address = address
    self.contactName = contactName
    self.phone = phone
    self.email = email
    self.business = business
    self.scale = scale
    self.riskClass = riskClass
    self.relief = relief
    self.programmes = programmes
  }
}

/// Formulir 1, as typed.
public struct EmployerForm: Codable, Hashable, Sendable {
  public var name: String
  public var npwp: String?
  public var address: String?
  public var contactName: String
  public var phone: String?
  public var email: String?
  public var business: String
  public var scale: String
  public var riskClass: Int
  public var labourIntensive: Bool?
  public var construction: Bool?
  public var login: String?
  public var password: String?

  public init(
    name: String, npwp: String? = nil, address: String? = nil, contactName: String, phone: String? = nil,
    email: String? = nil, business: String, scale: String, riskClass: Int, labourIntensive: Bool? = nil,
    construction: Bool? = nil, login: String? = nil, password: String? = nil
  ) {
    self.name = name
    self.npwp = npwp
    self.address = address
    self.contactName = contactName
    self.phone = phone
    self.email = email
    self.business = business
    self.scale = scale
    self.riskClass = riskClass
    self.labourIntensive = labourIntensive
    self.construction = construction
    self.login = login
    self.password = password
  }

  /// For the fingerprint of the act: the password only as what stands for it.
  func veiled(_ keys: OfficeKeys) -> EmployerForm {
    var form = self
    form.password = password.map(keys.veiled)
    return form
  }

  public var segment: Segment { construction == true ? .construction : .wageEarner }

  /// With the programmes that bind it by the law of `day`.
  ///
  /// - Throws: `OfficeError.faults`, all of them; `LawError` where the law is silent.
  public func profile(law: LawBook, on day: Day) throws -> EmployerProfile {
    var faults = PersonForm.unprintable([
      ("name", self.name), ("npwp", npwp), ("address", address), ("contactName", contactName), ("phone", phone),
      ("email", email), ("business", business),
    ])
    let name = self.name.trimmed
    if name.count < 3 { faults.append(Fault("name", "Tulis nama perusahaan.", "Write the company's name.")) }
    if contactName.trimmed.isEmpty {
      faults.append(Fault("contactName", "Tulis nama orang yang dapat dihubungi.", "Write whom we may talk to."))
    }
    let scale = BusinessScale(rawValue: self.scale)
    if scale == nil { faults.append(Fault("scale", "Pilih skala usaha.", "Choose the size of the business.")) }
    let risk = RiskClass(rawValue: riskClass)
    if risk == nil {
      faults.append(Fault("riskClass", "Pilih tingkat risiko kerja 1 sampai 5.", "Choose the risk class, 1 to 5."))
    }
    let phone = PersonForm.phone(self.phone ?? "", faults: &faults)
    let email = PersonForm.email(self.email ?? "", faults: &faults)
    let npwp = PersonForm.npwp(self.npwp ?? "", faults: &faults)
    faults += newUser?.faults ?? []
    guard faults.isEmpty, let scale, let risk else { throw OfficeError.faults(faults) }
    let size = construction == true ? .construction : EmployerScale(rawValue: scale.rawValue) ?? .large
    return EmployerProfile(
      name: name, npwp: npwp, address: address?.trimmed ?? "", contactName: contactName.trimmed, phone: phone,
      email: email,
      business: business.trimmed, scale: scale, riskClass: risk,
      relief: labourIntensive == true ? .labourIntensive : .none,
      programmes: try ObligedProgrammes.of(size, law: law, on: day).value)
  }

  /// The user to be made, if one is wanted; whose it is, is known once the employer has a number.
  var newUser: NewUser? {
    guard let login, !login.trimmed.isEmpty else { return nil }
    return NewUser(login: login, name: contactName.trimmed, password: password ?? "", roles: [.employer])
  }
}
