import Law
import Ledger
import Programs
import Store
import Vocabulary

/// The totals of one slice of members.
struct ReturnSlice {
  let number: Int
  let first: MemberID
  var last: MemberID
  var members = 1
  var accounts = 0
  var opening = Rupiah.zero
  var credited = Rupiah.zero
  var earned = Rupiah.zero

  mutating func add(_ account: ReturnComputation.Earned) {
    accounts += 1
    opening += account.opening
    credited += account.credited
    earned += account.amount
  }
}

extension Act {
  func refuse(approved year: Int) throws {
    guard try db.exists("SELECT 1 FROM return_approval WHERE year = $1", year) else { return }
    throw OfficeError.conflict(
      code: "return-approved",
      Words("Hasil pengembangan \(year) sudah disetujui.", "The return of \(year) is approved already."))
  }

  /// Without a declared rate nothing can be reckoned.
  func refuse(undeclared year: Int) throws {
    let declared = try office.law[JHT.declaredReturn].history.contains { $0.from.year == year }
    guard !declared else { return }
    throw OfficeError.fault(
      "year",
      "Hasil pengembangan \(year) belum ditetapkan. Catat surat penetapannya di folder hukum kantor, lalu hitung lagi.",
      "No return is declared for \(year). Enter the letter that declares it in the office's folder of law, then try again."
    )
  }

  /// A year waits for every year before it: what they earned stands in its opening balance.
  func refuse(before year: Int) throws {
    let first = try db.row("SELECT min(credited_on) FROM jht_movement") { try $0.optionalDay(0) }
    guard let first = first ?? nil, first.year < year else { return }
    let complete = try db.completedReturnYears()
    guard let missing = (first.year..<year).first(where: { !complete.contains($0) }) else { return }
    throw OfficeError.conflict(
      code: "return-out-of-order",
      Words(
        "Hasil pengembangan \(missing) belum dibukukan. Bukukan tahun itu dulu, baru \(year).",
        "The return of \(missing) is not posted. Post that year first, then \(year)."))
  }

  func previewReturn(of year: Int, sliceSize: Int) throws -> ReturnRunID {
    let rule = try JHTReturnRule(year: year, law: office.law)
    let slices = try slices(of: year, size: sliceSize)
    let id = newID(ReturnRunMark.self)
    try db.execute(
      """
      INSERT INTO return_run (run_id, year, rate, law_hash, confidence, accounts, opening, credited, earned,
        previewed_at, previewed_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """, id, year, rule.rate.description, office.law.hash, rule.confidence.rawValue,
      slices.map(\.accounts).reduce(0, +), slices.map(\.opening).sum(), slices.map(\.credited).sum(),
      slices.map(\.earned).sum(), now, actor.id)
    for slice in slices {
      try db.execute(
        """
        INSERT INTO return_slice (run_id, slice, first_member, last_member, accounts, earned)
        VALUES ($1, $2, $3, $4, $5, $6)
        """, id, slice.number, slice.first, slice.last, slice.accounts, slice.earned)
    }
    detail = "return of \(year) at \(rule.rate)"
    return id
  }

  /// The year cut into slices of so many members.
  func slices(of year: Int, size: Int) throws -> [ReturnSlice] {
    let computation = ReturnComputation(rule: try JHTReturnRule(year: year, law: office.law), year: year)
    var slices: [ReturnSlice] = []
    try computation.eachAccount(in: db) { account in
      if let open = slices.indices.last, slices[open].last == account.member || slices[open].members < size {
        if slices[open].last != account.member { slices[open].members += 1 }
        slices[open].last = account.member
        slices[open].add(account)
      } else {
        var slice = ReturnSlice(number: slices.count + 1, first: account.member, last: account.member)
        slice.add(account)
        slices.append(slice)
      }
    }
    return slices
  }

  /// Posts one slice: the movements, the ledger entry and the mark, or nothing.
  func postSlice(_ slice: Int, of run: ReturnRun) throws -> Nothing {
    if try db.exists("SELECT 1 FROM return_slice_posted WHERE year = $1 AND slice = $2", run.year, slice) {
      return Nothing()
    }
    let planned = try db.row(
      "SELECT first_member, last_member, accounts, earned FROM return_slice WHERE run_id = $1 AND slice = $2", run.id,
      slice
    ) {
      (
        first: try $0.id(0) as MemberID, last: try $0.id(1) as MemberID, accounts: Int(try $0.int(2)),
        earned: try $0.rupiah(3)
      )
    }
    guard let planned else { throw OfficeError.noSuchReturn }
    let rule = try JHTReturnRule(year: run.year, law: office.law)
    guard rule.rate.description == run.rate else {
      throw OfficeError.conflict(
        code: "return-rate-differs",
        Words(
          "Disetujui \(run.rate), sekarang hukum menyebut \(rule.rate). Tarik persetujuannya, atau kembalikan tingkatnya.",
          "Approved at \(run.rate); the law now says \(rule.rate). Withdraw the approval, or put the rate back."))
    }
    let computation = ReturnComputation(rule: rule, year: run.year)
    var movements: [JHTMovement] = []
    try computation.eachAccount(in: db, from: planned.first, through: planned.last) { account in
      movements.append(
        JHTMovement(
          member: account.member, kpj: account.kpj, kind: .yearlyReturn, reference: Int64(run.year), creditedOn: today,
          amount: account.amount))
    }
    let earned = movements.map(\.amount).sum()
    guard movements.count == planned.accounts, earned == planned.earned else {
      throw OfficeError.conflict(
        code: "return-slice-differs",
        Words(
          "Bagian \(slice) tidak sama dengan yang disetujui: \(earned), seharusnya \(planned.earned). Tidak ada yang dibukukan.",
          "Slice \(slice) is not what was approved: \(earned) instead of \(planned.earned). Nothing was posted."))
    }
    try db.load(movements)
    if earned.isPositive {
      try post(
        Entry(
          key: "return/\(run.year)/\(slice)", day: today, note: "return of \(run.year), slice \(slice)",
          lines: [.debit(.returnsCredited, .jht, earned), .credit(.memberBalances, .jht, earned)]))
    }
    try db.execute(
      "INSERT INTO return_slice_posted (year, slice, posted_at, accounts, earned) VALUES ($1, $2, $3, $4, $5)",
      run.year,
      slice, now, movements.count, earned)
    detail = "return of \(run.year), slice \(slice) of \(run.slices)"
    return Nothing()
  }

  /// Marks the year complete if, and only if, every slice is there and the sums are those approved.
  func complete(_ run: ReturnRun) throws -> Nothing {
    if try db.exists("SELECT 1 FROM return_completed WHERE year = $1", run.year) { return Nothing() }
    let posted = try db.row(
      "SELECT count(*), COALESCE(SUM(accounts), 0), COALESCE(SUM(earned), 0) FROM return_slice_posted WHERE year = $1",
      run.year
    ) { (slices: Int(try $0.int(0)), accounts: Int(try $0.int(1)), earned: try $0.rupiah(2)) }
    guard let posted, posted.slices == run.slices, posted.accounts == run.accounts, posted.earned == run.earned else {
      throw OfficeError.conflict(
        code: "return-incomplete",
        Words(
          "Pembukuan belum lengkap: \(posted?.slices ?? 0) dari \(run.slices) bagian. Jalankan lagi.",
          "Posting is not complete: \(posted?.slices ?? 0) of \(run.slices) slices. Run it again."))
    }
    try db.execute(
      "INSERT INTO return_completed (year, completed_at, accounts, earned) VALUES ($1, $2, $3, $4)", run.year, now,
      run.accounts, run.earned)
    detail = "return of \(run.year): \(run.earned) to \(run.accounts) accounts"
    return Nothing()
  }
}

extension Connection {
  func returnRun(_ id: ReturnRunID) throws -> ReturnRun? {
    try row(
      """
      SELECT r.year, r.rate, r.confidence, r.accounts, r.opening, r.credited, r.earned, r.previewed_at, r.previewed_by,
        (SELECT a.approved_by FROM return_approval a WHERE a.year = r.year AND a.run_id = r.run_id),
        (SELECT count(*) FROM return_slice s WHERE s.run_id = r.run_id),
        (SELECT count(*) FROM return_slice_posted p JOIN return_approval a ON a.year = p.year
          WHERE p.year = r.year AND a.run_id = r.run_id),
        (SELECT count(*) FROM return_completed c JOIN return_approval a ON a.year = c.year
          WHERE c.year = r.year AND a.run_id = r.run_id)
      FROM return_run r WHERE r.run_id = $1
      """, id
    ) { row in
      ReturnRun(
        id: id, year: Int(try row.int(0)), rate: try row.text(1), confidence: try row.text(2),
        accounts: Int(try row.int(3)),
        opening: try row.rupiah(4), credited: try row.rupiah(5), earned: try row.rupiah(6),
        previewedAt: try row.instant(7),
        previewedBy: try row.text(8), approvedBy: try row.optionalText(9), slices: Int(try row.int(10)),
        slicesPosted: Int(try row.int(11)), completed: try row.int(12) > 0)
    }
  }

  func approvedRun(of year: Int) throws -> ReturnRun? {
    try row("SELECT run_id FROM return_approval WHERE year = $1", year) { try $0.id(0) as ReturnRunID }
      .flatMap { try returnRun($0) }
  }

  /// A year whose return is approved and not yet all posted. No balance may be paid out meanwhile.
  func returnInPosting() throws -> Int? {
    try row(
      "SELECT a.year FROM return_approval a LEFT JOIN return_completed c ON c.year = a.year WHERE c.year IS NULL"
    ) { Int(try $0.int(0)) }
  }
}

extension OfficeError {
  static let noSuchReturn = OfficeError.notFound(
    Words("Perhitungan hasil pengembangan tidak ditemukan.", "No such preview of a return."))
}
