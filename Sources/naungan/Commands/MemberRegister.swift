import ArgumentParser
import Office
import Vocabulary

struct MemberRegister: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Register somebody who works for herself (BPU).",
    discussion: """
      She gets a number, a virtual account and her first bill. All faults are told at once.

        naungan member register --nik 9971014107850001 --name "Sri Wahyuni" --born 1985-07-01 \\
          --income 1.500.000 --work "pedagang sayur" --jht
      """)

  @Option(help: "16 digits, as on the identity card.")
  var nik: String

  @Option(help: "As on the identity card.")
  var name: String

  @Option(help: ArgumentHelp("Day of birth.", valueName: "YYYY-MM-DD"))
  var born: String

  @Option(name: .customLong("birth-place"), help: "Place of birth.")
  var birthPlace: String?

  @Option(help: ArgumentHelp("L or P; read from the NIK unless given.", valueName: "L|P"))
  var sex: String?

  @Option(help: "The mother's name.")
  var mother: String?

  @Option(help: "Street and number.")
  var address: String?

  @Option(help: "Village or ward.")
  var village: String?

  @Option(help: "Telephone number.")
  var phone: String?

  @Option(help: ArgumentHelp("A month's income in rupiah.", valueName: "rupiah"))
  var income: String

  @Option(help: ArgumentHelp("What she does for a living.", valueName: "text"))
  var work: String

  @Flag(help: "Saves for old age (JHT) too.")
  var jht = false

  @Flag(help: "Drives or carries for a living.")
  var transport = false

  @Option(help: ArgumentHelp("Makes the command safe to repeat: the same key registers once.", valueName: "text"))
  var key: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let actor = try await who.actor(open.office)
    let enrolled = try await open.office.members.register(form, by: actor, key: .of(key))
    if json { return try Terminal.json(enrolled) }
    Terminal.say(
      "Terdaftar: KPJ \(enrolled.kpj), virtual account \(enrolled.va?.spaced ?? "-").",
      "Registered: KPJ \(enrolled.kpj), virtual account \(enrolled.va?.spaced ?? "-").")
  }

  private var form: SelfEmployedForm {
    SelfEmployedForm(
      person: PersonForm(
        nik: nik, name: name, birthPlace: birthPlace, bornOn: born, sex: sex, motherName: mother, address: address,
        village: village, phone: phone),
      occupation: work, income: income, withJHT: jht, transport: transport)
  }
}
