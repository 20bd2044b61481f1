import Foundation
import Store
import Testing
import Vocabulary

/// Real processes, killed without warning. Whatever the moment, the books hold, and asking again finishes the work
/// once.
@Suite("Killed in the middle", .serialized)
struct KillTests {
  @Test("The making of a sample branch", arguments: ScratchDatabase.engines)
  func demo(_ engine: Engine) async throws {
    var random = Seed.random()
    var killed = 0
    for round in 0..<5 {
      let (month, delay) = (1 + random.below(9), random.below(120))
      killed += try await ScratchDatabase.atLocation(engine) { location in
        let branch = try SampleFolder(location)
        return try await Self.killDemo(branch, afterLines: 1 + month, delay: delay, round) ? 1 : 0
      }
    }
    // On a busy machine a round may come too late; most must not.
    #expect(killed >= 3, "SEED=\(Seed.number)")
  }

  /// Answers whether the signal came in time.
  private static func killDemo(_ branch: SampleFolder, afterLines lines: Int, delay: Int, _ round: Int) async throws
    -> Bool
  {
    let running = try branch.start("demo", "--share", "0.002", "--months", "30")
    let hasBegun = try await running.hasWritten(lines: lines)
    try await Task.sleep(for: .milliseconds(delay))
    running.send(SIGKILL)
    let ended = await running.ended()
    #expect(hasBegun, "round \(round), SEED=\(Seed.number): \(ended.err)")
    let flaws = try await branch.flaws()
    #expect(flaws == [], "round \(round), SEED=\(Seed.number)")
    let again = try await branch.run("demo", "--quick")
    #expect(again.status == 2, "half a sample is not taken for a new branch")
    let real = try await branch.run("serve", "--production", "--port", "0")
    #expect(real.status == 2 && real.err.contains("holds a sample branch"))
    return ended.status == nil
  }

  @Test("Interrupted, the demo says so and ends with 3")
  func interrupted() async throws {
    try await ScratchDatabase.atLocation(.sqlite) { location in
      let branch = try SampleFolder(location)
      try await Self.interrupt(branch)
    }
  }

  private static func interrupt(_ branch: SampleFolder) async throws {
    let running = try branch.start("demo", "--share", "0.01", "--months", "14")
    let hasBegun = try await running.hasWritten(lines: 3)
    running.send(SIGINT)
    let ended = await running.ended()
    #expect(hasBegun && ended.status == 3)
    #expect(ended.err.contains("This sample branch is not complete"), "\(ended.err)")
    #expect(try await branch.flaws() == [])
  }

  @Test("The posting of a yearly return", arguments: ScratchDatabase.engines)
  func yearlyReturn(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let branch = try SampleFolder(location)
      try await Self.killReturn(branch)
    }
  }

  private static func killReturn(_ branch: SampleFolder) async throws {
    let made = try await branch.run("demo", "--share", "0.01", "--months", "12", "--until", "2025-12")
    try #require(made.status == 0, "\(made.err)")
    let password = SampleFolder.password
    let preview = try await branch.run("returns", "preview", "2025", "--slice", "2", "--as", "keuangan", as: password)
    try #require(preview.status == 0, "\(preview.err)")
    let approve = try await branch.run("returns", "approve", "2025", "--as", "kacab", as: password)
    try #require(approve.status == 0, "\(approve.err)")
    let earned = try await Self.newest(branch).earned
    let before = try await branch.balance("5100")
    var random = Seed.random(1)
    var kills = 0
    var seen: Set<Int> = []
    for round in 0..<12 {
      let running = try branch.start("returns", "post", "2025")
      // Known slices fly by; the kill falls among those that this run posts itself.
      _ = try await running.hasWritten(lines: (seen.max() ?? 0) + 1 + random.below(6))
      try await Task.sleep(for: .milliseconds(random.below(10)))
      running.send(SIGKILL)
      if await running.ended().status == nil { kills += 1 }
      let flaws = try await branch.flaws()
      #expect(flaws == [], "round \(round), SEED=\(Seed.number)")
      let run = try await Self.newest(branch)
      seen.insert(run.slicesPosted)
      if run.completed { break }
    }
    #expect(kills >= 5 && seen.count >= 5, "kills \(kills), places \(seen.sorted()), SEED=\(Seed.number)")
    let finished = try await branch.run("returns", "post", "2025")
    #expect(finished.status == 0, "\(finished.err)")
    let done = try await Self.newest(branch)
    #expect(done.completed && done.slicesPosted == done.slices && done.earned == earned)
    #expect(try await branch.balance("5100") == before + earned, "credited once")
    #expect(try await branch.flaws() == [])
  }

  private struct Run: Decodable {
    let year: Int
    let earned: Int64
    let slices: Int
    let slicesPosted: Int
    let completed: Bool
  }

  private static func newest(_ branch: SampleFolder) async throws -> Run {
    let runs = try await branch.run("returns", "list", "--json").decoded([Run].self)
    return try #require(runs.first { $0.year == 2025 })
  }

  @Test("The import of the bank's statements", arguments: ScratchDatabase.engines)
  func statements(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let branch = try SampleFolder(location)
      try await Self.killImport(branch)
    }
  }

  private static func killImport(_ branch: SampleFolder) async throws {
    let made = try await branch.run("demo", "--share", "0.03", "--months", "3")
    try #require(made.status == 0, "\(made.err)")
    let files = try await branch.run(
      "pay", "statement", "\(Self.lastMonth)", "--into", branch.path + "/statements", "--files", "1000"
    ).out.split(separator: "\n").map(String.init)
    try #require(files.count > 50, "a payment a file")
    let before = try await branch.rows(of: "payment")
    var random = Seed.random(2)
    var taken: Set<Int> = []
    for round in 0..<10 {
      let running = try RunningProgram(["pay", "import"] + files + branch.options)
      // Known files fly by; the kill falls among those that this run takes itself.
      _ = try await running.hasWritten(lines: (taken.max() ?? 0) + random.below(8))
      try await Task.sleep(for: .milliseconds(random.below(15)))
      running.send(SIGKILL)
      _ = await running.ended()
      let flaws = try await branch.flaws()
      #expect(flaws == [], "round \(round), SEED=\(Seed.number)")
      taken.insert(try await branch.rows(of: "payment") - before)
    }
    #expect(taken.count >= 5, "files taken \(taken.sorted()) of \(files.count), SEED=\(Seed.number)")
    for _ in 0..<2 {
      let finished = try await Program.run(["pay", "import"] + files + branch.options)
      #expect(finished.status == 0, "\(finished.err)")
      #expect(try await branch.rows(of: "payment") == before + files.count)
    }
    #expect(try await branch.flaws() == [])
  }

  /// The month before this one, where a demo ends.
  private static var lastMonth: Month {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)).day.month.previous
  }
}
