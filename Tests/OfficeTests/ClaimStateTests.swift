import Fixtures
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("The life of a claim")
struct ClaimStateTests {
  /// Everything that people and the bank may try on a claim.
  enum Step: String, CaseIterable {
    case verify, refuse, withdraw, approve, gather, release, paid, rejected, returned, mend
  }

  /// How a claim comes to each status, from its submission.
  static let ways: [ClaimStatus: [Step]] = [
    .submitted: [], .verified: [.verify], .refused: [.refuse], .withdrawn: [.withdraw], .approved: [.verify, .approve],
    .inPayment: [.verify, .approve, .gather, .release], .paid: [.verify, .approve, .gather, .release, .paid],
    .returned: [.verify, .approve, .gather, .release, .rejected],
  ]

  /// What is open in each status; everything else must be refused, and change nothing.
  static let open: [ClaimStatus: Set<Step>] = [
    .submitted: [.verify, .refuse, .withdraw], .verified: [.approve, .refuse], .refused: [], .withdrawn: [],
    .approved: [.gather],
    .inPayment: [.paid, .rejected, .returned], .paid: [.returned], .returned: [.mend],
  ]

  private func claim(_ engine: Engine) async throws -> (Scene, ClaimNumber, MemberID) {
    let scene = try Scene.open(engine, on: "2026-03-02")
    let (employer, workers) = try await scene.employ([People.budi], since: "2026-03-01")
    try await scene.billAndPay("2026-03"..."2026-03")
    try await scene.leaves(workers[0].kpj, on: "2026-03-09", from: employer.id)
    try scene.move(to: "2026-06-12")
    return (scene, try await scene.submit([workers[0].kpj], of: workers[0].memberID, .resigned), workers[0].memberID)
  }

  private func take(_ step: Step, _ scene: Scene, _ number: ClaimNumber, _ member: MemberID) async throws {
    let claims = scene.office.claims
    switch step {
    case .verify: try await scene.verify(number)
    case .refuse:
      _ = try await claims.refuse(
        number, because: "Kartu tidak terbaca.", by: Staff.branchHead, key: try scene.freshKey())
    case .withdraw: _ = try await claims.withdraw(number, by: Staff.member(member), key: try scene.freshKey())
    case .approve: try await scene.approve(number)
    case .gather:
      guard try await claims.makePayouts(by: Staff.finance, key: try scene.freshKey()) != nil else {
        throw NothingNew()
      }
    case .release:
      guard try scene.count("payout_batch") > 0 else { throw NothingNew() }
      _ = try await claims.releasePayouts(try scene.batch(), by: Staff.branchHead, key: try scene.freshKey())
    case .paid: try await known(scene.bankSays(.paid, "\(number)-1"))
    case .rejected: try await known(scene.bankSays(.rejected, "\(number)-1"))
    case .returned: try await known(scene.bankSays(.returned, "\(number)-1"))
    case .mend: try await scene.mend(number, of: member, holder: "Budi Santoso")
    }
  }

  /// What the bank says again, or too late, is no error, and changes nothing.
  private func known(_ new: Int) throws { if new == 0 { throw NothingNew() } }
  private struct NothingNew: Error {}

  @Test(
    "In every status only what may follow is done; all else changes nothing", arguments: ScratchDatabase.engines,
    ClaimStatus.allCases)
  func table(_ engine: Engine, _ status: ClaimStatus) async throws {
    let open = try #require(Self.open[status])
    let way = try #require(Self.ways[status])
    var flaws: [String] = []
    // What is not open changes nothing: one claim serves for all of it. Each open step has a claim of its own.
    let tries = [Step.allCases.filter { !open.contains($0) }] + Step.allCases.filter(open.contains).map { [$0] }
    for steps in tries {
      let (scene, number, member) = try await claim(engine)
      for before in way { try await take(before, scene, number, member) }
      let reached = try await scene.status(number)
      if reached != status { flaws.append("\(status) is \(reached)") }
      for step in steps {
        let before = try scene.dump().filter { !Self.traces.contains($0.key) }
        var done = true
        do {
          try await take(step, scene, number, member)
        } catch let error as OfficeError {
          done = false
          if !error.isPlain { flaws.append("\(status) \(step): \(error.sentences)") }
        } catch {
          done = false
        }
        if done != open.contains(step) { flaws.append("\(status), \(step): done \(done)") }
        let after = try scene.dump().filter { !Self.traces.contains($0.key) }
        if !open.contains(step) { flaws += differences(before, after).map { "\(status) \(step): \($0)" } }
      }
      flaws += try await scene.brokenRules().map { "\(status) \(steps): \($0)" }
    }
    #expect(flaws == [])
  }

  /// The tables that show that something was asked, or that the bank contradicts itself.
  private static let traces: Set<String> = ["audit", "audit_head", "act", "bank_matter"]

  @Test("The table of what may follow names every status, and nothing follows its own end")
  func mayFollow() {
    #expect(Set(ClaimStatus.mayFollow.keys) == Set(ClaimStatus.allCases))
    #expect(ClaimStatus.mayFollow[.refused] == [] && ClaimStatus.mayFollow[.withdrawn] == [])
    #expect(ClaimStatus([]) == .submitted)
  }

  @Test("A claim, a file and a payment that nobody knows")
  func unknown() async throws {
    let scene = try Scene.open(.sqlite)
    let number = try #require(ClaimNumber("JHT-26-000000"))
    let member = try #require(MemberID(5))
    for step in [Step.verify, .refuse, .withdraw, .approve, .mend, .paid] {
      let error = try await refusal { try await take(step, scene, number, member) }
      #expect(error?.code == "not-found", "\(step)")
      #expect(error?.isPlain == true, "\(step)")
    }
    let id = try #require(PayoutBatchID(5))
    let error = try await refusal {
      try await scene.office.claims.releasePayouts(id, by: Staff.branchHead, key: try scene.freshKey())
    }
    #expect(error?.code == "not-found" && error?.isPlain == true)
  }

  @Test("Claim numbers leave out the letters that are misread")
  func numbers() {
    for text in ["JHT-26-4F7Q2K", " jht-26-4f7q2k "] { #expect(ClaimNumber(text)?.text == "JHT-26-4F7Q2K") }
    for text in [
      "", "JHT-26-4F7Q2", "JHT-26-4F7Q2KK", "JHT-2-4F7Q2K", "XYZ-26-4F7Q2K", "JHT-26-4F7QIL", "JHT-26-4F7QO0U",
      "JHT264F7Q2K", "JHT-26-4F-7Q2K",
    ] {
      #expect(ClaimNumber(text) == nil, "\(text)")
    }
  }
}
