import ArgumentParser
import Simulation
import Store
import Vocabulary

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a sample branch: invented people who work, pay, stop and claim for years.",
    discussion: """
      A tenth of the branch of Jambi 2023 unless told otherwise: 15.825 members over 36 months. The same seed makes \
      the same people. At the end the books and the trail are proved, and Sri, Budi and the staff can sign in.

        naungan demo --quick
        naungan demo --full --data /srv/sample
      """)

  @Option(help: ArgumentHelp("How much of the branch, 0.1 for a tenth.", valueName: "part"))
  var share: Double?

  @Flag(help: "The whole branch: 158.254 members, some minutes.")
  var full = false

  @Flag(help: "A hundredth of the branch over 14 months, in seconds.")
  var quick = false

  @Option(help: ArgumentHelp("How many months of lives. Default: 36, or 14 with --quick.", valueName: "number"))
  var months: Int?

  @Option(help: ArgumentHelp("The last month. Default: the month before this one.", valueName: "YYYY-MM"))
  var until: Month?

  @Option(help: ArgumentHelp("Another seed, other people.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("At most so many new claims a month.", valueName: "number"))
  var claims = 20

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func validate() throws {
    guard [share != nil, full, quick].filter({ $0 }).count <= 1 else {
      throw ValidationError("Give one of --share, --full and --quick.")
    }
    guard share.map({ $0 > 0 && $0 <= 1 }) ?? true else { throw ValidationError("--share is above 0 and at most 1.") }
    guard (1...120).contains(months ?? 36) else { throw ValidationError("--months is 1 to 120.") }
    guard (0...100_000).contains(claims) else { throw ValidationError("--claims is 0 to 100000.") }
    guard until.map({ $0 < Instant.now().day.month }) ?? true else {
      throw ValidationError("--until is a month that is over.")
    }
  }

  func run() async throws {
    try branch.requireSandbox()
    let interruption = Interruption(
      "Dihentikan. Cabang contoh ini belum lengkap: hapus foldernya, atau mulai lagi dengan --data lain.",
      "Stopped. This sample branch is not complete: remove its folder, or start again with another --data.")
    let plan = plan
    Terminal.note(
      "Membuat cabang contoh: \(plan.setting.size.total.grouped) peserta, \(plan.setting.first) sampai \(plan.last).",
      "Making a sample branch: \(plan.setting.size.total.grouped) members, \(plan.setting.first) to \(plan.last).")
    let sample = try SampleBranch.open(plan, in: branch, law)
    let made = try await sample.make()
    interruption.end()
    Terminal.print(made.table)
    try await sample.prove()
    Terminal.print(SampleStaff.told)
    let data = branch.data == "./data" ? "" : " --data \(branch.data)"
    Terminal.say("Sekarang: naungan serve\(data)", "Now: naungan serve\(data)")
  }

  private var plan: SamplePlan {
    let share = full ? 1 : share ?? (quick ? 0.01 : 0.1)
    let months = months ?? (quick ? 14 : 36)
    let last = until ?? Instant.now().day.month.previous
    let setting = Simulator.Setting(
      size: BranchSize.jambi2023.scaled(to: share), first: last.adding(1 - months), months: months, seed: seed,
      claimsPerMonth: claims, password: SampleStaff.password)
    return SamplePlan(setting: setting, share: share)
  }
}
