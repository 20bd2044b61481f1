import Fixtures
import Foundation
import Store
import Testing

@testable import Web

@Suite("Calculations by program")
struct CalculationTests {
  private static func money(_ amount: Int) -> String { #"{"value": "\#(amount)", "currency": "IDR"}"# }

  private static let good: [(String, String, String)] = [
    (
      "contribution",
      #"{"month": "2026-11", "segment": "PU", "base": \#(money(5_000_000)), "riskClass": 1}"#, "462000"
    ),
    (
      "construction",
      #"{"contractValue": \#(money(1_110_000_000)), "includesVAT": true, "registered": "2026-05-04"}"#, "1750000"
    ),
    (
      "jht",
      #"{"ground": "resigned", "segments": ["PU"], "joined": "2016-03-01", "bornOn": "1985-07-01", "#
        + #""workEnded": "2026-01-05", "filed": "2026-03-01", "balance": \#(money(75_000_000)), "#
        + #""channel": "branch", "nonActive": true}"#, "73750000"
    ),
    (
      "jkm",
      #"{"segment": "PU", "bornOn": "1980-01-15", "died": "2024-05-10", "filed": "2024-06-10", "#
        + #""cover": {"joined": "2016-03-01"}, "contributedMonths": 36, "#
        + #""survivors": [{"name": "Siti", "relation": "widow or widower", "bornOn": "1982-02-02"}]}"#, "42000000"
    ),
    (
      "jkk",
      #"{"segment": "PU", "bornOn": "1985-01-15", "event": "2024-03-04", "filed": "2024-04-04", "#
        + #""cover": {"joined": "2016-03-01"}, "employer": {"registered": true, "arrearsMonths": 0, "#
        + #""reported": "2024-03-04"}, "reportedWage": {"monthly": {"_0": \#(money(4_000_000))}}, "#
        + #""condition": "total disability", "ended": "2024-04-04", "endReported": "2024-04-04"}"#, "236000000"
    ),
    (
      "jp",
      #"{"benefit": "disability", "bornOn": "1990-05-20", "joined": "2026-01-01", "filed": "2026-03-20", "#
        + #""event": "2026-03-10", "years": [{"year": 2026, "months": 2, "wages": \#(money(8_000_000))}], "#
        + #""balance": \#(money(0))}"#, "600000"
    ),
  ]

  @Test("Facts go in; the sum, its working and the law's fingerprint come out")
  func good() async throws {
    try await TestOffice.each(.sqlite) { test in
      let client = try StaffSite(test).program(nil)
      for (name, facts, sum) in Self.good {
        let answer = try await client.post("/api/v1/calculations/\(name)", json: facts)
        #expect(answer.status == 200, "\(name): \(answer.text)")
        let total = answer.json["total"] as? [String: Any]
        let amount = (total?["amount"] as? [String: Any])?["value"] as? String
        let working = answer.json["working"] as? [[String: Any]] ?? []
        #expect(amount == sum, "\(name)")
        #expect(!working.isEmpty && (answer.json["lawHash"] as? String)?.isEmpty == false, "\(name)")
      }
    }
  }

  @Test("A misspelt name is told however deep it stands, and so is money that is none")
  func pointers() async throws {
    try await TestOffice.each(.sqlite) { test in
      let client = try StaffSite(test).program(nil)
      func pointer(_ name: String, _ old: String, _ new: String) async throws -> [String]? {
        let facts = Self.good.first { $0.0 == name }?.1 ?? ""
        let answer = try await client.post("/api/v1/calculations/\(name)", json: facts.replacing(old, with: new))
        return answer.status == 422 ? answer.problem?.errors?.map(\.pointer) : nil
      }
      #expect(
        try await pointer("jkm", #"{"joined": "2016-03-01"}"#, #"{"joined": "2016-03-01", "x": 1}"#) == ["/cover/x"])
      #expect(try await pointer("jkm", #""name": "Siti""#, #""name": "Siti", "y": 1"#) == ["/survivors/0/y"])
      #expect(try await pointer("jht", #""value": "75000000""#, #""value": "tujuh""#) == ["/balance"])
      #expect(try await pointer("jht", "\"joined\"", "\"since\"") == ["/joined"])
      #expect(try await pointer("contribution", "\"IDR\"", "\"USD\"") == ["/base"])
      #expect(try await pointer("jkm", #""died": "2024-05-10""#, #""died": "1970-05-10""#)?.isEmpty == false)
      let silent = try await client.post(
        "/api/v1/calculations/contribution", json: Self.good[0].1.replacing("2026-11", with: "1990-11"))
      #expect(silent.status == 409 && silent.problem?.code == "law-silent")
    }
  }

  @Test("No number or day, however far out, brings the program down")
  func extremes() async throws {
    try await TestOffice.each(.sqlite) { test in
      let client = try StaffSite(test).program(nil)
      var unexplained: [String] = []
      var asked = 0
      for (name, facts, _) in Self.good {
        for bent in Self.bent(facts) + Self.farAway(facts) where bent != facts {
          asked += 1
          let answer = try await client.post("/api/v1/calculations/\(name)", json: bent)
          if ![200, 409, 422].contains(answer.status) { unexplained.append("\(name) \(answer.status): \(bent)") }
        }
      }
      #expect(unexplained == [])
      #expect(asked > 100)
    }
  }

  /// One value at a time at its bounds and beyond.
  private static func bent(_ facts: String) -> [String] {
    let days = ["0001-01-01", "1899-12-31", "2015-06-30", "9999-12-31"].map { "\"\($0)\"" }
    let numbers = ["9223372036854775807", "-9223372036854775808", "0", "1e30"]
    let amounts = ["999999999999999", "10000000000000", "10000000000", "0"].map { "\"\($0)\"" }
    let places: [(Regex<Substring>, [String])] = [
      (#/"[0-9]{4}-[0-9]{2}-[0-9]{2}"/#, days), (#/"[0-9]{4}-[0-9]{2}"/#, ["\"0001-01\"", "\"9999-12\""]),
      (#/\b[0-9]+(?=[,}])/#, numbers), (#/"[0-9]{5,}"/#, amounts),
    ]
    return places.flatMap { pattern, values in
      facts.ranges(of: pattern).flatMap { place in
        values.map { facts.replacingCharacters(in: place, with: $0) }
      }
    }
  }

  /// All days together at the ends of the calendar, in an order that can be.
  private static func farAway(_ facts: String) -> [String] {
    [("9998-01-01", "9999-12-31"), ("0001-01-01", "9999-12-31"), ("0001-01-01", "0001-01-02")].map { born, day in
      facts.replacing(#/("[a-zA-Z]+": )"[0-9]{4}-[0-9]{2}-[0-9]{2}"/#) {
        $0.output.1.contains("bornOn") ? "\($0.output.1)\"\(born)\"" : "\($0.output.1)\"\(day)\""
      }
    }
  }
}
