import CPostgreSQL

/// A row of an answer that came as text, which every type can be read from.
final class PostgreSQLCursor: Cursor {
  let sql: String
  let rows: Int
  private let answer: PostgreSQLAnswer
  private let result: OpaquePointer
  private var row: Int32 = -1
  private(set) var count: Int

  init(_ answer: PostgreSQLAnswer, _ sql: String) {
    self.answer = answer
    self.sql = sql
    result = answer.result
    rows = Int(PQntuples(result))
    count = Int(PQnfields(result))
  }

  /// Steps to the next row; false after the last.
  func advance() -> Bool {
    row += 1
    return Int(row) < rows
  }

  /// After this a row that somebody kept has no columns.
  func end() { count = 0 }

  func name(_ column: Int) -> String { PQfname(result, Int32(column)).map { String(cString: $0) } ?? "\(column)" }

  func kind(_ column: Int) -> String {
    switch PQftype(result, Int32(column)) {
    case PostgreSQLType.bool, PostgreSQLType.int2, PostgreSQLType.int4, PostgreSQLType.int8, PostgreSQLType.oid:
      "a whole number"
    case PostgreSQLType.numeric:
      integer(column) == nil ? "a number with a fraction" : "a whole number"
    case PostgreSQLType.float4, PostgreSQLType.float8: "a number with a fraction"
    case PostgreSQLType.bytea: "bytes"
    default: "text"
    }
  }

  func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) != 0 }

  func integer(_ column: Int) -> Int64? {
    switch PQftype(result, Int32(column)) {
    case PostgreSQLType.int8, PostgreSQLType.int4, PostgreSQLType.int2, PostgreSQLType.numeric, PostgreSQLType.oid:
      decimal(bytes(column))
    case PostgreSQLType.bool: isNull(column) ? nil : bytes(column).first == UInt8(ascii: "t") ? 1 : 0
    default: nil
    }
  }

  func text(_ column: Int) -> String? {
    switch PQftype(result, Int32(column)) {
    case PostgreSQLType.bool, PostgreSQLType.int2, PostgreSQLType.int4, PostgreSQLType.int8, PostgreSQLType.oid,
      PostgreSQLType.numeric, PostgreSQLType.float4, PostgreSQLType.float8, PostgreSQLType.bytea:
      nil
    default: isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
    }
  }

  func blob(_ column: Int) -> [UInt8]? {
    guard PQftype(result, Int32(column)) == PostgreSQLType.bytea else { return nil }
    let digits = bytes(column).dropFirst(2)  // after \x
    return stride(from: digits.startIndex, to: digits.endIndex - 1, by: 2).map {
      nibble(digits[$0]) << 4 | nibble(digits[$0 + 1])
    }
  }

  func value(_ column: Int) -> SQLValue {
    if let number = integer(column) { return .integer(number) }
    if let blob = blob(column) { return .blob(blob) }
    return .text(String(decoding: bytes(column), as: UTF8.self))
  }

  private func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = UnsafeRawPointer(PQgetvalue(result, row, Int32(column)))?.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Int(PQgetlength(result, row, Int32(column))))
  }
}

/// A whole number in decimal digits, or `nil` if it is none or does not fit.
private func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
  let isNegative = bytes.first == UInt8(ascii: "-")
  var number: Int64 = 0
  guard bytes.count > (isNegative ? 1 : 0) else { return nil }
  for index in (isNegative ? 1 : 0)..<bytes.count {
    let digit = Int64(bytes[index]) - 48
    guard (0...9).contains(digit) else { return nil }
    // Counted below zero, where there is room for one more.
    let (tenfold, overflowed) = number.multipliedReportingOverflow(by: 10)
    let (next, overflowedToo) = tenfold.subtractingReportingOverflow(digit)
    guard !overflowed, !overflowedToo else { return nil }
    number = next
  }
  if isNegative { return number }
  return number == .min ? nil : -number
}

private func nibble(_ digit: UInt8) -> UInt8 {
  digit <= UInt8(ascii: "9") ? digit & 0xf : (digit & 0xf) + 9
}
