import Law
import Office
import Programs
import Vocabulary

extension MemberPages {
  func balance(_ ask: Ask) async throws -> Reply {
    let me = try await me(ask, for: "her own savings")
    let savings = try await office.savings.balances(of: me.member.id, by: me.actor, why: "her own savings")
    let claims = try await office.claims.claims(of: me.member.id, by: me.actor)
    let years = savings.flatMap(\.years)
    let taken = years.map(\.paid).sum()
    let many = savings.count > 1
    let model: Model = [
      "amount": .money(savings.map(\.balance).sum()), "on": .day(ask.now.day),
      "contributions": .money(years.map(\.contributions).sum()), "returns": .money(years.map(\.earned).sum()),
      "claims": taken.isNegative ? .money(-taken) : .nothing,
      "chart": years.isEmpty ? .nothing : chart(savings, through: ask.now.day.year).model,
      "years": .each(savings.flatMap { account in account.years.reversed() }) { year in
        [
          "year": .text(many ? "\(year.year) · KPJ \(year.kpj)" : "\(year.year)"), "opening": .money(year.opening),
          "paid": .money(year.contributions), "returns": .money(year.earned),
          "taken": year.paid.isNegative ? .money(-year.paid) : .nothing, "closing": .money(year.closing),
          "address": .text("/anggota/jht/\(year.kpj)/\(year.year)"),
        ]
      },
      "claim": !savings.claimable(besides: claims).isEmpty
        ? ["words": .words("Ajukan klaim JHT", "Claim JHT"), "address": "/anggota/klaim/jht"] : .nothing,
    ]
    return .page(
      Page(
        "member/balance", model, title: Words("Saldo JHT", "JHT balance"), back: Self.home, section: "/anggota/jht"))
  }

  /// All accounts together at the end of each year.
  private func chart(_ savings: [JHTBalance], through thisYear: Int) -> Chart {
    let years = Set(savings.flatMap(\.years).map(\.year)).sorted()
    let bars = years.map { year in
      let total = savings.map { account in account.years.last { $0.year <= year }?.closing ?? .zero }.sum()
      let label =
        year == thisYear ? Words("\(year), sampai kini", "\(year) so far") : Words("\(year)", "\(year)")
      return Chart.Bar(label, total)
    }
    return Chart(
      Words("Saldo di akhir tahun", "Balance at year's end"),
      columns: (Words("Tahun", "Year"), Words("Saldo", "Balance")), bars: bars)
  }

  func statement(_ ask: Ask) async throws -> Reply {
    let me = try await me(ask, for: "her own savings")
    guard let kpj = KPJ(ask.parameter("kpj")), let year = Int(ask.parameter("year")) else { throw Refusal.notFound }
    let statement = try await office.savings.statement(of: me.member.id, kpj, year: year, by: me.actor)
    var balance = statement.opening
    let rows = statement.movements.map { movement -> Model in
      balance += movement.amount
      return [
        "day": .day(movement.creditedOn), "what": .words(what(movement)), "amount": .money(movement.amount),
        "balance": .money(balance),
      ]
    }
    let model: Model = [
      "year": .text("\(year)"), "name": .text(me.member.person.name), "kpj": .text(Shown.spaced(kpj.digits)),
      "opening": .money(statement.opening), "closing": .money(statement.closing), "rate": rate(of: year),
      "letter": .text("/anggota/jht/\(kpj)/\(year)/surat"), "complete": .flag(statement.complete), "rows": .list(rows),
    ]
    return .page(
      Page(
        "member/statement", model,
        title: Words("Rincian saldo JHT \(year)", "JHT statement \(year)"),
        trail: [Self.home, Page.Link("Saldo JHT", "JHT balance", "/anggota/jht")], section: "/anggota/jht"))
  }

  private func what(_ movement: JHTMovement) -> Words {
    guard let month = movement.month else { return movement.kind.words }
    return Words("Iuran \(month.spelled(in: .indonesian))", "Contribution \(month.spelled(in: .english))")
  }

  /// The rate of the year where it is declared; nothing where it is not.
  private func rate(of year: Int) -> Model {
    do {
      let rule = try JHTReturnRule(year: year, law: office.law)
      return [
        "text": .text(rule.rate.description), "article": .words(Shown.cited(rule.citation, office.law)),
        "draft": .flag(rule.confidence == .draft),
      ]
    } catch {
      return .nothing
    }
  }
}
