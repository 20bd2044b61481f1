public import Office
import Programs
public import Vocabulary

/// People who do not exist: their NIKs begin with 99, where no province is.
public enum People {
  /// Sells vegetables at the market in Jambi.
  public static let sri = PersonForm(
    nik: "9971014107850001", name: "Sri Wahyuni", birthPlace: "Jambi", bornOn: "1985-07-01", sex: "P",
    motherName: "Siti Aminah", address: "Jalan Pasar Lama 12", village: "Kelurahan Contoh", phone: "081200000001",
    email: "sri@contoh.id", bankCode: "002", bankAccount: "123456789012", bankHolder: "Sri Wahyuni")

  /// A fitter at PT Maju.
  public static let budi = PersonForm(
    nik: "9971011503900002", name: "Budi Santoso", birthPlace: "Jambi", bornOn: "1990-03-15", sex: "L",
    motherName: "Ratna Dewi", address: "Jalan Melati 3", village: "Kelurahan Contoh", phone: "081200000002",
    bankCode: "009", bankAccount: "987654321098", bankHolder: "Budi Santoso")

  /// One of many more: the `number`th worker.
  public static func worker(_ number: Int) -> PersonForm {
    let names = [
      "Agus Salim", "Dewi Lestari", "Eko Prasetyo", "Fitri Handayani", "Gunawan", "Hesti Purwanti", "Iwan Setiadi",
    ]
    let day = number % 28 + 1
    let month = number / 28 % 12 + 1
    return PersonForm(
      nik: "997101" + zeroPadded(day, 2) + zeroPadded(month, 2) + "88" + zeroPadded(number + 100, 4),
      name: names[number % names.count], bornOn: "1988-\(zeroPadded(month, 2))-\(zeroPadded(day, 2))", sex: "L",
      bankCode: "008", bankAccount: "70000000" + zeroPadded(number, 4), bankHolder: names[number % names.count])
  }

  /// A medium business of low risk: all programmes bind it.
  public static let ptMaju = EmployerForm(
    name: "PT Maju Bersama", contactName: "Rina Marlina", phone: "074100000001", email: "hrd@maju.contoh",
    business: "bengkel dan suku cadang", scale: "medium", riskClass: 2)

  public static func sellsVegetables(login: String? = nil, password: String? = nil) -> SelfEmployedForm {
    SelfEmployedForm(
      person: sri, occupation: "pedagang sayur", income: "1.500.000", withJHT: true, login: login, password: password)
  }
}

/// The branch's staff, one of each role.
public enum Staff {
  public static let clerk = staff(.membershipOfficer, "Putri")
  public static let desk = staff(.customerService, "Dian")
  public static let secondDesk = staff(.customerService, "Yoga")
  public static let claimsHead = staff(.claimsHead, "Hendra")
  public static let finance = staff(.finance, "Maya")
  public static let branchHead = staff(.branchHead, "Surya")
  public static let auditor = staff(.auditor, "Lina")
  public static let administrator = staff(.administrator, "Admin")
  public static let bank = Actor.bank("bank-contoh")

  public static func staff(_ role: Role, _ name: String) -> Actor {
    Actor.given(id: "user/\(name.lowercased())", name: name, roles: [role])
  }

  /// The member herself.
  public static func member(_ id: MemberID) -> Actor {
    Actor.given(id: "user/member-\(id)", name: "member", roles: [.member], memberID: id)
  }

  /// The employer's own officer.
  public static func officer(of id: EmployerID) -> Actor {
    Actor.given(id: "user/employer-\(id)", name: "officer", roles: [.employer], employerID: id)
  }
}
