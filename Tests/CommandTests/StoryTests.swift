import Foundation
import Store
import Testing
import Vocabulary

/// What a newcomer does with the sample: both claims, from the member to the money, through the served interface.
@Suite("A newcomer's claims")
struct StoryTests {
  @Test("Budi claims what he saved, Sri stops her business and claims, and both are paid")
  func claims() async throws {
    try await ScratchDatabase.atLocation(.sqlite) { location in
      let branch = try SampleFolder(location)
      try await Self.live(branch)
    }
  }

  private static func live(_ branch: SampleFolder) async throws {
    let made = try await branch.run("demo", "--share", "0.002", "--months", "26")
    try #require(made.status == 0, "\(made.err)")
    let served = try await ServedBranch.start(branch)
    let budi = try await Self.person("9971011503900002", branch)
    let sri = try await Self.person("9971014107850001", branch)

    // Sri still works, so that she is told to stop first; Budi has waited long enough.
    let her = try await served.token("sri")
    let early = try await Self.file("stopped business", sri, her, served, key: "sri-0")
    #expect(early.status == 200 && early.number == nil, "a refusal is an answer: \(early.text)")
    let ending = try await served.post(
      "/api/v1/memberships/\(sri.kpj)/ending", ["endedOn": "\(Self.today)"], token: her, key: "sri-stops")
    #expect(ending.status == 201, "\(ending.text)")
    let second = try await Self.file("stopped business", sri, her, served, key: "sri-1")
    let hers = try #require(second.number, "\(second.text)")
    let his = try await Self.file("resigned", budi, try await served.token("budi"), served, key: "budi-1")
    #expect(his.status == 201, "\(his.text)")
    let numbers = [hers, try #require(his.number)]

    let batch = try await Self.decide(numbers, served)
    try await Self.takeOrder(batch, branch)
    let paid = try await branch.run("pay", "benefits")
    #expect(paid.status == 0 && paid.out.contains("2         2"), "\(paid.out)")
    let again = try await branch.run("pay", "benefits")
    #expect(again.status == 0 && again.out == "There is no file that waits.\n")
    for number in numbers {
      let claim = try await served.get("/api/v1/claims/\(number)", token: try await served.token("kabid"))
      #expect(claim.text.contains("\"paid\""), "\(claim.text)")
    }
    served.running.send(SIGTERM)
    #expect(await served.running.ended().status == 0)
    #expect(try await branch.flaws() == [])
  }

  /// One officer verifies, another approves; finance gathers, the branch head releases.
  private static func decide(_ numbers: [String], _ served: ServedBranch) async throws -> Batch {
    let (desk, head) = (try await served.token("cs1"), try await served.token("kabid"))
    for number in numbers {
      let verified = try await served.post(
        "/api/v1/claims/\(number)/verification", ["documents": "KTP, kartu"], token: desk, key: "verify-\(number)")
      #expect(verified.status == 201, "\(verified.text)")
      let approved = try await served.post(
        "/api/v1/claims/\(number)/approval", nil, token: head, key: "approve-\(number)")
      #expect(approved.status == 201, "\(approved.text)")
    }
    let gathered = try await served.post(
      "/api/v1/payout-batches", nil, token: try await served.token("keuangan"), key: "file-1")
    #expect(gathered.status == 201, "\(gathered.text)")
    let batch = try JSONDecoder().decode(Batch.self, from: Data(gathered.text.utf8))
    let released = try await served.post(
      "/api/v1/payout-batches/\(batch.id)/release", nil, token: try await served.token("kacab"), key: "release-1")
    #expect(released.status == 201, "\(released.text)")
    return batch
  }

  private struct Batch: Decodable {
    let id: String
    let message: String
  }

  /// The order leaves by the command line, the same each time, and stays out of others' files.
  private static func takeOrder(_ batch: Batch, _ branch: SampleFolder) async throws {
    let path = branch.path + "/order.xml"
    for name in [batch.message, batch.id] {
      let taken = try await branch.run("pay", "order", name, "--into", path)
      #expect(taken.status == 0 && taken.out == path + "\n", "\(taken.err)")
    }
    let order = try String(contentsOfFile: path, encoding: .utf8)
    #expect(order.contains("pain.001") && order.contains(batch.message))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    try Data("lain".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try await branch.run("pay", "order", batch.id, "--into", path).status == 2)
    #expect(try await branch.run("pay", "order", "NGN1", "--into", path + "2").status == 1)
    let real = try await branch.run("pay", "order", batch.id, "--into", path + "2", "--production")
    #expect(real.status == 2 && real.err.contains("banks.yaml"), "\(real.err)")
  }

  private struct Person {
    let id: Int64
    let kpj: String
  }

  private static func person(_ nik: String, _ branch: SampleFolder) async throws -> Person {
    struct Member: Decodable {
      struct Membership: Decodable { let kpj: String }
      let id: Int64
      let memberships: [Membership]
    }
    let shown = try await branch.run("member", "show", nik, "--reason", "test", "--json").decoded(Member.self)
    return Person(id: shown.id, kpj: try #require(shown.memberships.first?.kpj))
  }

  private struct Filed {
    let status: Int
    let text: String
    let number: String?
  }

  private struct Told: Decodable { let number: String? }

  private static func file(
    _ ground: String, _ person: Person, _ token: String, _ served: ServedBranch, key: String
  ) async throws -> Filed {
    let form: [String: Any] = ["ground": ground, "channel": "branch", "kpjs": [person.kpj]]
    let answer = try await served.post("/api/v1/members/\(person.id)/claims", form, token: token, key: key)
    let number = try JSONDecoder().decode(Told.self, from: Data(answer.text.utf8)).number
    return Filed(status: answer.status, text: answer.text, number: number)
  }

  private static var today: Day { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)).day }
}
