import ArgumentParser
import Office
import Vocabulary

struct MemberShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a member by NIK or membership number.",
    discussion: """
      naungan member show 26000000017 --reason "letter of 3 May"
      """)

  @Argument(help: "A NIK (16 digits) or a KPJ number (11 digits).")
  var number: String

  @Option(help: ArgumentHelp("Why you read it; it is written down.", valueName: "text"))
  var reason: String

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func validate() throws {
    guard !reason.trimmed.isEmpty else { throw ValidationError("--reason says why you read a person's data.") }
  }

  func run() async throws {
    let open = try branch.open(law)
    let actor = try await who.actor(open.office)
    guard let member = try await open.office.members.find(number, by: actor, why: reason) else {
      throw Ending(
        .faulty, "Tidak ada peserta dengan nomor \(number).", "There is no member with the number \(number).")
    }
    if json { return try Terminal.json(member) }
    let person = member.person
    Terminal.print("\(person.name)  NIK \(person.nik)  \(person.sex.rawValue)  \(person.birthPlace), \(person.bornOn)")
    Terminal.print("id \(member.id)" + (member.va.map { "  VA \($0.spaced)" } ?? ""))
    var table = TextTable(["KPJ", "SEGMENT", "PROGRAMMES", "SINCE", "STATUS", ">WAGE"])
    for one in member.memberships {
      table.add([
        one.kpj.digits, one.segment.rawValue, one.programmes.description, one.joinedOn.description, one.status.told,
        one.wage.description,
      ])
    }
    Terminal.print(table.text)
  }
}

extension MembershipStatus {
  fileprivate var told: String {
    let text = words.text(in: Terminal.language)
    return switch self {
    case .active: text
    case .lapsed(let month): "\(text) (\(month))"
    case .ended(let day, let reason): "\(text) \(day): \(reason.words.text(in: Terminal.language))"
    }
  }
}
