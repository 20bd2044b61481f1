import Vocabulary

/// Which rows of a table a month of the simulated branch has written: the raw load loads exactly these again.
struct MonthRows {
  let table: String
  /// Written by the hot path: billing, receiving payments, settling, crediting.
  let isHot: Bool
  let condition: @Sendable (Month) -> String

  static let all: [MonthRows] = [
    people("member_nik") { "member_id IN (SELECT member_id FROM member WHERE \(recorded("registered_at", $0)))" },
    people("member") { recorded("registered_at", $0) },
    people("member_data") { recorded("recorded_at", $0) },
    people("member_kpj") { "kpj IN (SELECT kpj FROM membership WHERE \(recorded("recorded_at", $0)))" },
    people("membership") { recorded("recorded_at", $0) },
    people("wage") { recorded("recorded_at", $0) },
    people("membership_end") { recorded("recorded_at", $0) },
    people("membership_lapse") { recorded("recorded_at", $0) },
    people("employer") { recorded("registered_at", $0) },
    people("employer_data") { recorded("recorded_at", $0) },
    people("employment") { "kpj IN (SELECT kpj FROM membership WHERE \(recorded("recorded_at", $0)))" },
    people("employment_end") { "kpj IN (SELECT kpj FROM membership_end WHERE \(recorded("recorded_at", $0)))" },
    people("virtual_account", payers), people("payer", payers),
    hot("contribution") { "month = \($0.number)" },
    hot("bill") { "month = \($0.number)" },
    hot("payment") { recorded("recorded_at", $0) },
    hot("deposit") { onDays("moved_on", $0) },
    hot("bill_settlement") { onDays("settled_on", $0) },
    hot("jht_movement") { onDays("credited_on", $0) + " AND kind = 1" },
    people("bill_void") { onDays("voided_on", $0) },
    people("jht_movement") { onDays("credited_on", $0) + " AND kind <> 1" },
    people("ledger_entry") { onDays("day", $0) },
    people("ledger_line") { "entry_key IN (SELECT entry_key FROM ledger_entry WHERE \(onDays("day", $0)))" },
  ]

  private static func hot(_ table: String, _ condition: @escaping @Sendable (Month) -> String) -> MonthRows {
    MonthRows(table: table, isHot: true, condition: condition)
  }

  private static func people(_ table: String, _ condition: @escaping @Sendable (Month) -> String) -> MonthRows {
    MonthRows(table: table, isHot: false, condition: condition)
  }

  @Sendable private static func payers(_ month: Month) -> String {
    """
    (payer_id IN (SELECT member_id FROM member WHERE \(recorded("registered_at", month)))
    OR payer_id IN (SELECT employer_id FROM employer WHERE \(recorded("registered_at", month))))
    """
  }

  private static func recorded(_ column: String, _ month: Month) -> String {
    let (first, next) = (Instant(month.firstDay, hour: 0), Instant(month.next.firstDay, hour: 0))
    return "\(column) >= \(first.milliseconds) AND \(column) < \(next.milliseconds)"
  }

  private static func onDays(_ column: String, _ month: Month) -> String {
    "\(column) BETWEEN \(month.firstDay.number) AND \(month.lastDay.number)"
  }
}
