import Fixtures
import HTTPTypes
import Office
import Programs
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("A claim through the officers' pages")
struct OfficerClaimTests {
  @Test("From the desk to the bank: four people, and nobody twice", arguments: ScratchDatabase.engines)
  func deskToBank(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test)
      try await sri.stops(test)
      let office = test.office
      let site = try StaffSite(test) { desk in
        desk.sendPayouts = { try await Bank.answersEverything(office) }
      }

      // The desk looks her up, saying why.
      let dian = site.browser(Staff.desk)
      let nameless = try await dian.submit(try await dian.get("/petugas/peserta"), ["cari": People.sri.nik])
      #expect(nameless.status == 422 && nameless.words.contains("Tulis keperluan Anda"))
      let found = try await dian.submit(
        nameless, ["cari": People.sri.nik, "untuk": "klaim di loket"], press: "Cari")
      #expect(found.status == 303 && found.headers[.location]?.contains(People.sri.nik) == false)
      let member = try await dian.follow(found)
      #expect(member.heading == "Sri Wahyuni" && member.words.contains("Dibuka untuk: klaim di loket"))
      try flawless(member)

      // And takes her claim in.
      var page = try await dian.get("/petugas/peserta/\(sri.id)/klaim")
      #expect(page.heading == "Apa sebab klaimnya?", "\(page.words)")
      page = try await dian.submit(page, ["ground": "stopped business"], press: "Lanjut")
      #expect(page.heading == "Periksa jawaban Anda", "\(page.words)")
      let sent = try await dian.submit(page, press: "Terima klaim")
      let claim = try await dian.follow(sent)
      let number = try #require(sent.headers[.location]?.split(separator: "/").last.map(String.init))
      #expect(claim.heading == "Sri Wahyuni" && claim.words.contains("Petugas lain memeriksa berkasnya"))
      #expect(claim.words.contains("Memakai aturan draf"))
      try flawless(claim)

      try await decide(site, number)
      try await pay(site, number)
      #expect(try await test.brokenRules() == [])
    }
  }

  /// Another officer checks the papers, with a statement and the papers seen or not at all; the head approves.
  private func decide(_ site: StaffSite, _ number: String) async throws {
    let yoga = site.browser(Staff.secondDesk)
    var page = try await yoga.get("/petugas/klaim/\(number)")
    #expect(page.words.contains("Surat keterangan pengganti KTP") && page.words.contains("Sudah ada di catatan kami"))
    let untick = try await yoga.submit(page, ["documents": "KTP"], press: "Simpan pemeriksaan")
    #expect(untick.status == 422 && untick.words.contains("Beri tanda pada kotak"))
    let blank = try await yoga.submit(page, ["documents": " ", "sure": "ya"], press: "Simpan pemeriksaan")
    #expect(blank.status == 422 && blank.words.contains("Tulis dokumen yang Anda lihat"))
    page = try await yoga.follow(
      try await yoga.submit(page, ["documents": "KTP, kartu peserta", "sure": "ya"], press: "Simpan pemeriksaan"))
    #expect(page.status == 200 && page.words.contains("KTP, kartu peserta"))

    // The head approves; the checker's own page offered nothing of the kind.
    #expect(!page.text.contains("persetujuan\""))
    let hendra = site.browser(Staff.claimsHead)
    page = try await hendra.get("/petugas/klaim/\(number)")
    let button = try #require(page.forms.flatMap(\.buttons).map(\.words).first { $0.hasPrefix("Setujui Rp") })
    page = try await hendra.follow(try await hendra.submit(page, ["sure": "ya"], press: button))
    #expect(page.status == 200 && page.words.contains("Seperti yang disetujui"), "\(page.words)")
  }

  /// Finance makes the file, the branch head releases it, the sample bank answers.
  private func pay(_ site: StaffSite, _ number: String) async throws {
    let maya = site.browser(Staff.finance)
    var page = try await maya.get("/petugas/pembayaran")
    #expect(page.words.contains("1 pembayaran"))
    let made = try await maya.submit(page, press: "Buat berkas pembayaran")
    page = try await maya.follow(made)
    #expect(page.words.contains("Menunggu orang kedua") && page.words.contains(number))
    try flawless(page)
    let address = try #require(made.headers[.location])
    #expect(try await maya.post(address + "/pelepasan", form: [("_key", "k")]).status == 403)
    let surya = site.browser(Staff.branchHead)
    page = try await surya.follow(try await surya.submit(try await surya.get(address), press: "Lepas ke bank"))
    #expect(page.words.contains("Menunggu bank"))
    page = try await maya.follow(
      try await maya.submit(try await maya.get("/petugas/pembayaran"), press: "Kirim ke bank contoh"))
    #expect(page.words.contains("Bank menjawab 1 pembayaran."))
    let claim = try await maya.get("/petugas/klaim/\(number)")
    #expect(claim.words.contains("Sudah dibayar") && claim.words.contains("Klaim ini sudah selesai"))
    try flawless(claim)
  }

  @Test("A refusal needs a sentence and a statement, and the member's savings are free again")
  func refusal() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test)
      try await sri.stops(test)
      let number = try await Claiming.submit(sri, test)
      let client = try StaffSite(test).browser(Staff.claimsHead)
      let page = try await client.get("/petugas/klaim/\(number)")
      let curt = try await client.submit(page, ["reason": "Tidak", "sure": "ya"], press: "Tolak klaim")
      #expect(curt.status == 422 && curt.text.contains("<details open>"))
      let told = try await client.follow(
        try await client.submit(
          page, ["reason": "Kartu peserta belum ada. Bawa kartunya, lalu ajukan lagi.", "sure": "ya"],
          press: "Tolak klaim"))
      #expect(told.words.contains("Ditolak") && told.words.contains("Bawa kartunya"))
      _ = try await Claiming.submit(sri, test, key: "lagi")
    }
  }

  @Test("Letters come as PDF")
  func letters() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test)
      try await sri.stops(test)
      let number = try await Claiming.submit(sri, test)
      let client = try StaffSite(test).browser(Staff.desk)
      let letter = try await client.get("/petugas/klaim/\(number)/surat/tanda-terima")
      #expect(letter.status == 200 && letter.headers[.contentType] == "application/pdf")
      #expect(letter.bytes.starts(with: Array("%PDF".utf8)))
      #expect(try await client.get("/petugas/klaim/\(number)/surat/keputusan").status == 409)
      #expect(try await client.get("/petugas/klaim/\(number)/surat/lain").status == 404)
    }
  }

  private func flawless(_ page: Answer) throws {
    #expect(Markup.flaws(page.text) == [])
    for trace in ["[[", "]]", "{{", "Optional("] { #expect(!page.text.contains(trace)) }
  }
}

enum Claiming {
  static func submit(_ sri: PaidUp, _ test: TestOffice, key: String = "klaim") async throws -> ClaimNumber {
    let form = JHTClaimForm(ground: .stoppedBusiness, channel: .branch, kpjs: [sri.kpj])
    let answer = try await test.office.claims.submit(form, of: sri.id, by: sri.her, key: test.key(key))
    return try #require(answer.number)
  }
}

/// A paying bank that pays whatever it is sent.
enum Bank {
  static func answersEverything(_ office: Office) async throws -> Int {
    var new = 0
    for batch in try await office.claims.payoutBatches(by: Staff.bank)
    where batch.releasedBy != nil && !batch.isAnswered {
      let results = batch.payouts.map {
        PayoutResult(endToEnd: $0.endToEnd, outcome: .paid, reason: "", bankReference: "B-\($0.endToEnd)")
      }
      new += try await office.claims.record(results, by: Staff.bank, key: ActKey("bank-\(batch.id)"))
    }
    return new
  }
}
