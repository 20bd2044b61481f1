import Simulation
import Store
import Vocabulary

/// What making a sample branch came to.
struct SampleYield {
  private var lines = 0
  private var payments = 0
  private var credits = 0
  private var claims = 0
  private var members: [(segment: String, active: Int, ended: Int)] = []
  private var rows = 0
  var seconds = 0.0

  mutating func add(_ report: Simulator.Report) {
    lines += report.lines
    payments += report.payments
    credits += report.credits
    claims += report.claims
  }

  /// Counts what is in the books now.
  mutating func count(_ db: Connection) throws {
    rows = try db.tableSizes().rows
    members = try db.rows(
      """
      SELECT s.segment, SUM(CASE WHEN e.kpj IS NULL THEN 1 ELSE 0 END), SUM(CASE WHEN e.kpj IS NULL THEN 0 ELSE 1 END)
      FROM membership s LEFT JOIN membership_end e ON e.member_id = s.member_id AND e.kpj = s.kpj
      GROUP BY s.segment ORDER BY s.segment
      """
    ) { (segment: try $0.text(0), active: Int(try $0.int(1)), ended: Int(try $0.int(2))) }
  }

  var table: String {
    var table = TextTable(["", ">"])
    func add(_ indonesian: String, _ english: String, _ count: Int) {
      table.add([Words(indonesian, english).text(in: Terminal.language), count.grouped])
    }
    for one in members {
      add("\(one.segment) berjalan", "\(one.segment) memberships open", one.active)
      add("\(one.segment) berakhir", "\(one.segment) memberships ended", one.ended)
    }
    add("baris iuran", "lines billed", lines)
    add("pembayaran", "payments", payments)
    add("kredit JHT", "JHT credits", credits)
    add("klaim", "claims", claims)
    add("baris buku", "rows written", rows)
    add("detik", "seconds", Int(seconds.rounded()))
    add("baris per detik", "rows a second", Int(Double(rows) / max(seconds, 0.001)))
    // Without the line of heads, which is empty.
    return String(table.text.drop { $0 == "\n" })
  }
}
