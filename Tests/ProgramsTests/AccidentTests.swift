import Foundation
import Law
import Programs
import Testing
import Vocabulary

@Suite("JKK, JKM and what goes with them")
struct AccidentTests {
  @Test("A decision carries the fingerprint of the law and articles that are there")
  func fingerprint() throws {
    let law = try projectLaw()
    let decision = try JKK.decide(AccidentSamples.accident(condition: .died), law: law)
    #expect(decision.lawHash == law.hash)
    #expect(decision.working.count > 10)
    #expect(
      decision.working.allSatisfy {
        !$0.words.indonesian.isEmpty && !$0.words.english.isEmpty && law.instruments[$0.citation.instrument] != nil
      })
    #expect(try JKM.decide(AccidentSamples.death(), law: law).lawHash == law.hash)
  }

  @Test("Everything impossible about an accident is told at once")
  func impossible() throws {
    let law = try projectLaw()
    let event = day("2024-03-04")
    let facts = JKKClaimFacts(
      segment: .migrant, bornOn: day("2024-03-05"), event: event, filed: day("2024-03-03"),
      cover: CoverFacts(
        joined: day("2020-01-01"), ended: day("2019-01-01"), paidThrough: Month("2019-01"),
        reactivated: day("2026-01-01")),
      employer: JKKEmployerFacts(arrearsMonths: -1, reported: day("2024-03-01")),
      reportedWage: .daily(Rupiah(-5), daysAWeek: 8),
      costs: [
        JKK.Cost(.prosthesis, Rupiah(-1)), JKK.Cost(.homeCare, Rupiah(5)),
        JKK.Cost(.treatment, Rupiah(5), on: day("2024-03-01")),
      ],
      timeOff: [
        .init(from: day("2024-03-01"), through: day("2024-02-01")),
        .init(from: day("2024-03-05"), through: day("2024-04-09")),
        .init(from: day("2024-04-09"), through: day("2024-04-10")),
      ],
      condition: .died, ended: day("2024-03-01"), endReported: day("2024-02-01"),
      losses: [JKK.Loss("thumb", functionLost: 101, measure: 0)],
      survivors: [Survivor(name: " ", relation: .child, bornOn: day("2026-01-01"))])
    #expect(throws: Undecidable.facts(facts.impossibilities)) { try JKK.decide(facts, law: law) }
    let words = facts.impossibilities.map(\.words)
    #expect(words.count >= 24, "\(words.map(\.english))")
    #expect(Set(words).count == words.count, "\(words.map(\.english))")
    #expect(words.allSatisfy { $0.english != "this fact cannot be" })
  }

  @Test("Every fault of the facts has words of its own in both languages")
  func words() {
    let (a, b) = (day("2024-01-01"), day("2024-01-02"))
    let all: [ClaimFactsError] = [
      .eventBeforeBirth(event: a, born: b), .eventAfterDeath(event: a, died: b), .deathBeforeBirth(died: a, born: b),
      .deathDayMissing, .migrantsOwnRules, .filedBeforeEvent(filed: a, event: b),
      .reportedBeforeEvent(reported: a, event: b),
      .endedBeforeEvent(ended: a, event: b), .wageNotAboveZero(.zero), .wageMissing, .daysAWeek(8),
      .monthsBelowZero(-1), .spellReversed(from: a, through: b), .spellBeforeEvent(from: a, event: b),
      .spellAfterDeath(through: a, died: b), .spellsOverlap(a), .lossMissing, .lossPercent(0), .shareMissing("x"),
      .shareOutside("x"), .sideMissing("x"), .measureMissing("x"), .referencePriceMissing, .costDayMissing,
      .costBeforeEvent(a, event: b), .reactivatedOutside(a), .paidBeforeJoining(a.month),
      .heirBornAfterDeath(name: "x", born: a), .nameMissing, .nameTwice("x"), .childBornAfterSchool(name: "x", born: a),
      .schoolYearTwice(name: "x", began: a), .schoolYearAfterFiling(began: a, filed: b),
      .paidBeforeComplete(paid: a, complete: b), .contractMonths(0), .hostPaidMore(.zero, cost: .zero),
    ]
    #expect(Set(all.map(\.words.indonesian)).count == all.count)
    #expect(Set(all.map(\.words.english)).count == all.count)
    #expect(!all.map(\.words.english).contains("this fact cannot be"))
  }

  @Test("Every refusal says in both languages what to do next, under a code of its own")
  func refusals() {
    let gaps: [CoverFacts.Gap] = [
      .joinedLater(joined: day("2024-01-01")), .ended(on: day("2024-01-01")), .lapsed(unpaidMonths: 3),
    ]
    let jkk: [JKKRefusal] =
      gaps.map { .notCovered($0) } + [
        .causeNotCovered(.violence), .notFromWork, .notDecidedYet,
        .tooLong(afterWork: day("2020-01-01"), until: day("2023-01-01")), .expired(on: day("2024-01-01")),
        .nothingToPay([DeclinedLine(.care, Rupiah(1), .notCoveredThen)]),
      ]
    let scholarship: [ScholarshipRefusal] = [
      .contributionsTooShort(months: 1, wanted: 36), .noChildren,
      .nothingDue([DeclinedLine(.scholarship, .zero, .tooOld)]),
    ]
    let pmi: [PMIRefusal] = [.notCoveredYet(from: day("2024-01-01")), .coverEnded(on: day("2024-01-01")), .hostPaidAll]
    let words = jkk.map(\.words) + [JKMRefusal.workAccident.words] + scholarship.map(\.words) + pmi.map(\.words)
    let codes = jkk.map(\.code) + [JKMRefusal.workAccident.code] + scholarship.map(\.code) + pmi.map(\.code)
    #expect(Set(codes).count == codes.count && Set(words).count == words.count)
    #expect(words.allSatisfy { $0.indonesian.hasSuffix(".") && $0.english.hasSuffix(".") })
  }

  @Test("A member who died in the first months without anybody: the burial money finds its way")
  func nobody() throws {
    let law = try projectLaw()
    let facts = JKMClaimFacts(
      segment: .selfEmployed, bornOn: day("1980-01-15"), died: day("2025-06-01"), filed: day("2025-07-01"),
      cover: CoverFacts(joined: day("2025-05-05")), contributedMonths: 1, survivors: [])
    let award = try AccidentSamples.award(facts, law)
    #expect(award.items == [BenefitItem(.burial, Rupiah(10_000_000), to: .funeralArranger)])
  }

  @Test("The largest wage that is believed can be reckoned with, and the next one is refused")
  func largestWage() throws {
    let law = try projectLaw()
    let losses = (1...9).map {
      JKK.Loss("visual efficiency", functionLost: 90 + $0, eyes: .init(better: 99, worse: 31))
    }
    let most: Int64 = 10_000_000_000
    let facts = AccidentSamples.accident(
      wage: most, timeOff: [.init(from: day("2024-03-05"), through: day("9999-12-31"))], condition: .partialDisability,
      losses: losses, filed: day("2025-01-01"))
    let award = try AccidentSamples.award(facts, law)
    #expect(award.total(of: .partialDisability) <= Rupiah(56 * most))
    #expect(throws: Undecidable.facts([.implausibleAmount(Rupiah(most + 1))])) {
      try JKK.decide(AccidentSamples.accident(wage: most + 1, condition: .died), law: law)
    }
  }

  @Test("The working reads as plain sentences with articles")
  func reads() throws {
    let law = try projectLaw()
    let losses = [JKK.Loss("thumb", side: .right, functionLost: 50)]
    let facts = AccidentSamples.accident(condition: .partialDisability, losses: losses)
    let working = try JKK.decide(facts, law: law).working
    #expect(
      working.map(\.words.indonesian) == [
        "Kecelakaan di tempat kerja pada 4 Maret 2024: termasuk kecelakaan kerja.",
        "Klaim dapat diajukan 5 tahun: sampai 4 Maret 2029.",
        "Batas waktu menurut aturan pada hari kejadian.",
        "Laporan tahap I paling lambat 6 Maret 2024: tepat waktu.",
        "Upah yang dipakai: Rp 4.000.000 sebulan.",
        "Ibu jari kanan, fungsi hilang 50%: 7,5%.",
        "Santunan cacat sebagian tetap: 7,5% × 80 × Rp 4.000.000.",
        "Dasar santunan 80 bulan upah.",
        "Dibulatkan ke rupiah penuh.",
      ])
    #expect(working.first?.citation.description == "pp-44-2015")
    #expect(working.allSatisfy { $0.words.english.first?.isUppercase == true })
  }

  @Test("A wage that cannot be found is asked for")
  func wageMissing() throws {
    let law = try projectLaw()
    let facts = JKKClaimFacts(
      segment: .wageEarner, bornOn: day("1985-01-15"), event: day("2024-03-04"), filed: day("2024-04-04"),
      cover: CoverFacts(joined: day("2015-08-01")), employer: JKKEmployerFacts(reported: day("2024-03-05")),
      reportedWage: nil, minimumWage: Rupiah(3_000_000), condition: .totalDisability)
    #expect(throws: Undecidable.facts([.claim(.wageMissing)])) { try JKK.decide(facts, law: law) }
  }
}

@Suite("Other ways in which the law could count")
struct OtherRulesTests {
  @Test("With thirtieths only, February is two days short of a month")
  func thirtieths() throws {
    let law = try projectLaw(
      "jkk/temporary/days", replacing: "value: calendar months and thirtieths", with: "value: thirtieths only")
    let spell = JKK.TimeOff(from: day("2023-02-01"), through: day("2023-02-28"))
    let facts = AccidentSamples.accident(on: "2023-01-31", wage: 3_000_000, timeOff: [spell])
    #expect(try AccidentSamples.award(facts, law).total == Rupiah(2_800_000))
    #expect(try AccidentSamples.award(facts, projectLaw()).total == Rupiah(3_000_000))
  }

  @Test("If the day of filing decides, an old accident has five years")
  func expiry() throws {
    let law = try projectLaw(
      "jkk/claim/expiry_law", replacing: "value: day of the event", with: "value: day of filing")
    let facts = AccidentSamples.accident(on: "2018-01-10", condition: .totalDisability, filed: day("2023-01-10"))
    #expect(try AccidentSamples.award(facts, law).total(of: .totalDisability) == Rupiah(224_000_000))
    #expect(try JKK.decide(facts, law: projectLaw()).outcome == .refused([.expired(on: day("2020-01-10"))]))
  }

  @Test("If the widow or widower comes first, the children wait")
  func spouseFirst() throws {
    let law = try projectLaw(
      "heirs/division", replacing: "value: equal shares", with: "value: widow or widower first")
    let survivors = [AccidentSamples.siti, Survivor(name: "Dewi", relation: .child, bornOn: day("2010-01-01"))]
    let award = try AccidentSamples.award(AccidentSamples.death(survivors: survivors), law)
    #expect(Set(award.items.map(\.payee)) == [.heir(name: "Siti", relation: .spouse, guardian: false)])
    #expect(award.total == Rupiah(42_000_000))
  }

  @Test("If tens count in proportion, nine and a half tens are not nine")
  func inProportion() throws {
    let law = try projectLaw(
      "jkk/disability/each_ten", replacing: "value: completed tens", with: "value: in proportion")
    let facts = AccidentSamples.accident(
      wage: 1_000_000, condition: .partialDisability, losses: [JKK.Loss("hearing loss of one ear", measure: 25)])
    #expect(try AccidentSamples.award(facts, law).total == Rupiah(6_000_000))
    #expect(try AccidentSamples.award(facts, projectLaw()).total == Rupiah(4_800_000))
  }

  @Test("If only working days of delay count, a week-end costs nothing")
  func workingDays() throws {
    let law = try projectLaw("jkk/payment/late_days", replacing: "value: calendar days", with: "value: working days")
    let late = try JKK.latePayment(
      of: Rupiah(1_000_000), complete: day("2026-11-04"), paid: day("2026-11-16"), law: law)
    #expect(late.due == day("2026-11-13") && late.daysLate == 1 && late.owed == Rupiah(10_000))
    let calendar = try JKK.latePayment(
      of: Rupiah(1_000_000), complete: day("2026-11-04"), paid: day("2026-11-16"), law: projectLaw())
    #expect(calendar.daysLate == 3)
  }

  @Test("If the first joining counts, somebody who came back is covered whole")
  func firstJoining() throws {
    let law = try projectLaw("jkm/bpu/clock", replacing: "value: last reactivation", with: "value: first joining")
    let facts = JKMClaimFacts(
      segment: .selfEmployed, bornOn: day("1980-01-15"), died: day("2025-06-01"), filed: day("2025-07-01"),
      cover: CoverFacts(joined: day("2022-01-03"), reactivated: day("2025-05-05")), contributedMonths: 36,
      survivors: [AccidentSamples.siti])
    #expect(try AccidentSamples.award(facts, law).total == Rupiah(42_000_000))
    #expect(try AccidentSamples.award(facts, projectLaw()).total == Rupiah(10_000_000))
  }
}
