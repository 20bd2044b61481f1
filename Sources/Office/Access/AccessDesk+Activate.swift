import Store
import Vocabulary

/// A member whom an employer or the desk registered makes her account: who she says she is, the code from the desk, and
/// how she wants to sign in.
public struct ActivationForm: Codable, Hashable, Sendable {
  public var kpj: String
  public var nik: String
  public var bornOn: String
  public var code: String
  public var login: String
  public var password: String

  public init(kpj: String, nik: String, bornOn: String, code: String, login: String, password: String) {
    self.kpj = kpj
    self.nik = nik
    self.bornOn = bornOn
    self.code = code
    self.login = login
    self.password = password
  }

  fileprivate func veiled(_ keys: OfficeKeys) -> ActivationForm {
    var form = self
    form.code = keys.veiled(OneTimeCode.plain(code))
    form.password = keys.veiled(password)
    return form
  }
}

extension AccessDesk {
  /// Makes a member's account with the code that the desk gave her.
  ///
  /// - Throws: `faults` at `code`, the same whichever part is wrong; `tooManyTries` for the KPJ number or the address.
  public func activate(_ form: ActivationForm, from address: String = "", key: ActKey) async throws {
    let user = NewUser(login: form.login, name: "", password: form.password, roles: [.member])
    guard user.faults.isEmpty else { throw OfficeError.faults(user.faults) }
    guard let kpj = KPJ(form.kpj), let nik = NIK(form.nik), let born = Day(form.bornOn) ?? Day(typed: form.bornOn)
    else {
      throw OfficeError.wrongCode
    }
    let counted = try await count(tryOf: "kpj:\(kpj.digits)", from: address)
    let hash = try await hashing(form.password, counted)
    let code = OneTimeCode.plain(form.code)
    _ = try await office.act("access.activate", by: .visitor, key: key, input: form.veiled(office.keys)) { act in
      guard let id = try act.db.memberID(of: kpj), let member = try act.db.member(id), member.person.nik == nik,
        member.person.bornOn == born,
        let kept = try act.db.code("SELECT hash, expires_at FROM activation_code WHERE member_id = $1", id.value),
        kept.opens(to: code, at: act.now), try act.db.openUser(of: id) == nil
      else { throw OfficeError.wrongCode }
      var user = user
      (user.name, user.memberID) = (member.person.name, id)
      _ = try act.insert(user, passwordHash: hash)
      try act.db.execute("DELETE FROM activation_code WHERE member_id = $1", id)
      act.subject = id.value
      return Nothing()
    }
    try await forget(counted)
  }
}
