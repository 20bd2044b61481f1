import ArgumentParser
import Law
import Vocabulary

struct LawDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What of the law differs between two days, or between two folders.",
    discussion: """
      Each number that is not the same: its value before and after, since which day and by which article, of tables \
      the rows; then what claims ask for otherwise. Only the two days count: what changed in between and changed back \
      is no difference. DRAFT marks what a legal officer must still check.

        naungan law diff --from 2019-12-01 --to 2019-12-02 --prefix jkk
        naungan law diff --against ../proposal/law --on 2027-01-01 --json

      With --against the day is one and the folders are two: your law is before, the other after. Exit code 0 whether \
      anything differs or not, 1 where no number begins with the prefix.
      """)

  @Option(help: ArgumentHelp("The day before.", valueName: "YYYY-MM-DD"))
  var from: Day?

  @Option(help: ArgumentHelp("The day after; today unless given.", valueName: "YYYY-MM-DD"))
  var to: Day?

  @Option(help: ArgumentHelp("Another folder of law, held against this one.", valueName: "folder"))
  var against: String?

  @Option(help: ArgumentHelp("With --against: the day, today unless given.", valueName: "YYYY-MM-DD"))
  var on: Day?

  @Option(help: ArgumentHelp("Only names that begin so: jkk, or requirements.", valueName: "name"))
  var prefix = ""

  @Option(help: ArgumentHelp("The folder of a branch, whose own letters count too.", valueName: "folder"))
  var data: String?

  @Flag(help: "As JSON, in both languages.")
  var json = false

  @OptionGroup var law: LawOptions

  func validate() throws {
    if against != nil {
      guard from == nil, to == nil else { throw ValidationError("With --against write --on DAY, not --from and --to.") }
    } else {
      guard from != nil else { throw ValidationError("Write --from DAY, and --to DAY; or --against FOLDER.") }
      guard on == nil else { throw ValidationError("--on belongs to --against; two days are --from and --to.") }
    }
  }

  func run() throws {
    let (before, after) = try editions()
    let known = [before, after].contains { edition in
      edition.book.parameters.contains { $0.name.hasPrefix(prefix) }
        || edition.book.requirements.contains {
          $0.claim.hasPrefix(prefix) || "requirements/\($0.claim)".hasPrefix(prefix)
        }
    }
    guard known else {
      throw Ending(.faulty, "Tidak ada parameter \(prefix)….", "No parameter begins with \(prefix).")
    }
    let difference = LawDifference(from: before, to: after, prefix: prefix)
    if json { return try Terminal.json(WrittenDifference(difference)) }
    Terminal.print(difference.text(in: Terminal.language))
  }

  private func editions() throws -> (Edition, Edition) {
    let own = try DataFolder.ownLaw(of: data)
    let mine = try law.load(own: own)
    let today = Instant.now().day
    guard let against else { return (Edition(mine, on: from ?? today), Edition(mine, on: to ?? today)) }
    let other = try LawOptions.folder(at: against, option: "--against")
    return (Edition(mine, on: on ?? today), Edition(try LawBook.load(folder: other, own: own), on: on ?? today))
  }
}

/// All that differs between two editions of the law.
struct LawDifference {
  let before: Edition
  let after: Edition
  let parameters: [ParameterChange]
  let requirements: [RequirementChange]

  init(from before: Edition, to after: Edition, prefix: String) {
    (self.before, self.after) = (before, after)
    parameters = LawBook.parameterChanges(from: before, to: after, prefix: prefix)
    requirements = LawBook.requirementChanges(from: before, to: after, prefix: prefix)
  }
}
