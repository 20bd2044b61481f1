import ArgumentParser
import Office
import Vocabulary

struct ReturnPost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post",
    abstract: "Post an approved return, what is missing of it, and complete the year.",
    discussion: """
      Slice by slice, each one transaction. Stopped or killed in the middle, run it again: what is posted is not \
      posted twice.

        naungan returns post 2025
      """)

  @Argument(help: "The year.")
  var year: Int

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let actor = try await who.actor(open.office)
    let interruption = Interruption(
      "Dihentikan. Bagian yang sudah dibukukan tetap; jalankan lagi untuk sisanya.",
      "Stopped. The slices that are posted stand; run it again for the rest.")
    let progress = Progress()
    let year = year
    let run = try await open.office.savings.postReturn(of: year, by: actor) { posted, of in
      progress.step(Words("\(year): bagian \(posted) dari \(of)", "\(year): slice \(posted) of \(of)"))
    }
    progress.end()
    interruption.end()
    try json ? Terminal.json(run) : Terminal.print([run].table)
  }
}
