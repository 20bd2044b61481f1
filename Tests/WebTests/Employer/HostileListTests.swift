import Fixtures
import Foundation
import HTTPTypes
import Office
import Testing
import Vocabulary

@testable import Web

@Suite("Lists made to do harm")
struct HostileListTests {
  private static let start = Month(year: 2026, month: 1).day(5)

  @Test("Nine thousand wages of nearly a quadrillion are told line by line, and the server stands")
  func sumOverflows() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, _, browser) = try await branch.maju()
      var file = "NIK;Nama;Tanggal Lahir;Jenis Kelamin;Nama Ibu Kandung;Upah;Tanggal Mulai;Tindakan\n"
      for number in 0..<9_300 {
        let nik = "997101010185" + String(format: "%04d", number + 1)
        file += "\(nik);Agus;01-01-1985;L;;999999999999999;02-01-2026;MASUK\n"
      }
      let page = try await browser.get("/perusahaan/unggah")
      let answer = try await browser.submit(page, press: "Periksa berkas", files: ["file": ("d.csv", file)])
      #expect(answer.status == 422)
      #expect(answer.words.contains("Upah ini terlalu besar"))
    }
  }

  @Test("A checked list that was changed on the way is not taken")
  func tampered() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, _, browser) = try await branch.maju()
      let harmful =
        #"{"faults":[],"joinerNames":[],"joins":0,"leaves":0,"lines":[2],"reports":[],"rows":-9223372036854775808,"#
        + #""wageTotal":0,"wages":0,"warnings":[]}"#
      let file = """
        NIK;Nama;Tanggal Lahir;Jenis Kelamin;Nama Ibu Kandung;Upah;Tanggal Mulai;Tindakan
        9971011503900002;Budi Santoso;;;;5500000;01-02-2026;UPAH
        """
      let page = try await browser.get("/perusahaan/unggah")
      let check = try await browser.submit(page, press: "Periksa berkas", files: ["file": ("d.csv", file)])
      #expect(check.status == 200)
      for list in [Base64URL.text(Array(harmful.utf8)), "", "a.b"] {
        #expect(try await browser.submit(check, ["list": list], press: "Simpan semua").status == 400)
      }
      #expect(try await browser.submit(check, press: "Simpan semua").status == 200)
    }
  }

  @Test("A list that another employer had checked is not taken")
  func another() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (employer, _, _) = try await branch.maju()
      let keys = branch.office.keys
      let seal = Seal { keys.sealed($0) }
      let empty = #"{"lines":[],"reports":[]}"#
      let other = ReportList(carried: seal.sign(empty, for: "wage list of 1"), seal, for: employer.id) == nil
      let own = ReportList(carried: seal.sign(empty, for: "wage list of \(employer.id)"), seal, for: employer.id) == nil
      #expect(other && !own)
    }
  }
}
