import Foundation
import Store
import Testing
import Vocabulary

@Suite("naungan serve", .serialized)
struct ServeTests {
  @Test("Serves, logs, seals, stays small, and stops when told", arguments: ScratchDatabase.engines)
  func serves(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let branch = try SampleFolder(location)
      try await Self.serve(branch)
    }
  }

  private static func serve(_ branch: SampleFolder) async throws {
    let made = try await branch.run("demo", "--share", "0.002", "--months", "4")
    try #require(made.status == 0, "\(made.err)")
    let served = try await ServedBranch.start(branch)
    let front = try await served.get("/")
    #expect(front.status == 200 && front.text.contains("Cabang contoh"))
    let signIn = try await served.get("/masuk")
    #expect(signIn.text.contains("Budi Santoso") && signIn.text.contains(SampleFolder.password))
    #expect(try await served.get("/readyz").status == 200)
    let token = try await served.token("kacab")
    #expect(token.count == 64)
    try await Self.secondIsRefused(branch, port: served.address)
    if let memory = Self.mostMemory(of: served.running.id) { #expect(memory < 200_000, "\(memory) kB") }
    served.running.send(SIGTERM)
    let ended = await served.running.ended()
    #expect(ended.status == 0, "\(ended.err)")
    #expect(ended.err.contains("\"route\":\"/masuk\",\"status\":200"), "\(ended.err)")
    #expect(ended.err.hasSuffix("Stopped. The audit trail is sealed.\n"))
    let seals = try String(contentsOfFile: branch.path + "/audit.seals", encoding: .utf8)
    #expect(seals.split(separator: "\n").count == 3, "one of the demo, one at the start, one at the end")
    #expect(try await branch.flaws() == [])
  }

  private static func secondIsRefused(_ branch: SampleFolder, port address: String) async throws {
    let port = try #require(address.split(separator: ":").last.map(String.init))
    let second = try await branch.run("serve", "--port", port)
    #expect(second.status == 2)
    #expect(second.err.hasPrefix("naungan: Port \(port) is in use by another program. Choose another: --port"))
  }

  /// In kB, where the system tells.
  private static func mostMemory(of process: Int32) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return nil }
    return Int(line.filter { ("0"..."9").contains($0) })
  }

  @Test("A real branch has no sandbox, no banner and no sample logins")
  func production() async throws {
    try await ScratchDatabase.atLocation(.sqlite) { location in
      let branch = try SampleFolder(location)
      try await Self.produce(branch)
    }
  }

  private static func produce(_ branch: SampleFolder) async throws {
    #expect(try await branch.run("database", "migrate").status == 0)
    let served = try await ServedBranch.start(branch, ["--production", "--secure", "--no-migrate"])
    let front = try await served.get("/")
    #expect(front.status == 200 && !front.text.contains("Cabang contoh"))
    #expect(try await !served.get("/masuk").text.contains(SampleFolder.password))
    #expect(try await served.post("/snap/v1.0/transfer-va/inquiry", [String: String]()).status == 404)
    served.running.send(SIGINT)
    #expect(await served.running.ended().status == 0)
  }

  @Test(
    "Killed while payments come in, and served again: every payment counts once", arguments: ScratchDatabase.engines)
  func killed(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let branch = try SampleFolder(location)
      try await Self.killServe(branch)
    }
  }

  private static func killServe(_ branch: SampleFolder) async throws {
    let made = try await branch.run("demo", "--share", "0.002", "--months", "4")
    try #require(made.status == 0, "\(made.err)")
    let payments = try await Self.payments(120, branch)
    let before = try await branch.rows(of: "payment")
    let bank = try await branch.balance("1100")
    var random = Seed.random(3)
    var answered = 0
    for round in 0..<4 {
      let served = try await ServedBranch.start(branch)
      let token = try await served.token("keuangan")
      let life = random.below(400)
      async let killing: Void = Self.kill(served, after: life)
      let told = await Self.send(payments, to: served, token)
      try await killing
      answered = max(answered, told)
      #expect(await served.running.ended().status == nil, "round \(round), SEED=\(Seed.number)")
      let flaws = try await branch.flaws()
      #expect(flaws == [], "round \(round), SEED=\(Seed.number)")
      let known = try await branch.rows(of: "payment") - before
      #expect(known >= told, "what was answered stands; round \(round), SEED=\(Seed.number)")
    }
    let served = try await ServedBranch.start(branch)
    let all = await Self.send(payments, to: served, try await served.token("keuangan"))
    #expect(all == payments.count)
    served.running.send(SIGTERM)
    _ = await served.running.ended()
    #expect(try await branch.rows(of: "payment") == before + payments.count)
    let total = payments.map(\.amount).reduce(0, +)
    #expect(try await branch.balance("1100") == bank + total)
    #expect(try await branch.flaws() == [])
    #expect(answered > 0, "some were answered before a kill; SEED=\(Seed.number)")
  }

  private struct Payment {
    let reference: String
    let va: String
    let amount: Int64
  }

  /// Payments to the sample's first accounts, in an order of their own.
  private static func payments(_ count: Int, _ branch: SampleFolder) async throws -> [Payment] {
    let database = try Database.open(branch.location, connections: 1)
    defer { database.close() }
    let accounts = try database.readNow { try $0.rows("SELECT va FROM virtual_account ORDER BY va") { try $0.text(0) } }
    return (0..<count).map { number in
      Payment(
        reference: "KILL-\(number)", va: accounts[number % accounts.count], amount: Int64(10_000 + number * 100))
    }
  }

  private static func kill(_ served: ServedBranch, after milliseconds: Int) async throws {
    try await Task.sleep(for: .milliseconds(milliseconds))
    served.running.send(SIGKILL)
  }

  /// Sends them one after the other until nobody answers; how many were taken.
  private static func send(_ payments: [Payment], to served: ServedBranch, _ token: String) async -> Int {
    let today = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)).day
    var taken = 0
    for payment in payments {
      let body: [String: Any] = [
        "payments": [
          [
            "bankReference": payment.reference, "va": payment.va, "paidOn": "\(today)", "channel": "TRF",
            "amount": ["value": String(payment.amount), "currency": "IDR"],
          ]
        ]
      ]
      guard
        let answer = try? await served.post("/api/v1/payments", body, token: token, key: payment.reference),
        answer.status == 201
      else { break }
      taken += 1
    }
    return taken
  }
}
