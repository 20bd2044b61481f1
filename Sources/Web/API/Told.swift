import Office
import Programs
import Vocabulary

/// What the interface tells, in the form that programs read: numbers of things as text, money with its currency, days as
/// ISO 8601, moments as RFC 3339, sentences in the caller's language. A value that is not there is left out.
enum Told {}

/// What programs hand in.
enum Asked {}

extension Told {
  struct Person: Encodable {
    let nik: String
    let name: String
    let birthPlace: String
    let bornOn: Day
    let sex: String
    let motherName: String
    let address: String
    let village: String
    let phone: String
    let email: String
    let npwp: String
    let bankCode: String
    let bankAccount: String
    let bankHolder: String

    init(_ person: Office.Person) {
      nik = person.nik.digits
      name = person.name
      birthPlace = person.birthPlace
      bornOn = person.bornOn
      sex = person.sex.rawValue
      motherName = person.motherName
      address = person.address
      village = person.village
      phone = person.phone
      email = person.email
      npwp = person.npwp
      bankCode = person.bank.code
      bankAccount = person.bank.number
      bankHolder = person.bank.holder
    }

    /// Changes with anything told here.
    func version() throws -> String {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in try JSONWriting.bytes(self) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return String(hash, radix: 36)
    }
  }
}
