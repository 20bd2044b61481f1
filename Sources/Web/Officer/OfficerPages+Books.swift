import Ledger
import Office
import Vocabulary

extension OfficerPages {
  var bookRoutes: [Route] {
    [
      get("/buku", "The trial balance and every check", .readBooks) { .page(try await books($0)) },
      get("/buku/ayat", "Ledger entries", .readBooks) { .page(try await entries($0)) },
    ]
  }

  private func books(_ ask: Ask) async throws -> Page {
    let actor = try ask.actor()
    let book = try await office.books.trialBalance(by: actor)
    let findings = try await office.books.check(by: actor)
    let failed = findings.count { !$0.holds }
    return Page(
      "officer/books",
      [
        "on": .day(ask.now.day),
        "sound": failed == 0
          ? Part.tag(Words("Semua \(findings.count) pemeriksaan cocok", "All \(findings.count) checks hold"), .good)
          : Part.tag(Words("\(failed) pemeriksaan tidak cocok", "\(failed) checks do not hold"), .bad),
        "chart": chart(book),
        "funds": .each(Fund.allCases.filter { fund in book.rows.contains { $0.fund == fund } }) { table(of: $0, book) },
        "checks": .each(findings) { finding in
          Part.task(
            BookRuleWords.words(finding.rule), note: finding.holds ? nil : Self.difference(finding),
            tag: finding.holds
              ? Part.tag(Words("✓ cocok", "✓ holds"), .good) : Part.tag(Words("✗ tidak cocok", "✗ differs"), .bad))
        },
      ], title: Words("Buku besar", "The books"), section: "/petugas/buku", wide: true)
  }

  private static func difference(_ finding: BookFinding) -> Words {
    let places = finding.places.isEmpty ? "" : " (\(finding.places.joined(separator: ", ")))"
    return Words(
      "Seharusnya \(finding.expected), ternyata \(finding.found)\(places)",
      "Expected \(finding.expected), found \(finding.found)\(places)")
  }

  private func chart(_ book: TrialBalance) -> Model {
    let funds = Fund.allCases.filter { !book.balance(.bank, $0).isZero }
    guard !funds.isEmpty else { return .nothing }
    return Chart(
      Words("Uang di bank per dana", "Money at the bank by fund"),
      columns: (Words("Dana", "Fund"), Words("Jumlah", "Amount")),
      bars: funds.map { Chart.Bar($0.words, book.balance(.bank, $0)) }
    ).model
  }

  private func table(of fund: Fund, _ book: TrialBalance) -> Model {
    let rows = book.rows.filter { $0.fund == fund }
    let debit = rows.map(\.balance).filter(\.isPositive).sum()
    let credit = -rows.map(\.balance).filter(\.isNegative).sum()
    return [
      "name": .words(fund.words), "debit": .money(debit), "credit": .money(credit), "balanced": .flag(debit == credit),
      "accounts": .each(rows) { row in
        [
          "number": .text(row.account.rawValue), "name": .words(row.account.words),
          "debit": Self.side(row.balance), "credit": Self.side(-row.balance),
        ]
      },
    ]
  }

  private static func side(_ amount: Rupiah) -> Model { amount.isPositive ? .money(amount) : .text("–") }

  private func entries(_ ask: Ask) async throws -> Page {
    let key = ask.query.line("kunci")
    let entries = try await office.books.entries(keyPrefix: key, limit: 30, by: try ask.actor())
    return Page(
      "officer/entries",
      [
        "key": .text(key),
        "empty": entries.isEmpty
          ? Part.empty(
            Words("Tidak ada ayat", "No entries"),
            Words("Tidak ada ayat yang kuncinya berawal begitu.", "No entry's key begins like that."))
          : .nothing,
        "entries": .each(entries) { entry in
          [
            "key": .text(entry.key), "day": .day(entry.day), "note": .text(entry.note),
            "lines": .each(entry.lines) { line in
              [
                "account": .words(
                  "\(line.account.rawValue) \(line.account.words.indonesian)",
                  "\(line.account.rawValue) \(line.account.words.english)"),
                "fund": .text(line.fund.rawValue), "debit": Self.side(line.amount), "credit": Self.side(-line.amount),
              ]
            },
          ]
        },
      ], title: Words("Ayat jurnal", "Ledger entries"),
      trail: [Self.home, Page.Link("Buku besar", "The books", "/petugas/buku")], section: "/petugas/buku", wide: true)
  }
}

extension Fund {
  var words: Words {
    switch self {
    case .collection: Words("Penampungan iuran (KOL)", "Collection (KOL)")
    case .jkk: Words("Dana JKK", "JKK fund")
    case .jkm: Words("Dana JKM", "JKM fund")
    case .jht: Words("Dana JHT", "JHT fund")
    case .jp: Words("Dana JP", "JP fund")
    case .jkp: Words("Dana JKP", "JKP fund")
    }
  }
}
