import Fixtures
import Foundation
import Testing
import Web

@Suite("The calculators")
struct CalculatorTests {
  /// A page of the calculator with these answers in its address.
  private func reckon(_ address: String, _ browser: TestClient) async throws -> Answer {
    let page = try await browser.get(address.replacing(" ", with: "%20"))
    #expect(Markup.flaws(page.text) == [], "\(address)")
    return page
  }

  private func lacks(_ page: Answer, _ sentences: [String]) -> [String] {
    sentences.filter { !page.words.contains($0) }
  }

  @Test("They are found from the front page, open empty, and nobody need sign in")
  func index() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      #expect(try await browser.get("/").text.contains("href=\"/hitung\""))
      #expect(try await browser.get("/aturan").text.contains("href=\"/hitung\""))
      let index = try await browser.get("/hitung")
      #expect(index.status == 200 && Markup.flaws(index.text) == [])
      for name in ["iuran", "jht", "jkm", "jkk", "proyek", "jp"] {
        let listed = index.text.contains("href=\"/hitung/\(name)\"")
        let page = try await reckon("/hitung/\(name)", browser)
        let english = try await reckon("/hitung/\(name)?lang=en", browser)
        #expect(listed && page.status == 200 && english.status == 200, "\(name)")
        #expect(!page.text.contains("role=\"alert\""), "\(name)")
      }
      #expect(try await browser.get("/hitung/sihir").status == 404)
    }
  }

  @Test("A wage of five million in class I costs what the law says, with its articles")
  func contribution() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let page = try await reckon("/hitung/iuran?segmen=PU&upah=5.000.000&risiko=1&bulan=11/2026", browser)
      let missing = lacks(
        page,
        ["Rp 185.000", "Rp 100.000", "Rp 12.000", "Rp 15.000", "Rp 50.000", "Rp 462.000", "pasal", "November 2026"])
      #expect(page.status == 200 && missing == [])
      let own = try await reckon("/hitung/iuran?segmen=BPU&upah=1000000&bulan=2026-11", browser)
      #expect(own.status == 200 && lacks(own, ["Rp 20.000", "dibayar sendiri"]) == [])
    }
  }

  @Test("Every fault of the answers is told at once; where the law is silent one sentence says so")
  func faults() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let wrong = try await reckon("/hitung/iuran?segmen=PU&upah=lima&risiko=1&bulan=", browser)
      #expect(wrong.status == 422)
      #expect(lacks(wrong, ["bukan jumlah rupiah", "Untuk bulan apa? belum diisi"]) == [])
      let month = try await reckon("/hitung/iuran?segmen=PU&upah=1000000&risiko=1&bulan=13/2026", browser)
      #expect(month.status == 422 && lacks(month, ["Tulis bulan dan tahun"]) == [])
      let huge = try await reckon("/hitung/iuran?segmen=PU&upah=99999999999999&bulan=11/2026", browser)
      #expect(huge.status == 422 && lacks(huge, ["terlalu besar"]) == [])
      let old = try await reckon("/hitung/iuran?segmen=PU&upah=1000000&bulan=01/1990", browser)
      #expect(old.status == 409 && lacks(old, ["Belum dapat dihitung"]) == [])
    }
  }

  @Test("Savings of seventy-five million bear a tax of 1.250.000; what cannot be is refused by name")
  func savings() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let facts = "segmen=PU&lahir=1985-07-01&mulai=2016-03-01&diajukan=2026-03-01&saldo=75000000&lewat=branch"
      let page = try await reckon("/hitung/jht?sebab=resigned&berhenti=2026-01-05&\(facts)", browser)
      #expect(page.status == 200 && lacks(page, ["Rp 73.750.000", "Rp 1.250.000", "Rp 75.000.000"]) == [])
      let early = try await reckon("/hitung/jht?sebab=resigned&berhenti=2026-02-20&\(facts)", browser)
      #expect(early.status == 200 && lacks(early, ["Masa tunggu belum selesai"]) == [])
      let still = try await reckon("/hitung/jht?sebab=resigned&berhenti=&\(facts)", browser)
      #expect(still.status == 422 && lacks(still, ["Isi tanggal berhenti bekerja"]) == [])
      let turned = facts.replacing("2016-03-01", with: "1980-03-01")
      let unborn = try await reckon("/hitung/jht?sebab=resigned&berhenti=&\(turned)", browser)
      #expect(
        unborn.status == 422 && lacks(unborn, ["sesudah tanggal mulai peserta", "Isi tanggal berhenti bekerja"]) == [])
    }
  }

  @Test("A death pays forty-two million, under the old law twenty-four")
  func death() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let facts = "segmen=PU&mulai=2016-03-01&bulan=36&waris=widow or widower"
      let page = try await reckon("/hitung/jkm?meninggal=2024-05-10&\(facts)", browser)
      #expect(
        page.status == 200 && lacks(page, ["Rp 42.000.000", "Rp 20.000.000", "Rp 12.000.000", "Rp 10.000.000"]) == [])
      let old = try await reckon("/hitung/jkm?meninggal=2018-05-10&\(facts)", browser)
      #expect(old.status == 200 && lacks(old, ["Rp 24.000.000"]) == [])
      let late = try await reckon("/hitung/jkm?meninggal=2016-02-01&\(facts)", browser)
      #expect(late.status == 200 && lacks(late, ["Kepesertaan baru mulai 1 Maret 2016"]) == [])
      let wrong = try await reckon("/hitung/jkm?meninggal=2024-02-31&\(facts)", browser)
      #expect(wrong.status == 422 && lacks(wrong, ["tidak ada di kalender"]) == [])
    }
  }

  @Test("A total disability with a wage of four million pays 224 million and the periodic grant")
  func accident() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let facts = "tanggal=2024-03-04&segmen=PU&upah=4000000"
      let page = try await reckon("/hitung/jkk?\(facts)&hari=0&akhir=total disability", browser)
      #expect(page.status == 200 && lacks(page, ["Rp 224.000.000", "Rp 12.000.000"]) == [])
      let died = try await reckon("/hitung/jkk?\(facts)&hari=0&akhir=died", browser)
      #expect(died.status == 200 && lacks(died, ["Rp 192.000.000", "Rp 214.000.000"]) == [])
      let off = try await reckon("/hitung/jkk?\(facts)&hari=30&akhir=recovered", browser)
      #expect(off.status == 200 && lacks(off, ["Rp 4.000.000"]) == [])
      // The first of the table: the right arm from the shoulder, 40% of eighty wages.
      let part = try await reckon("/hitung/jkk?\(facts)&hari=0&akhir=partial disability&bagian=0", browser)
      #expect(part.status == 200 && lacks(part, ["Rp 128.000.000"]) == [])
      let none = try await reckon("/hitung/jkk?\(facts)&hari=0&akhir=partial disability", browser)
      #expect(none.status == 422 && lacks(none, ["Pilih bagian tubuhnya"]) == [])
    }
  }

  @Test("A contract with value added tax counts without it")
  func project() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let page = try await reckon("/hitung/proyek?nilai=1110000000&ppn=ya&didaftarkan=2026-05-04", browser)
      #expect(
        page.status == 200 && lacks(page, ["Rp 1.540.000", "Rp 210.000", "Rp 1.750.000", "Rp 1.000.000.000"]) == [])
      let wrong = try await reckon("/hitung/proyek?nilai=&ppn=&didaftarkan=", browser)
      #expect(wrong.status == 422 && lacks(wrong, ["Nilai kontrak belum diisi", "Pilih satu jawaban"]) == [])
    }
  }

  @Test("A pension is raised to its least, a short membership of old age is paid at once, and faults are named")
  func pension() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let young = "manfaat=disability&lahir=1990-05-20&mulai=2026-01-01&kejadian=2026-03-10"
      let least = try await reckon("/hitung/jp?\(young)&bulan=2&rata=2000000", browser)
      #expect(least.status == 200 && lacks(least, ["Rp 411.400", "April 2026"]) == [])
      let more = try await reckon("/hitung/jp?\(young)&bulan=2&rata=4000000", browser)
      #expect(more.status == 200 && lacks(more, ["Rp 600.000"]) == [])
      let old = "manfaat=old age&lahir=1967-01-10&mulai=2015-07-01&rata=5000000&saldo=20000000"
      let once = try await reckon("/hitung/jp?\(old)&bulan=100", browser)
      #expect(once.status == 200 && lacks(once, ["Dibayar sekaligus", "Rp 20.000.000"]) == [])
      let long = try await reckon("/hitung/jp?\(young)&bulan=90&rata=4000000", browser)
      #expect(long.status == 422 && lacks(long, ["Periksa bulan iuran 2026"]) == [])
      let undated = try await reckon(
        "/hitung/jp?manfaat=survivors&lahir=1990-05-20&mulai=2020-01-01&bulan=9&rata=4000000", browser)
      #expect(undated.status == 422 && lacks(undated, ["Isi tanggal meninggal"]) == [])
    }
  }

  @Test("Answers at the ends of the calendar and of the purse are told what is wrong, or reckoned")
  func extremes() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      var unexplained: [String] = []
      var reckoned = 0
      for name in ["iuran", "jht", "jkm", "jkk", "proyek", "jp"] {
        let found = try await browser.get("/hitung/\(name)").forms.first { $0.action == "/hitung/\(name)" }
        let form = try #require(found)
        for day in ["1900-01-01", "9999-12-31", "2026-01-01", "0000-00-00"] {
          for amount in ["0", "999", "9999", "10000000000", "10000000000001", "99999999999999999999", "-5"] {
            for choice in 0...3 {
              let address = "/hitung/\(name)?" + Self.query(form, day: day, amount: amount, choice: choice)
              let status = try await browser.get(address).status
              reckoned += status == 200 ? 1 : 0
              if ![200, 409, 422].contains(status) { unexplained.append("\(status) \(address)") }
            }
          }
        }
      }
      #expect(unexplained == [])
      #expect(reckoned > 0)
    }
  }

  /// Every day the same, every amount the same, of every choice the one in that place.
  private static func query(_ form: PageForm, day: String, amount: String, choice: Int) -> String {
    var answers: [String: String] = [:]
    for box in form.boxes {
      let name = String(box.name.prefix { $0 != "." })
      let choices = form.boxes.filter { $0.name == name && $0.type == "radio" }.map(\.value)
      answers[name] = !choices.isEmpty ? choices[min(choice, choices.count - 1)] : box.name == name ? amount : day
    }
    return answers.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "&").replacing(" ", with: "%20")
  }
}
