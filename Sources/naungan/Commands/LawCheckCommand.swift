import ArgumentParser
import Law
import Office
import Programs
import Vocabulary

struct LawCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold the law to its rules and to its worked examples.",
    discussion: """
      Finds unknown sources, disorder of days, wrong units, parameters that no code reads or no example touches, and \
      every worked example that comes out otherwise than signed. All faults at once, each with its file and line.

        naungan law check
        law/parameters/jp/contribution/wage_ceiling.yaml:12: the days are not in order

      Exit code 1 if anything is wrong.
      """)

  @OptionGroup var law: LawOptions

  func run() throws {
    let folder = try law.folder()
    let faults = checkLaw(folder: folder, otherKeys: OfficeRules.keys)
    guard faults.isEmpty else {
      for fault in faults { Terminal.print(fault.sentence.text(in: Terminal.language)) }
      throw Ending(.faulty, "\(faults.count) kesalahan dalam hukum.", "Faults in the law: \(faults.count).")
    }
    let book = try LawBook.load(folder: folder)
    let (parameters, instruments, hash) = (book.parameters.count, book.instruments.count, book.hash.prefix(12))
    Terminal.say(
      "Hukum utuh: \(parameters) parameter dari \(instruments) peraturan, sidik \(hash).",
      "The law holds: \(parameters) parameters of \(instruments) instruments, hash \(hash).")
  }
}
