import Fixtures
import Office
import Store
import Testing
import Vocabulary

/// What must hold of every act of the office, held to each in turn on the way through a branch's life.
@Suite("Every act")
struct EveryActTests {
  @Test("The whole script runs, and the books balance after every act", arguments: ScratchDatabase.engines)
  func wholeScript(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: Scene.scriptBegins)
    var broken: [String] = []
    for (number, act) in Scene.script.enumerated() {
      if let day = act.on { try scene.move(to: day) }
      _ = try await act.perform(scene, try act.actor(scene), try scene.key("script-\(number)"))
      broken += try await scene.brokenRules().map { "\(number) \(act.name): \($0)" }
    }
    #expect(broken == [])
    let verdict = try await scene.office.audit.verify()
    #expect(verdict.flaws == [])
    #expect(verdict.rows > Scene.script.count)
  }

  @Test("The same key again is the same answer, and nothing is done twice", arguments: ScratchDatabase.engines)
  func doneOnce(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: Scene.scriptBegins)
    var flaws: [String] = []
    for (number, act) in Scene.script.enumerated() {
      if let day = act.on { try scene.move(to: day) }
      let (actor, key) = (try act.actor(scene), try scene.key("script-\(number)"))
      let first = try await act.perform(scene, actor, key)
      let done = try scene.dump()
      let second = try await act.perform(scene, actor, key)
      if second != first { flaws.append("\(number) \(act.name): \(first) then \(second)") }
      flaws += differences(done, try scene.dump()).map { "\(number) \(act.name): \($0)" }
      guard let other = act.other else { continue }
      let error = try await refusal { try await other(scene, actor, key) }
      if error?.code != "key-reused" {
        flaws.append("\(number) \(act.name): another input got \(error?.code ?? "an answer")")
      }
      flaws += differences(done, try scene.dump()).map { "\(number) \(act.name), refused: \($0)" }
    }
    #expect(flaws == [])
  }

  @Test("Whoever may not is turned away, and leaves no trace in the books", arguments: ScratchDatabase.engines)
  func permissions(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: Scene.scriptBegins)
    var flaws: [String] = []
    for (number, act) in Scene.script.enumerated() {
      if let day = act.on { try scene.move(to: day) }
      let before = try scene.dump()
      for stranger in try strangers() {
        guard let needs = act.needs, !stranger.has(needs) else { continue }
        // Refusing a claim is open to those who may approve, too.
        if act.name == "claims.refuse", stranger.has(.approveClaims) { continue }
        let error = try await refusal { try await act.perform(scene, stranger, try scene.key("stranger")) }
        if error?.code != "not-allowed" {
          flaws.append("\(number) \(act.name) by \(stranger.name): \(error?.code ?? "done")")
        }
      }
      flaws += differences(before, try scene.dump()).map { "\(number) \(act.name): \($0)" }
      _ = try await act.perform(scene, try act.actor(scene), try scene.key("script-\(number)"))
    }
    #expect(flaws == [])
  }

  /// Somebody of every role, another member, another employer's officer, and a visitor.
  private func strangers() throws -> [Actor] {
    let member = try #require(MemberID(77))
    let employer = try #require(EmployerID(78))
    return Role.allCases.map { role in
      Actor.given(
        id: "user/stranger-\(role.rawValue)", name: role.rawValue, roles: [role],
        memberID: role == .member ? member : nil,
        employerID: role == .employer ? employer : nil)
    } + [.visitor]
  }

  @Test(
    "A crash after any write of any act leaves nothing of it, and the same request then succeeds",
    arguments: ScratchDatabase.engines)
  func crashes(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: Scene.scriptBegins)
    let faults = scene.database.faults
    var flaws: [String] = []
    var crashes = 0
    for (number, act) in Scene.script.enumerated() {
      if let day = act.on { try scene.move(to: day) }
      let (actor, key) = (try act.actor(scene), try scene.key("script-\(number)"))
      let inOneTransaction = act.name != "savings.post-return"
      let (before, counts) = (try scene.dump(), try scene.counts())
      for n in 1... {
        faults.crash(afterWrite: n)
        let survived = (try? await act.perform(scene, actor, key)) != nil
        let struck = faults.hasStruck
        faults.disarm()
        if survived == struck {
          flaws.append("\(number) \(act.name), write \(n): struck \(struck), answered \(survived)")
        }
        guard struck, n < 500 else { break }
        crashes += 1
        guard inOneTransaction else {
          flaws += try await scene.brokenRules().map { "\(number) \(act.name), write \(n): \($0)" }
          continue
        }
        // Whatever stayed of one crash is there still after the next: rows are counted each time, read now and then.
        let left =
          try scene.counts().filter { !counts.contains($0) } + (n % 8 == 1 ? differences(before, try scene.dump()) : [])
        flaws += left.map { "\(number) \(act.name), write \(n): \($0)" }
      }
      flaws += try await scene.brokenRules().map { "\(number) \(act.name): \($0)" }
    }
    #expect(flaws == [])
    #expect(crashes > 200)
    let verdict = try await scene.office.audit.verify()
    #expect(verdict.flaws == [])
  }

  @Test(
    "An answer that got lost after the commit is given again, and nothing is done twice",
    arguments: ScratchDatabase.engines)
  func lostAnswers(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: Scene.scriptBegins)
    let faults = scene.database.faults
    var flaws: [String] = []
    for (number, act) in Scene.script.enumerated() {
      if let day = act.on { try scene.move(to: day) }
      let (actor, key) = (try act.actor(scene), try scene.key("script-\(number)"))
      let before = try scene.dump()
      var done: [String: [String]]?
      // Every commit in turn loses its answer; looking something up is a commit too.
      for n in 1... {
        faults.loseAnswer(ofCommit: n)
        let answered = (try? await act.perform(scene, actor, key)) != nil
        let struck = faults.hasStruck
        faults.disarm()
        if answered == struck { flaws.append("\(number) \(act.name), commit \(n): answered \(answered)") }
        let now = try scene.dump()
        if let done { flaws += differences(done, now).map { "\(number) \(act.name), commit \(n): \($0)" } }
        // The return of a year is posted in several commits, each an act of its own.
        if act.name != "savings.post-return", now != before { done = now }
        guard struck, n < 100 else { break }
      }
      flaws += try await scene.brokenRules().map { "\(number) \(act.name): \($0)" }
    }
    #expect(flaws == [])
  }

  @Test("The same story twice leaves the same bytes in every table", arguments: ScratchDatabase.engines)
  func deterministic(_ engine: Engine) async throws {
    let first = try Scene.open(engine, on: Scene.scriptBegins)
    try await first.play()
    let second = try Scene.open(engine, on: Scene.scriptBegins)
    try await second.play()
    #expect(differences(try first.dump(), try second.dump()) == [])
  }
}
