import Programs
import Store
import Vocabulary

/// The bills and lines of one month on their way into the book.
struct BillBatch {
  let month: Month
  let sequence: Int
  private(set) var lines: [Line] = []
  private(set) var bills: [PayerID: Totals] = [:]

  struct Line {
    let payer: PayerID
    let member: MemberID
    let kpj: String
    let contribution: Contribution
  }

  struct Totals {
    var workers = 0
    var jkk = Rupiah.zero
    var jkm = Rupiah.zero
    var jht = Rupiah.zero
    var jp = Rupiah.zero
    var jkkToJKP = Rupiah.zero
    var jkmToJKP = Rupiah.zero
    var total: Rupiah { jkk + jkm + jht + jp }

    mutating func add(_ line: Contribution) {
      workers += 1
      jkk += line.jkk
      jkm += line.jkm
      jht += line.jhtEmployer + line.jhtWorker
      jp += line.jpEmployer + line.jpWorker
      jkkToJKP += line.jkkToJKP
      jkmToJKP += line.jkmToJKP
    }

    var funds: FundAmounts {
      FundAmounts(jkk: jkk - jkkToJKP, jkm: jkm - jkmToJKP, jht: jht, jp: jp, jkp: jkkToJKP + jkmToJKP)
    }
  }

  init(month: Month, sequence: Int) {
    self.month = month
    self.sequence = sequence
  }

  mutating func add(_ line: Line) {
    lines.append(line)
    bills[line.payer, default: Totals()].add(line.contribution)
  }

  var funds: FundAmounts { bills.values.reduce(into: FundAmounts()) { $0 += $1.funds } }

  static let contributionColumns = [
    "member_id", "kpj", "month", "seq", "payer_id", "base", "jkk", "jkm", "jht_employer", "jht_worker", "jp_employer",
    "jp_worker", "jkk_to_jkp", "jkm_to_jkp",
  ]
  static let billColumns = [
    "payer_id", "month", "seq", "issued_at", "due_on", "workers", "jkk", "jkm", "jht", "jp", "jkk_to_jkp", "jkm_to_jkp",
    "total",
  ]
}

extension BillBatch.Line {
  func append(to rows: inout BulkWriter, month: Month, sequence: Int) throws {
    rows.append(member)
    rows.append(kpj)
    rows.append(month)
    rows.append(sequence)
    rows.append(payer)
    rows.append(contribution.base)
    rows.append(contribution.jkk)
    rows.append(contribution.jkm)
    rows.append(contribution.jhtEmployer)
    rows.append(contribution.jhtWorker)
    rows.append(contribution.jpEmployer)
    rows.append(contribution.jpWorker)
    rows.append(contribution.jkkToJKP)
    rows.append(contribution.jkmToJKP)
    try rows.endRow()
  }
}

extension BillLine {
  init(_ row: Row) throws {
    self.init(
      memberID: try row.id(0), kpj: try row.kpj(1), name: try row.optionalText(2) ?? "", base: try row.rupiah(3),
      jkk: try row.rupiah(4), jkm: try row.rupiah(5), jhtEmployer: try row.rupiah(6), jhtWorker: try row.rupiah(7),
      jpEmployer: try row.rupiah(8), jpWorker: try row.rupiah(9))
  }
}
