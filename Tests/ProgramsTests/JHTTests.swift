import Foundation
import Law
import Programs
import Testing
import Vocabulary

@Suite("JHT claims")
struct JHTTests {
  static func facts(
    _ ground: JHTGround = .resigned, balance: Int64 = 5_000_000, filed: String = "2026-03-01",
    ended: String? = "2026-01-05",
    channel: ClaimChannel = .branch, earlier: [JHTClaimFacts.EarlierPayment] = []
  ) -> JHTClaimFacts {
    JHTClaimFacts(
      ground: ground, segments: [.wageEarner], joined: day("2015-08-01"), bornOn: day("1985-01-15"),
      workEnded: ended.map(day), filed: day(filed), balance: Rupiah(balance), channel: channel, nonActive: true,
      dataRenewed: true, hasNPWP: true, earlierPayments: earlier)
  }

  @Test("A decision carries the fingerprint of the law, and is a draft as soon as one step is")
  func fingerprint() throws {
    let law = try projectLaw()
    let decision = try JHT.decide(Self.facts(), law: law)
    #expect(decision.lawHash == law.hash)
    #expect(decision.confidence == .draft)
    #expect(
      decision.working.allSatisfy { !$0.words.indonesian.isEmpty && law.instruments[$0.citation.instrument] != nil })
  }

  @Test("A decision survives being written down and read back, and is written the same way every time")
  func codable() throws {
    let law = try projectLaw()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for facts in [Self.facts(), Self.facts(filed: "2026-01-06"), Self.facts(.partial10, ended: nil)] {
      let decision = try JHT.decide(facts, law: law)
      let data = try encoder.encode(decision)
      #expect(try JSONDecoder().decode(JHTDecision.self, from: data) == decision)
      #expect(try encoder.encode(try JHT.decide(facts, law: law)) == data)
    }
  }

  @Test("Everything impossible about the facts is told at once")
  func impossible() throws {
    let law = try projectLaw()
    let facts = JHTClaimFacts(
      ground: .laidOff, segments: [], joined: day("2015-08-01"), bornOn: day("2015-08-01"),
      workEnded: day("2015-07-31"), filed: day("2015-07-30"), balance: Rupiah(-1), channel: .web, nonActive: true,
      dataRenewed: true, hasNPWP: true,
      earlierPayments: [.init(paid: day("2020-01-01"), gross: Rupiah(5), tax: Rupiah(6), partial: false)])
    #expect {
      try JHT.decide(facts, law: law)
    } throws: { error in
      guard case .facts(let errors) = error as? Undecidable else { return false }
      return errors == facts.impossibilities && errors.count == 8
    }
  }

  @Test("A member of 56 who works on is told nothing of an end of work")
  func worksOn() throws {
    let facts = JHTClaimFacts(
      ground: .retirementAge56, segments: [.wageEarner], joined: day("2015-08-01"), bornOn: day("1970-03-15"),
      workEnded: nil, filed: day("2026-03-15"), balance: Rupiah(5_000_000), channel: .branch, nonActive: false,
      dataRenewed: true, hasNPWP: true)
    let decision = try JHT.decide(facts, law: projectLaw())
    let sentences = decision.working.map(\.words.indonesian)
    #expect(decision.outcome == .payable(JHTPayable(gross: 5_000_000)))
    #expect(!sentences.contains { $0.contains("Berhenti bekerja") || $0.contains("berhenti bekerja") })
  }

  @Test("With the rule of the same membership an older account's payment does not count")
  func sameMembership() throws {
    let law = try projectLaw(
      "jht/tax/payments_together", replacing: "value: of all accounts", with: "value: of the same membership")
    let other = JHTClaimFacts.EarlierPayment(
      paid: day("2018-06-04"), gross: Rupiah(60_000_000), tax: Rupiah(500_000), partial: false, sameMembership: false)
    let facts = Self.facts(balance: 60_000_000, earlier: [other])
    #expect(try payable(facts, law).tax == Rupiah(500_000))
    #expect(try payable(facts, projectLaw()).tax == Rupiah(3_000_000))
  }

  @Test("Filing for a part before a known last day of work is possible")
  func partialBeforeTheEnd() throws {
    let decision = try JHT.decide(Self.facts(.partial10, ended: "2026-06-30"), law: projectLaw())
    #expect(decision.outcome == .payable(JHTPayable(gross: 500_000)))
  }

  @Test("What is paid, taxed and rounded adds up, and a larger balance never pays less")
  func seeded() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    for _ in 0..<400 {
      let earlier = (0..<random.below(3)).map { _ in
        JHTClaimFacts.EarlierPayment(
          paid: day("2026-02-01").adding(days: -random.below(2_500)), gross: Rupiah(Int64(random.below(90_000_000))),
          tax: .zero, partial: false)
      }
      let balance = Int64(1 + random.below(900_000_000))
      let less = try payable(Self.facts(balance: balance, earlier: earlier), law)
      let more = try payable(Self.facts(balance: balance + 1_000, earlier: earlier), law)
      #expect(less.gross == less.tax + less.net - less.rounding, "SEED=\(seed)")
      #expect(less.tax >= .zero && less.tax <= less.gross)
      #expect(more.net >= less.net, "SEED=\(seed) \(balance) \(earlier)")
    }
  }

  private func payable(_ facts: JHTClaimFacts, _ law: LawBook) throws -> JHTPayable {
    guard case .payable(let payable) = try JHT.decide(facts, law: law).outcome else {
      throw NotThere(text: "payable", page: "\(facts)")
    }
    return payable
  }

  @Test("The branch form's window ends two years after the month of the first payment")
  func otherWindow() throws {
    let law = try projectLaw(
      "jht/tax/window_rule", replacing: "value: calendar years", with: "value: from the month of the first payment")
    let earlier = [
      JHTClaimFacts.EarlierPayment(paid: day("2024-03-31"), gross: Rupiah(1_000_000), tax: .zero, partial: true)
    ]
    let within = try payable(Self.facts(balance: 40_000_000, filed: "2026-02-28", earlier: earlier), law)
    let after = try payable(Self.facts(balance: 40_000_000, filed: "2026-03-01", earlier: earlier), law)
    #expect(within.tax == .zero)
    #expect(after.tax == Rupiah(2_000_000))
  }

  @Test("Rounding up to a hundred adds at most Rp 99")
  func hundreds() throws {
    let law = try projectLaw(
      "jht/payment/rounding", replacing: "value: whole rupiah", with: "value: up to a hundred rupiah")
    let paid = try payable(Self.facts(balance: 4_321_001), law)
    #expect(paid.net == Rupiah(4_321_100))
    #expect(paid.rounding == Rupiah(99))
    #expect(try payable(Self.facts(balance: 4_321_000), law).rounding == .zero)
  }

  @Test("Every ground has its own words, and a wait unless it is partial")
  func grounds() throws {
    #expect(Set(JHTGround.allCases.map(\.words)).count == JHTGround.allCases.count)
    for ground in JHTGround.allCases { #expect((ground.waiting == nil) == ground.isPartial) }
    let law = try projectLaw()
    for filed in ["2015-09-01", "2022-04-26"] {
      let rows = try law.inForce(JHT.grounds, on: day(filed)).value
      #expect(
        rows.map(\.ground).sorted { $0.rawValue < $1.rawValue }
          == JHTGround.allCases.sorted { $0.rawValue < $1.rawValue })
    }
  }

  @Test("Every refusal says in both languages what to do next, under a code of its own")
  func refusals() {
    let all: [JHTRefusal] = [
      .groundNotForSegment(.resigned, [.selfEmployed]), .stillActive, .ageNotReached(on: day("2026-03-15")),
      .tooEarly(payableFrom: day("2024-02-10")), .membershipTooShort(eligibleFrom: day("2025-08-01")),
      .partialAlreadyTaken(on: day("2023-02-14")), .channelNeedsEndedMembership(.jmo), .dataNotRenewed(.jmo),
      .balanceOverChannelLimit(limit: Rupiah(15_000_000), balance: Rupiah(15_000_001)), .nothingToPay, .noHeir,
    ]
    #expect(Set(all.map(\.code)).count == all.count)
    for language in Language.allCases {
      #expect(Set(all.map { $0.words(in: language) }).count == all.count)
      #expect(all.allSatisfy { $0.words(in: language).hasSuffix(".") })
    }
    #expect(
      JHTRefusal.tooEarly(payableFrom: day("2024-02-10")).words(in: .indonesian)
        == "Masa tunggu belum selesai. Ajukan lagi mulai 10 Februari 2024.")
  }
}

extension JHTPayable {
  /// Free of tax and rounding.
  fileprivate init(gross: Int64) { self.init(gross: Rupiah(gross), tax: .zero, rounding: .zero, net: Rupiah(gross)) }
}
