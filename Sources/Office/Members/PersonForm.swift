public import Vocabulary

/// A person as typed, before anything is believed. Every fault is found at once.
public struct PersonForm: Codable, Hashable, Sendable {
  public var nik: String
  public var name: String
  public var birthPlace: String?
  public var bornOn: String
  public var sex: String?
  public var motherName: String?
  public var address: String?
  public var village: String?
  public var phone: String?
  public var email: String?
  public var npwp: String?
  public var bankCode: String?
  public var bankAccount: String?
  public var bankHolder: String?

  public init(
    nik: String, name: String, birthPlace: String? = nil, bornOn: String, sex: String? = nil, motherName: String? = nil,
    address: String? = nil, village: String? = nil, phone: String? = nil, email: String? = nil, npwp: String? = nil,
    bankCode: String? = nil, bankAccount: String? = nil, bankHolder: String? = nil
  ) {
    self.nik = nik
    self.name = name
    self.birthPlace = birthPlace
    self.bornOn = bornOn
    self.sex = sex
    self.motherName = motherName
    self.address = address
    self.village = village
    self.phone = phone
    self.email = email
    self.npwp = npwp
    self.bankCode = bankCode
    self.bankAccount = bankAccount
    self.bankHolder = bankHolder
  }

  /// The form of somebody already known, to be changed here and there.
  public init(_ person: Person) {
    self.init(
      nik: person.nik.digits, name: person.name, birthPlace: person.birthPlace, bornOn: person.bornOn.description,
      sex: person.sex.rawValue, motherName: person.motherName, address: person.address, village: person.village,
      phone: person.phone, email: person.email, npwp: person.npwp, bankCode: person.bank.code,
      bankAccount: person.bank.number, bankHolder: person.bank.holder)
  }

  /// The person, if nothing is wrong.
  ///
  /// - Throws: `OfficeError.faults` with each fault under its field's name.
  public func person(on today: Day) throws(OfficeError) -> Person {
    let (person, faults) = read(on: today)
    guard let person else { throw .faults(faults) }
    return person
  }

  /// The person, or every fault under its field's name.
  public func read(on today: Day) -> (person: Person?, faults: [Fault]) {
    var faults = unprintable
    let nik = Self.nik(self.nik, faults: &faults)
    let name = Self.name(self.name, faults: &faults)
    let born = Self.birth(bornOn, on: today, faults: &faults)
    let sex = Self.sex(self.sex, nik: nik, faults: &faults)
    let phone = Self.phone(self.phone ?? "", faults: &faults)
    let email = Self.email(self.email ?? "", faults: &faults)
    let npwp = Self.npwp(self.npwp ?? "", faults: &faults)
    let bank = Self.bank(code: bankCode, number: bankAccount, holder: bankHolder, owner: name, faults: &faults)
    guard faults.isEmpty, let nik, let born, let sex else { return (nil, faults) }
    let person = Person(
      nik: nik, name: name, birthPlace: birthPlace?.trimmed ?? "", bornOn: born, sex: sex,
      motherName: motherName?.trimmed ?? "", address: address?.trimmed ?? "", village: village?.trimmed ?? "",
      phone: phone, email: email, npwp: npwp, bank: bank)
    return (person, [])
  }
}

extension PersonForm {
  /// Text that no paper can show, by field.
  private var unprintable: [Fault] {
    Self.unprintable([
      ("name", name), ("birthPlace", birthPlace), ("motherName", motherName), ("address", address),
      ("village", village), ("phone", phone), ("email", email), ("npwp", npwp), ("bankCode", bankCode),
      ("bankAccount", bankAccount), ("bankHolder", bankHolder),
    ])
  }

  static func unprintable(_ fields: [(name: String, text: String?)]) -> [Fault] {
    fields.filter { !PlainText.isLine($0.text ?? "") }.map { field in
      Fault(
        field.name, "Ada huruf yang tidak dapat dicetak. Hapus isinya, lalu ketik ulang.",
        "There are characters that cannot be printed. Empty the field and type it again.")
    }
  }

  public static func nik(_ text: String, faults: inout [Fault]) -> NIK? {
    switch NIK.read(text) {
    case .success(let nik): return nik
    case .failure(let flaw):
      faults.append(Fault("nik", flaw.words))
      return nil
    }
  }

  public static func name(_ text: String, faults: inout [Fault]) -> String {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if name.isEmpty || name.contains(where: \.isDigit) || name.count > 120 {
      faults.append(Fault("name", "Tulis nama lengkap seperti di KTP.", "Write the full name as on the identity card."))
    }
    return name
  }

  public static func birth(_ text: String, on today: Day, faults: inout [Fault]) -> Day? {
    guard let born = Day(typed: text) else {
      faults.append(
        Fault(
          "bornOn", "Tanggal lahir tidak ada di kalender. Tulis seperti 31/12/1980.",
          "The calendar has no such birth date. Write it like 31/12/1980."))
      return nil
    }
    if born > today || born.completedYears(on: today) > 120 {
      faults.append(
        Fault(
          "bornOn", "Tanggal lahir tidak masuk akal. Lihat lagi di KTP.",
          "The birth date cannot be. Look again at the card."))
      return nil
    }
    return born
  }

  private static func sex(_ text: String?, nik: NIK?, faults: inout [Fault]) -> Sex? {
    guard let text, !text.trimmed.isEmpty else { return nik?.sex ?? .female }
    switch text.trimmed.lowercased() {
    case "l", "laki-laki", "male", "m": return .male
    case "p", "perempuan", "female", "f": return .female
    default:
      faults.append(Fault("sex", "Pilih laki-laki (L) atau perempuan (P).", "Choose male (L) or female (P)."))
      return nil
    }
  }

  static func phone(_ text: String, faults: inout [Fault]) -> String {
    let kept = text.filter { $0.isDigit || $0 == "+" }
    if !kept.isEmpty,
      !(9...15).contains(kept.count) || (!kept.hasPrefix("0") && !kept.hasPrefix("+") && !kept.hasPrefix("62"))
    {
      faults.append(
        Fault(
          "phone", "Nomor telepon ditulis seperti 0812 3456 7890.", "Write the phone number like 0812 3456 7890."))
    }
    return kept
  }

  static func email(_ text: String, faults: inout [Fault]) -> String {
    let email = text.trimmed
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    if !email.isEmpty,
      parts.count != 2 || parts[0].isEmpty || !parts[1].contains(".") || email.contains(where: \.isWhitespace)
    {
      faults.append(
        Fault("email", "Alamat e-mail ditulis seperti nama@contoh.id.", "Write the e-mail like name@example.id."))
    }
    return email
  }

  static func npwp(_ text: String, faults: inout [Fault]) -> String {
    let digits = text.filter(\.isDigit)
    if !text.trimmed.isEmpty, digits.count != 15, digits.count != 16 {
      faults.append(Fault("npwp", "NPWP berisi 15 atau 16 angka.", "An NPWP has 15 or 16 digits."))
    }
    return digits
  }

  static func bank(code: String?, number: String?, holder: String?, owner: String, faults: inout [Fault]) -> BankAccount
  {
    let account = BankAccount(
      code: (code ?? "").trimmed, number: (number ?? "").filter { !$0.isWhitespace && $0 != "-" },
      holder: (holder ?? "").trimmed)
    if account.number.isEmpty && account.code.isEmpty { return .none }
    if !account.number.allSatisfy(\.isDigit) || !(6...20).contains(account.number.count) {
      faults.append(
        Fault("bankAccount", "Nomor rekening berisi 6 sampai 20 angka.", "An account number has 6 to 20 digits."))
    }
    if Bank.named[account.code] == nil {
      faults.append(Fault("bankCode", "Pilih bank dari daftar.", "Choose a bank from the list."))
    }
    let name = account.holder.isEmpty ? owner : account.holder
    // Without a name there is nobody to compare with; that fault is told already.
    if !owner.isEmpty, name.lowercased() != owner.lowercased() {
      faults.append(
        Fault(
          "bankHolder", "Rekening harus atas nama \(owner) sendiri.", "The account must be in the name of \(owner)."))
    }
    return BankAccount(code: account.code, number: account.number, holder: name)
  }
}

/// Banks that benefits can be paid to, by the three digits of their clearing code.
public enum Bank {
  public static let named: [String: String] = [
    "002": "BRI", "008": "Mandiri", "009": "BNI", "014": "BCA", "022": "CIMB Niaga", "115": "Bank Jambi",
    "200": "BTN", "451": "BSI",
  ]
}
