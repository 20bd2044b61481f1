import ArgumentParser
import Foundation
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

      With --data the branch's own folder of law is checked too, as the branch reads it: its pages stand beside those of \
      the release, or in their place.

        naungan law check --data /srv/naungan
        law/parameters/jp/contribution/wage_ceiling.yaml:12: the days are not in order

      Exit code 1 if anything is wrong.
      """)

  @Option(help: ArgumentHelp("The folder of a branch, whose own law is checked too.", valueName: "folder"))
  var data: String?

  @OptionGroup var law: LawOptions

  func run() throws {
    let folder = try law.folder()
    let own = try DataFolder.ownLaw(of: data)
    let faults = checkLaw(folder: folder, own: own, otherKeys: OfficeRules.keys).map { placed($0, own) }
    guard faults.isEmpty else {
      for fault in faults { Terminal.print(fault.sentence.text(in: Terminal.language)) }
      throw Ending(.faulty, "\(faults.count) kesalahan dalam hukum.", "Faults in the law: \(faults.count).")
    }
    let book = try LawBook.load(folder: folder, own: own)
    let (parameters, instruments, hash) = (book.parameters.count, book.instruments.count, book.hash.prefix(12))
    Terminal.say(
      "Hukum utuh: \(parameters) parameter dari \(instruments) peraturan, sidik \(hash).",
      "The law holds: \(parameters) parameters of \(instruments) instruments, hash \(hash).")
  }

  /// A fault of a page of the branch's own is told by the file that it stands in.
  private func placed(_ fault: Fault, _ own: String?) -> Fault {
    let path = fault.place.prefix { $0 != ":" }
    guard let own, path.hasPrefix("law/") else { return fault }
    let file = own + path.dropFirst("law".count)
    guard FileManager.default.fileExists(atPath: file) else { return fault }
    return Fault(file + fault.place.dropFirst(path.count), fault.words)
  }
}
