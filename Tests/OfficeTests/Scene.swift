import Fixtures
import Foundation
import Office
import Store
import Testing
import Vocabulary

/// A branch in a test, and what is looked up in it again and again.
struct Scene: Sendable {
  let test: TestOffice
  var office: Office { test.office }
  var database: Database { test.office.database }

  static func open(_ engine: Engine, on day: String = "2026-01-05") throws -> Scene {
    Scene(test: try TestOffice.open(ScratchDatabase.open(engine), on: try #require(Day(day))))
  }

  /// Moves the clock to nine in the morning of a day ahead.
  func move(to day: String) throws { test.clock.move(to: try #require(Day(day))) }

  func key(_ text: String) throws -> ActKey { try ActKey(text) }

  /// A key that no other call gets.
  func freshKey() throws -> ActKey { try ActKey("key-\(test.clock.read().milliseconds)") }

  func read<T>(_ body: (Connection) throws -> T?) throws -> T {
    let found = try database.readNow { try body($0) }
    return try #require(found)
  }

  func count(_ table: String) throws -> Int { Int(try read { try $0.integer("SELECT count(*) FROM \(table)") }) }

  func change(_ sql: String) throws { _ = try database.writeNow { try $0.execute(sql) } }

  /// The rules of the books that do not hold.
  func brokenRules() async throws -> [BookRule] { try await test.brokenRules() }
}

extension Scene {
  func member(_ person: PersonForm) throws -> MemberID {
    try read { try $0.row("SELECT member_id FROM member_nik WHERE nik = $1", person.nik) { try $0.id(0) } }
  }

  /// The newest membership of somebody.
  func kpj(_ person: PersonForm) throws -> KPJ {
    let id = try member(person)
    return try read {
      try $0.row("SELECT kpj FROM membership WHERE member_id = $1 ORDER BY kpj DESC", id) { try $0.kpj(0) }
    }
  }

  func va(_ payer: some Payer) throws -> VirtualAccount {
    try read { try $0.row("SELECT va FROM payer WHERE payer_id = $1", payer.payerNumber) { try $0.virtualAccount(0) } }
  }

  func employer() throws -> EmployerID {
    try read { try $0.row("SELECT employer_id FROM employer ORDER BY employer_id") { try $0.id(0) } }
  }

  /// Somebody's claims in the order of submission, from 0.
  func claim(_ person: PersonForm, _ index: Int = 0) throws -> ClaimNumber {
    let id = try member(person)
    let numbers = try read {
      try $0.rows("SELECT number FROM claim WHERE member_id = $1 ORDER BY claim_id", id) { try $0.text(0) }
    }
    return try #require(numbers.indices.contains(index) ? ClaimNumber(numbers[index]) : nil)
  }

  func batch(_ index: Int = 0) throws -> PayoutBatchID {
    let ids = try read {
      try $0.rows("SELECT batch_id FROM payout_batch ORDER BY batch_id") { try $0.id(0) as PayoutBatchID }
    }
    return try #require(ids.indices.contains(index) ? ids[index] : nil)
  }

  func run(of year: Int) throws -> ReturnRunID {
    try read { try $0.row("SELECT run_id FROM return_run WHERE year = $1 ORDER BY run_id DESC", year) { try $0.id(0) } }
  }

  func balance(_ member: MemberID) throws -> Rupiah {
    Rupiah(
      try read { try $0.integer("SELECT COALESCE(SUM(amount), 0) FROM jht_movement WHERE member_id = $1", member) })
  }

  func balance(_ kpj: KPJ) throws -> Rupiah {
    Rupiah(try read { try $0.integer("SELECT COALESCE(SUM(amount), 0) FROM jht_movement WHERE kpj = $1", kpj) })
  }
}

/// Whoever has a virtual account.
protocol Payer { var payerNumber: Int64 { get } }
extension Identifier: Payer { var payerNumber: Int64 { value } }

extension Identifier {
  var payer: PayerID {
    get throws { try #require(PayerID(value)) }
  }
}

/// What an office answers with when it does not do as asked; `nil` when it did.
func refusal<T>(_ body: () async throws -> T) async throws -> OfficeError? {
  do {
    _ = try await body()
    return nil
  } catch let error as OfficeError {
    return error
  }
}

extension OfficeError {
  /// Where the faults stand, and what they say.
  var places: [String] { if case .faults(let faults) = self { faults.map(\.place) } else { [] } }

  /// Everything that a person would read of this, in both languages.
  var sentences: [String] {
    let words: [Words] = if case .faults(let faults) = self { faults.map(\.words) } else { [words] }
    return words.flatMap { [$0.indonesian, $0.english] }
  }

  /// Whole plain sentences: each ends in a full stop, begins with a capital or a digit, and has more than two words.
  var isPlain: Bool {
    sentences.allSatisfy { sentence in
      sentence.hasSuffix(".") && sentence.first.map { $0.isUppercase || $0.isNumber } == true
        && sentence.split(separator: " ").count > 2 && !sentence.contains("Optional(")
        && !sentence.contains("StoreError")
    }
  }
}
