import Office
import Programs
import Vocabulary

extension Simulator {
  /// Sri, who sells vegetables, and PT Maju with its forty workers, Budi among them: the people a newcomer meets.
  mutating func openNamed() async throws {
    let maju = try await again {
      try await office.employers.register(Self.maju(setting.password), by: .visitor, key: key("maju"))
    }
    add(maju, isNamed: true)
    let started = setting.first.day(1)
    let lines =
      [WorkerReport.joins(Self.budi, occupation: "montir", startedOn: started, wage: Rupiah(5_000_000))]
      + (1..<40).map { number in
        let person = Names.person(900_000 + number, bornFrom: 1975, to: 2000, &random)
        return .joins(PersonForm(person), occupation: "montir", startedOn: started, wage: Rupiah(3_500_000))
      }
    let officer = Actor.given(id: "user/sim-maju", name: "PT Maju", roles: [.employer], employerID: maju.id)
    let joined = try await again {
      try await office.employers.report(lines, for: maju.id, by: officer, key: key("maju-workers"))
    }
    for (offset, one) in joined.joined.enumerated() {
      lives.append(
        Life(
          memberID: one.memberID, kpj: one.kpj, segment: .wageEarner, employer: 0,
          wage: Rupiah(offset == 0 ? 5_000_000 : 3_500_000), isNamed: true))
    }
    try await openSri()
  }

  private mutating func openSri() async throws {
    let form = SelfEmployedForm(
      person: Self.sri, occupation: "pedagang sayur", income: "1.500.000", withJHT: true,
      login: setting.password.map { _ in "sri" }, password: setting.password)
    let sri = try await again { try await office.members.register(form, by: .visitor, key: key("sri")) }
    lives.append(
      Life(
        memberID: sri.memberID, kpj: sri.kpj, segment: .selfEmployed, employer: nil, wage: Rupiah(1_500_000),
        isNamed: true))
    if let va = sri.va, let payer = PayerID(sri.memberID.value) {
      payers[payer] = Payer(va: va, isEmployer: false, isNamed: true)
    }
  }

  static let sri = PersonForm(
    nik: "9971014107850001", name: "Sri Wahyuni", birthPlace: "Jambi", bornOn: "1985-07-01", sex: "P",
    motherName: "Siti Aminah", address: "Jalan Pasar Lama 12", village: "Kelurahan Contoh", phone: "081200000001",
    email: "sri@contoh.id", bankCode: "002", bankAccount: "123456789012", bankHolder: "Sri Wahyuni")

  static let budi = PersonForm(
    nik: "9971011503900002", name: "Budi Santoso", birthPlace: "Jambi", bornOn: "1990-03-15", sex: "L",
    motherName: "Ratna Dewi", address: "Jalan Melati 3", village: "Kelurahan Contoh", phone: "081200000002",
    bankCode: "009", bankAccount: "987654321098", bankHolder: "Budi Santoso")

  static func maju(_ password: String?) -> EmployerForm {
    EmployerForm(
      name: "PT Maju Bersama", contactName: "Rina Marlina", phone: "074100000001", email: "hrd@maju.contoh",
      business: "bengkel dan suku cadang", scale: BusinessScale.medium.rawValue, riskClass: 2,
      login: password.map { _ in "maju" }, password: password)
  }
}
