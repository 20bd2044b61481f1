import Office
import Vocabulary

/// Who somebody is, as a program hands it in.
struct AskedPerson: Decodable {
  let form: PersonForm

  static let keys: Set<String> = [
    "nik", "name", "birthPlace", "bornOn", "sex", "motherName", "address", "village", "phone", "email", "npwp",
    "bankCode", "bankAccount", "bankHolder",
  ]

  private enum Key: String, CodingKey {
    case nik, name, birthPlace, bornOn, sex, motherName, address, village, phone, email, npwp, bankCode, bankAccount
    case bankHolder
  }

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) throws -> String? { try given.decodeIfPresent(String.self, forKey: key) }
    form = PersonForm(
      nik: try given.decode(String.self, forKey: .nik), name: try given.decode(String.self, forKey: .name),
      birthPlace: try text(.birthPlace), bornOn: try given.decode(Day.self, forKey: .bornOn).description,
      sex: try given.decodeIfPresent(Sex.self, forKey: .sex)?.rawValue, motherName: try text(.motherName),
      address: try text(.address), village: try text(.village), phone: try text(.phone), email: try text(.email),
      npwp: try text(.npwp), bankCode: try text(.bankCode), bankAccount: try text(.bankAccount),
      bankHolder: try text(.bankHolder))
  }
}

/// A self-employed person's registration: the person's own fields stand beside those of the work.
struct AskedRegistration: Decodable {
  let form: SelfEmployedForm

  static let keys = AskedPerson.keys.union(["occupation", "income", "withJHT", "transport", "login", "password"])

  private enum Key: String, CodingKey {
    case occupation, income, withJHT, transport, login, password
  }

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: Key.self)
    form = SelfEmployedForm(
      person: try AskedPerson(from: decoder).form, occupation: try given.decode(String.self, forKey: .occupation),
      income: String(try given.decode(Money.self, forKey: .income).amount.amount),
      withJHT: try given.decode(Bool.self, forKey: .withJHT),
      transport: try given.decodeIfPresent(Bool.self, forKey: .transport) ?? false,
      login: try given.decodeIfPresent(String.self, forKey: .login),
      password: try given.decodeIfPresent(String.self, forKey: .password))
  }
}
