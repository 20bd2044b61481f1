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
}
