import Foundation
import Ledger
import Testing
import Vocabulary

/// The seed of the property tests: `SEED=42 swift test` replays one.
private let seed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? 20_261_120

@Suite("The ledger")
struct LedgerTests {
  private let day = Month(year: 2026, month: 1).day(5)

  @Test("Ledger in, balances out: billed, paid, settled, claimed and paid out")
  func wholeLife() throws {
    let entries = try book(
      """
      2026-01-05 bill
        receivable      JKK   16.000
        billedUnpaid    JKK  -16.000
        receivable      JHT   32.000
        billedUnpaid    JHT  -32.000
      2026-01-09 paid
        bank            KOL   60.000
        deposits        KOL  -50.000
        suspense        KOL  -10.000
      2026-01-09 settled
        deposits        KOL   48.000
        bank            KOL  -48.000
        bank            JKK   16.000
        receivable      JKK  -16.000
        billedUnpaid    JKK   16.000
        contributions   JKK  -16.000
        bank            JHT   32.000
        receivable      JHT  -32.000
        billedUnpaid    JHT   32.000
        memberBalances  JHT  -32.000
      2026-02-01 return
        returnsCredited JHT    1.500
        memberBalances  JHT   -1.500
      2026-02-09 claim
        memberBalances  JHT   33.500
        taxPayable      JHT   -1.000
        benefitsPayable JHT  -32.500
      """)
    let trial = TrialBalance(of: entries)
    #expect(
      balances(trial) == """
        1100 JHT 32.000
        1100 JKK 16.000
        1100 KOL 12.000
        2100 KOL -2.000
        2190 KOL -10.000
        2400 JHT -32.500
        2500 JHT -1.000
        4000 JKK -16.000
        5100 JHT 1.500
        """)
    #expect(BookCheck.findings(of: trial).allSatisfy { $0.holds })
    #expect(trial.balance(.bank) == Rupiah(60_000) && trial.balance(.bank, .jp) == .zero)
  }

  static let flawed: [(lines: [EntryLine], flaw: EntryFlaw)] = [
    ([], .nothingMoves(key: "k")),
    ([.debit(.bank, .jht, .zero), .credit(.deposits, .jht, .zero)], .nothingMoves(key: "k")),
    ([.debit(.bank, .jht, Rupiah(5)), .credit(.bank, .jht, Rupiah(5))], .nothingMoves(key: "k")),
    ([.debit(.bank, .jht, Rupiah(5))], .unbalanced(key: "k", fund: .jht, by: Rupiah(5))),
    (
      [.debit(.bank, .jht, Rupiah(5)), .credit(.deposits, .jht, Rupiah(4))],
      .unbalanced(key: "k", fund: .jht, by: Rupiah(1))
    ),
    (
      [.debit(.bank, .jht, Rupiah(5)), .credit(.bank, .jkk, Rupiah(5))],
      .unbalanced(key: "k", fund: .jkk, by: Rupiah(-5))
    ),
    (
      [
        .debit(.bank, .jht, Rupiah(5)), .credit(.memberBalances, .jht, Rupiah(5)), .debit(.bank, .jp, Rupiah(1)),
        .credit(.contributions, .jkm, Rupiah(1)),
      ], .unbalanced(key: "k", fund: .jkm, by: Rupiah(-1))
    ),
  ]

  @Test("What does not balance within each fund, or moves nothing, is no entry", arguments: flawed.indices)
  func refused(_ index: Int) {
    let (lines, flaw) = Self.flawed[index]
    #expect(throws: flaw) { try Entry(key: "k", day: day, note: "", lines: lines) }
    #expect(!flaw.description.isEmpty)
  }

  @Test("Lines of one account and fund are added up, and lines of zero left out")
  func addedUp() throws {
    let entry = try Entry(
      key: "k", day: day, note: "",
      lines: [
        .debit(.bank, .jht, Rupiah(3)), .debit(.rounding, .jht, .zero), .debit(.bank, .jht, Rupiah(4)),
        .credit(.memberBalances, .jht, Rupiah(7)), .debit(.bank, .jp, Rupiah(1)), .credit(.bank, .jp, Rupiah(1)),
      ])
    #expect(entry.lines == [.debit(.bank, .jht, Rupiah(7)), .credit(.memberBalances, .jht, Rupiah(7))])
  }

  @Test("Entries drawn by chance balance or are refused, and the book of those taken is sound in every fund")
  func seeded() throws {
    var random = SeededRandom(seed: seed)
    var (taken, refused) = (0, 0)
    var entries: [Entry] = []
    for number in 0..<4_000 {
      var lines = (0..<random.below(6)).map { _ in
        EntryLine(
          account: random.pick(Account.allCases), fund: random.pick(Fund.allCases),
          amount: Rupiah(Int64(random.below(2_001)) - 1_000))
      }
      if random.chance(50) {
        // Balanced on purpose, fund by fund.
        for fund in Fund.allCases {
          lines.append(.credit(.bank, fund, lines.filter { $0.fund == fund }.map(\.amount).sum()))
        }
      }
      let sums = Fund.allCases.map { fund in lines.filter { $0.fund == fund }.map(\.amount).sum() }
      do {
        let entry = try Entry(key: "k\(number)", day: day, note: "", lines: lines)
        entries.append(entry)
        taken += 1
        #expect(sums.allSatisfy { $0.isZero }, "SEED=\(seed) \(number)")
        #expect(!entry.lines.contains { $0.amount.isZero }, "SEED=\(seed) \(number)")
        #expect(
          Set(entry.lines.map { "\($0.account) \($0.fund)" }).count == entry.lines.count, "SEED=\(seed) \(number)")
      } catch EntryFlaw.unbalanced(_, let fund, let by) {
        refused += 1
        #expect(sums[try #require(Fund.allCases.firstIndex(of: fund))] == by && !by.isZero, "SEED=\(seed) \(number)")
      } catch EntryFlaw.nothingMoves {
        #expect(sums.allSatisfy { $0.isZero }, "SEED=\(seed) \(number)")
      }
    }
    #expect(taken > 500 && refused > 500)
    let found = BookCheck.findings(of: TrialBalance(of: entries)).filter { $0.rule.hasPrefix("debits equal credits") }
    #expect(found.count == Fund.allCases.count && found.allSatisfy { $0.holds }, "SEED=\(seed)")
  }

  private func row(_ account: Account, _ fund: Fund, _ amount: Int64) -> TrialBalance.Row {
    TrialBalance.Row(account: account, fund: fund, balance: Rupiah(amount))
  }

  @Test("A planted difference in one fund is found in that fund")
  func plantedDifference() {
    for fund in Fund.allCases {
      let book = TrialBalance(rows: [row(.bank, fund, 10), row(.contributions, fund, -9)])
      #expect(
        BookCheck.findings(of: book).filter { !$0.holds }.map(\.rule) == [
          "debits equal credits in fund \(fund.rawValue)"
        ])
    }
  }

  @Test("Two funds that cancel out are both found")
  func plantedPair() {
    let book = TrialBalance(rows: [row(.bank, .jht, 10), row(.bank, .jkk, -10)])
    #expect(
      Set(BookCheck.findings(of: book).filter { !$0.holds }.map(\.rule))
        == ["debits equal credits in fund JHT", "debits equal credits in fund JKK"])
  }

  @Test("A liability on the debit side is found, whichever it is")
  func plantedSign() {
    for account in Account.allCases where account.kind == .liability {
      let book = TrialBalance(rows: [row(account, .jht, 10), row(.bank, .jht, -10)])
      let broken = BookCheck.findings(of: book).filter { !$0.holds }.map(\.rule)
      #expect(broken.contains("\(account.rawValue) JHT is never on the debit side"), "\(account)")
    }
  }

  @Test("Receivables that are not what is billed and unpaid are found")
  func plantedReceivable() {
    let book = TrialBalance(rows: [row(.receivable, .jht, 10), row(.bank, .jht, -10)])
    #expect(
      BookCheck.findings(of: book).filter { !$0.holds }.map(\.rule) == [
        "what is receivable is what is billed and unpaid"
      ])
  }

  @Test("Every programme has a fund of its own, and every account its words")
  func chart() {
    #expect(Set(Programme.allCases.map { Fund($0) }).count == Programme.allCases.count)
    #expect(Programme.allCases.allSatisfy { Fund($0).rawValue == $0.rawValue })
    #expect(Account.allCases.allSatisfy { !$0.words.indonesian.isEmpty && !$0.words.english.isEmpty })
    #expect(Set(Account.allCases.map(\.words.indonesian)).count == Account.allCases.count)
  }
}
