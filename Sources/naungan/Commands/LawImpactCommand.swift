import ArgumentParser
import Law
import Office
import Vocabulary

struct LawImpactCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Over the real book: whom another law would touch, and by how much.",
    discussion: """
      Every membership of a month is reckoned twice: by the law of that month, and by another. The other law is that \
      of another month (--to), of another folder (--against), or the same with one number replaced (--set). Totals by \
      segment and programme, nobody by name; nothing is billed.

        naungan law impact --month 2026-01 --to 2026-03
        naungan law impact --month 2026-01 --set jkm/contribution/rate=0,35%
        naungan law impact --month 2026-01 --against ../proposal/law --json

      MEMBERS have something to pay by the one law or the other; TOUCHED are those of them who would pay another \
      amount; RISE and FALL are the largest for one membership in a month. JKP has no bill: its lines tell what JKK, \
      JKM and the State give it, and are not in the totals.

      It needs the permission to read contributions, and is written down. A table is replaced by a folder, not by \
      --set. Exit code 2 for a value off its form or a month without law.
      """)

  @OptionGroup var month: MonthOption

  @Option(help: ArgumentHelp("The law of this month; everybody keeps their age.", valueName: "YYYY-MM"))
  var to: Month?

  @Option(help: ArgumentHelp("The law in this folder.", valueName: "folder"))
  var against: String?

  @Option(help: ArgumentHelp("The law with this number replaced, for the whole month.", valueName: "name=value"))
  var set: String?

  @Option(help: ArgumentHelp("Why you ask; it is written down.", valueName: "text"))
  var reason = "naungan law impact"

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func validate() throws {
    guard [to != nil, against != nil, set != nil].filter(\.self).count == 1 else {
      throw ValidationError("Write one of --to MONTH, --against FOLDER, --set NAME=VALUE.")
    }
    guard !reason.trimmed.isEmpty else { throw ValidationError("--reason says why you ask.") }
  }

  func run() async throws {
    let open = try branch.open(law)
    let actor = try await who.actor(open.office)
    let impact = try await open.office.contributions.impact(
      in: month.month, of: try other(than: open.office.law), at: to ?? month.month, by: actor, why: reason)
    if json { return try Terminal.json(impact) }
    Terminal.print(impact.table)
    Terminal.print(impact.sentence.text(in: Terminal.language))
  }

  private func other(than mine: LawBook) throws -> LawBook {
    if let against {
      return try LawBook.load(folder: try LawOptions.folder(at: against, option: "--against"), own: branch.folder.law)
    }
    guard let set else { return mine }
    let parts = set.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw Ending(
        .unusable, "--set ditulis NAMA=NILAI, misalnya jkm/contribution/rate=0,35%.",
        "--set is written NAME=VALUE, for one jkm/contribution/rate=0,35%.")
    }
    return try mine.replacing(parts[0].trimmed, from: month.month.firstDay, value: parts[1].trimmed)
  }
}

extension LawImpact {
  fileprivate var table: String {
    var table = TextTable([
      "SEGMENT", "PROGRAMME", ">MEMBERS", ">TOUCHED", ">BEFORE", ">AFTER", ">DIFFERENCE", ">RISE", ">FALL",
    ])
    for line in lines {
      table.add([
        line.segment?.rawValue ?? "ALL", line.programme?.rawValue ?? "TOTAL", line.members.grouped,
        line.touched.grouped, line.before.description, line.after.description, (line.after - line.before).description,
        line.largestRise.description, line.largestFall.description,
      ])
    }
    return table.text
  }

  fileprivate var sentence: Words {
    let inside = lines.contains { $0.segment == nil && $0.programme == .jkp && $0.touched > 0 }
    guard total.touched > 0 || inside else {
      return Words(
        "Tidak ada iuran yang berubah. Yang dihitung di sini hanya yang menentukan iuran bulanan.",
        "No contribution changes. Only what decides monthly contributions counts here.")
    }
    let (touched, members) = (total.touched.grouped, total.members.grouped)
    let difference = total.after - total.before
    return Words(
      "Tersentuh \(touched) dari \(members) peserta; selisih \(difference) sebulan.",
      "Touched: \(touched) of \(members) members; the difference is \(difference) a month.")
  }
}
