import Store
public import Vocabulary

/// Who people are to the office: sign-in, sessions, users and their roles.
public struct AccessDesk: Sendable {
  let office: Office
}

/// What a signed-in browser or program carries. The database keeps only its hash.
public struct SessionToken: Hashable, Sendable {
  public let text: String
  public init(_ text: String) { self.text = text }
  var hash: String { Sodium.hash(Array(text.utf8)) }
}

public enum SessionKind: String, Sendable, Codable {
  case browser
  case program
}

public struct NewUser: Codable, Sendable, Hashable {
  public var login: String
  public var name: String
  public var password: String
  public var roles: [Role]
  public var memberID: MemberID?
  public var employerID: EmployerID?

  public init(
    login: String, name: String, password: String, roles: [Role], memberID: MemberID? = nil,
    employerID: EmployerID? = nil
  ) {
    self.login = login.trimmed.lowercased()
    self.name = name
    self.password = password
    self.roles = roles
    self.memberID = memberID
    self.employerID = employerID
  }

  /// At least eight characters, and not the name itself: length keeps guessers out better than odd signs do.
  var faults: [Fault] {
    var faults: [Fault] = []
    if !Self.isLogin(login) {
      faults.append(
        Fault(
          "login", "Nama pengguna 3 sampai 60 huruf kecil, angka, titik atau garis.",
          "A user name is 3 to 60 small letters, digits, dots or dashes."))
    }
    faults += Self.faults(ofPassword: password, login: login)
    return faults
  }

  static let longestPassword = 200

  static func isLogin(_ text: String) -> Bool {
    (3...60).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || [45, 46, 95, 64].contains($0)
      }
  }

  static func faults(ofPassword password: String, login: String) -> [Fault] {
    var faults: [Fault] = []
    if password.count < 8 || password.lowercased() == login {
      faults.append(
        Fault(
          "password", "Kata sandi paling sedikit 8 huruf atau angka, dan bukan nama pengguna.",
          "A password has at least 8 characters and is not the user name."))
    }
    if password.utf8.count > longestPassword {
      faults.append(Fault("password", "Kata sandi paling panjang 200 huruf.", "A password has at most 200 characters."))
    }
    return faults
  }
}
