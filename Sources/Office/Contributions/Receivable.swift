import Store
import Vocabulary

/// A bill neither settled nor void, with what it will bring each fund once it is paid.
struct Receivable {
  let payerID: PayerID
  let month: Month
  let sequence: Int
  let funds: FundAmounts

  var total: Rupiah { funds.total }
  var issue: Bill.Issue { Bill.Issue(month: month, sequence: sequence) }
}

extension Receivable {
  static let columns = ["payer_id", "month", "seq", "jkk", "jkm", "jht", "jp", "jkp"]

  init(_ row: Row) throws {
    self.init(
      payerID: try row.id(0), month: try row.month(1), sequence: Int(try row.int(2)),
      funds: FundAmounts(
        jkk: try row.rupiah(3), jkm: try row.rupiah(4), jht: try row.rupiah(5), jp: try row.rupiah(6),
        jkp: try row.rupiah(7)))
  }
}

extension Act {
  /// Puts new bills on the list of open ones.
  func open(_ bills: [Receivable]) throws {
    try db.load("bill_open", Receivable.columns) { rows in
      for bill in bills {
        rows.append(bill.payerID)
        rows.append(bill.month)
        rows.append(bill.sequence)
        for (_, amount) in bill.funds.byFund { rows.append(amount) }
        try rows.endRow()
      }
    }
  }

  /// Takes bills off the list once their rows stand in `table`, which tells how they ended.
  func close(_ bills: [Receivable], by table: String) throws {
    let ended = """
      DELETE FROM bill_open WHERE EXISTS (SELECT 1 FROM \(table) e
        WHERE e.payer_id = bill_open.payer_id AND e.month = bill_open.month AND e.seq = bill_open.seq)
      """
    let payers = Set(bills.map(\.payerID))
    var closed = 0
    if payers.count > Connection.chunkedUpTo {
      closed = try db.execute(ended)
    } else {
      for chunk in payers.sorted().chunks(of: 500) {
        let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
        closed += try db.execute("\(ended) AND payer_id IN (\(holes))", values: chunk.map(\.sqlValue))
      }
    }
    precondition(closed == bills.count, "every bill that ends was on the list of open ones, once")
  }
}

extension Connection {
  /// Open bills of some payers, each payer's oldest first.
  func openBills(of payers: [PayerID]) throws -> [Receivable] {
    var bills: [Receivable] = []
    let wanted = Set(payers)
    let columns = Receivable.columns.joined(separator: ", ")
    try eachChunk(of: wanted, "SELECT \(columns) FROM bill_open", "payer_id", "ORDER BY payer_id, month, seq") { row in
      let bill = try Receivable(row)
      if wanted.contains(bill.payerID) { bills.append(bill) }
    }
    return bills
  }

  /// Beyond so many identifiers it is cheaper to read a short table whole than to look each one up.
  static let chunkedUpTo = 4_000

  /// The rows of a short table whose `key` is among `ids`: looked up five hundred at a time, in the order of `ids`; when
  /// they are many the whole table, so that the body must leave out what it did not ask for.
  func eachChunk<Of>(
    of ids: some Collection<Identifier<Of>>, _ select: String, _ key: String, _ ending: String,
    _ body: (Row) throws -> Void
  ) throws {
    guard ids.count <= Self.chunkedUpTo else { return try each("\(select) \(ending)", body: body) }
    for chunk in ids.sorted().chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      try each("\(select) WHERE \(key) IN (\(holes)) \(ending)", values: chunk.map(\.sqlValue), body: body)
    }
  }
}
