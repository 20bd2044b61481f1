import Office
import Vocabulary

/// Bills stand with their payer: a member who pays for herself, or an employer.
extension API {
  var billRoutes: [Route] {
    payerRoutes("/members/{member}", "a member") { try $0.member().value }
      + payerRoutes("/employers/{employer}", "an employer") { try $0.employer().value }
      + [
        get("/bill-runs", "Months that were billed", for: .signedIn) { try await billedMonths($0) },
        put("/bill-runs/{month}", "Bill everybody for a month", for: .may(.billContributions)) { try await bill($0) },
        put(
          "/unpaid-closings/{month}", "Close self-employed memberships unpaid at the end of a month",
          for: .may(.billContributions)
        ) { try await closeUnpaid($0) },
      ]
  }

  private func payerRoutes(_ path: String, _ whose: String, _ payer: @escaping @Sendable (Ask) throws -> Int64)
    -> [Route]
  {
    @Sendable func identifier(_ ask: Ask) throws -> PayerID {
      guard let id = PayerID(try payer(ask)) else { throw Refusal.notFound }
      return id
    }
    return [
      get(path + "/bills", "The bills of \(whose), newest first", for: .signedIn) { ask in
        try await bills(of: try identifier(ask), ask)
      },
      get(path + "/bills/{month}", "One bill of \(whose)", for: .signedIn) { ask in
        let bill = try await office.contributions.bill(try identifier(ask), try ask.billName(), by: try ask.actor())
        return try .json(ToldBill(bill))
      },
      get(path + "/bills/{month}/lines", "What a bill of \(whose) asks for each member", for: .signedIn) { ask in
        let (payer, actor) = (try identifier(ask), try ask.actor())
        let own = actor.memberID?.value == payer.value || actor.employerID?.value == payer.value
        let lines = try await office.contributions.lines(
          of: payer, try ask.billName(), by: actor, why: try ask.reason(own: own))
        return try page(of: lines, ask, ToldBillLine.init) { $0.name + "/" + $0.kpj.digits }
      },
    ]
  }

  private func bills(of payer: PayerID, _ ask: Ask) async throws -> Reply {
    let paging = try ask.paging(seal, usual: 24)
    let bills = try await office.contributions.bills(
      of: payer, before: paging.after.flatMap { Bill.Name($0) }, limit: paging.limit + 1, by: try ask.actor())
    let shown = bills.prefix(paging.limit)
    return try .list(
      shown.map(ToldBill.init),
      last: bills.count > paging.limit ? shown.last.map { "\($0.month).\($0.sequence)" } : nil, ask: ask,
      paging: paging, seal: seal)
  }

  /// Pages of a list that the office gives whole, in the order of `place`, which is unlike for every element.
  func page<Element, Told: Encodable & Sendable>(
    of all: [Element], _ ask: Ask, _ tell: (Element) -> Told, place: (Element) -> String
  ) throws -> Reply {
    let paging = try ask.paging(seal)
    let sorted = all.map { (place: place($0), element: $0) }.sorted { $0.place < $1.place }
    let rest = sorted.drop { element in paging.after.map { element.place <= $0 } ?? false }
    let shown = rest.prefix(paging.limit)
    return try .list(
      shown.map { tell($0.element) }, last: rest.count > paging.limit ? shown.last?.place : nil, ask: ask,
      paging: paging, seal: seal)
  }

  private func billedMonths(_ ask: Ask) async throws -> Reply {
    let months = try await office.contributions.billedMonths(limit: 120, by: try ask.actor())
    return try .list(
      months.map(ToldBilledMonth.init), last: nil, ask: ask, paging: Paging(limit: 100, after: nil), seal: seal)
  }

  private func bill(_ ask: Ask) async throws -> Reply {
    let month = try ask.month()
    return try .json(ToldBillRun(try await office.contributions.bill(month, by: try ask.actor())))
  }

  private func closeUnpaid(_ ask: Ask) async throws -> Reply {
    let month = try ask.month()
    let closed = try await office.contributions.closeUnpaid(endOf: month, by: try ask.actor())
    return try .json(["closed": closed])
  }
}

struct ToldBill: Encodable {
  let payerId: String
  let name: String
  let month: Month
  let dueOn: Day
  let workers: Int
  let jkk: Money
  let jkm: Money
  let jht: Money
  let jp: Money
  let total: Money
  let status: Status

  struct Status: Encodable {
    let state: String
    var settledOn: Day?
    var reason: String?
  }

  init(_ bill: Bill) {
    payerId = bill.payerID.description
    name = bill.name.description
    month = bill.month
    dueOn = bill.dueOn
    workers = bill.workers
    jkk = Money(bill.jkk)
    jkm = Money(bill.jkm)
    jht = Money(bill.jht)
    jp = Money(bill.jp)
    total = Money(bill.total)
    status =
      switch bill.state {
      case .open: Status(state: "open")
      case .settled(let day): Status(state: "settled", settledOn: day)
      case .void(let reason): Status(state: "void", reason: reason)
      }
  }
}

struct ToldBillLine: Encodable {
  let memberId: String
  let kpj: KPJ
  let name: String
  let base: Money
  let jkk: Money
  let jkm: Money
  let jhtEmployer: Money
  let jhtWorker: Money
  let jpEmployer: Money
  let jpWorker: Money
  let total: Money

  init(_ line: BillLine) {
    memberId = line.memberID.description
    kpj = line.kpj
    name = line.name
    base = Money(line.base)
    jkk = Money(line.jkk)
    jkm = Money(line.jkm)
    jhtEmployer = Money(line.jhtEmployer)
    jhtWorker = Money(line.jhtWorker)
    jpEmployer = Money(line.jpEmployer)
    jpWorker = Money(line.jpWorker)
    total = Money(line.total)
  }
}

struct ToldBilledMonth: Encodable {
  let month: Month
  let issuedAt: String
  let bills: Int
  let lines: Int
  let total: Money

  init(_ run: BilledMonth) {
    month = run.month
    issuedAt = run.issuedAt.description
    bills = run.bills
    lines = run.lines
    total = Money(run.total)
  }
}

struct ToldBillRun: Encodable {
  let month: Month
  let bills: Int
  let lines: Int
  let lateLines: Int
  let total: Money

  init(_ run: BillRun) {
    month = run.month
    bills = run.bills
    lines = run.lines
    lateLines = run.lateLines
    total = Money(run.total)
  }
}
