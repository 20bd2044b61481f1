import Fixtures
import Formats
import HTTPTypes
import Office
import Store
import Testing
import Vocabulary
import Web

@Suite("An employer's pages")
struct EmployerTests {
  static let start = Month(year: 2026, month: 1).day(5)

  @Test("A worker joins, earns more, and leaves", arguments: ScratchDatabase.engines)
  func worker(_ engine: Engine) async throws {
    try await TestBranch.each(engine, on: Self.start) { branch in
      let (_, _, browser) = try await branch.maju()
      let check = try await browser.answer(
        try await browser.get("/perusahaan/pekerja/baru"),
        [
          "nik": "9971 0141 0785 0001", "name": "Sri Wahyuni", "bornOn.day": "1", "bornOn.month": "7",
          "bornOn.year": "1985",
          "occupation": "kasir", "startedOn.day": "2", "startedOn.month": "1", "startedOn.year": "2026",
          "wage": "4.000.000",
        ])
      #expect(check.words.contains("Dipotong dari upah"))
      let done = try await browser.submit(check, press: "Daftarkan pekerja")
      #expect(done.heading == "Sri Wahyuni sudah terdaftar", "\(done.words)")
      let kpj = try #require(KPJ(done.text.between("<span class=\"reference\">", "</span>") ?? ""))
      #expect(try await browser.get("/perusahaan/pekerja").words.contains("Pekerja (3)"))

      let path = "/perusahaan/pekerja/\(kpj)"
      let wage = try await browser.answer(
        try await browser.get(path + "/upah"), ["wage": "4.250.000", "from": "2026-02"])
      #expect(try await browser.submit(wage, press: "Ubah upah").words.contains("berlaku mulai Februari 2026"))
      #expect(try await browser.get(path).words.contains("Rp 4.250.000"))

      let leave = try await browser.answer(
        try await browser.get(path + "/berhenti"),
        ["reason": "resigned", "endedOn.day": "4", "endedOn.month": "1", "endedOn.year": "2026"])
      #expect(try await browser.submit(leave, press: "Laporkan berhenti").words.contains("4 Januari 2026"))
      #expect(try await browser.get(path).words.contains("Berhenti"))
      let list = try await browser.get("/perusahaan/pekerja")
      let byNIK = try await browser.submit(list, ["cari": People.budi.nik], press: "Cari")
      #expect(byNIK.headers[.location]?.hasPrefix("/perusahaan/pekerja/") == true)
      #expect(byNIK.headers[.location]?.contains(People.budi.nik) == false)
      let nobody = try await browser.submit(list, ["cari": "9971 0141 0785 9999"], press: "Cari")
      #expect(nobody.status == 200 && nobody.words.contains("Tidak ditemukan"))
      let byName = try await browser.follow(try await browser.submit(list, ["cari": "budi"], press: "Cari"))
      #expect(byName.words.contains("1–1 dari 1"))
      #expect(try await browser.get("/perusahaan/pekerja?cari=budi").words.contains("1–1 dari 1"))
      #expect(try await browser.get("/perusahaan/pekerja?cari=tiada").words.contains("Tidak ditemukan"))
      #expect(try await branch.test.brokenRules() == [])
    }
  }

  @Test("Every fault of a file is told by its line, and nothing is saved")
  func badFile() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, _, browser) = try await branch.maju()
      let file = """
        NIK;Nama;Tanggal Lahir;Jenis Kelamin;Nama Ibu Kandung;Upah;Tanggal Mulai;Tindakan
        9971014107850001;Sri Wahyuni;01-07-1985;P;;lima juta;02-01-2026;MASUK
        123;Agus;;;;;;KELUAR
        9971010203920003;Agus Contoh;;;;6100000;01-02-2026;UPAH
        9971011503900002;Budi Santoso;15-03-1990;L;;5000000;02-01-2026;MASUK
        """
      let page = try await browser.get("/perusahaan/unggah")
      let answer = try await browser.submit(page, press: "Periksa berkas", files: ["file": ("daftar.csv", file)])
      #expect(answer.status == 422)
      for words in [
        "Baris 2 Upah", "Baris 3 NIK", "Baris 4 NIK Orang ini tidak ada di daftar pekerja Anda.",
        "Baris 5 NIK Orang ini sudah ada di daftar pekerja Anda.", "Belum ada yang disimpan",
      ] { #expect(answer.words.contains(words), "\(words) is missing in \(answer.words)") }
      #expect(Markup.flaws(answer.text) == [])
      #expect(try await browser.get("/perusahaan/pekerja").words.contains("Pekerja (2)"))
      let none = try await browser.submit(page, press: "Periksa berkas")
      #expect(none.status == 422 && none.words.contains("Pilih berkasnya dulu."))
    }
  }

  @Test("A good file is checked, sent and taken whole; sent twice it is taken once", arguments: ScratchDatabase.engines)
  func goodFile(_ engine: Engine) async throws {
    try await TestBranch.each(engine, on: Self.start) { branch in
      let (_, joined, browser) = try await branch.maju()
      let file = """
        NIK;Nama;Tanggal Lahir;Jenis Kelamin;Nama Ibu Kandung;Upah;Tanggal Mulai;Tindakan

        9971014107850001;Sri Wahyuni;01-07-1985;P;Siti Aminah;4500000;02-01-2026;MASUK
        9971011503900002;Budi Santoso;;;;5500000;01-02-2026;UPAH
        \(People.worker(1).nik);;;;;;04-01-2026;KELUAR
        """
      let page = try await browser.get("/perusahaan/unggah")
      let check = try await browser.submit(page, press: "Periksa berkas", files: ["file": ("daftar.csv", file)])
      #expect(check.status == 200 && check.words.contains("Pekerja baru: 1"), "\(check.words)")
      #expect(try await browser.get("/perusahaan/pekerja").words.contains("Pekerja (2)"))
      let sent = try await browser.submit(check, press: "Simpan semua")
      #expect(sent.heading == "Daftar sudah disimpan", "\(sent.words)")
      #expect(sent.words.contains("Sri Wahyuni"))
      let list = try await browser.get("/perusahaan/pekerja")
      #expect(list.words.contains("Pekerja (2)") && list.words.contains("Rp 5.500.000"))

      // The same button again: the same answer, and nothing is done twice.
      let twice = try await browser.submit(check, press: "Simpan semua")
      #expect(twice.status == 200 && twice.heading == sent.heading)
      #expect(try await browser.get("/perusahaan/pekerja").words.contains("dari 3"))
      #expect(try await browser.get("/perusahaan/pekerja/\(joined[1].kpj)").words.contains("4 Januari 2026"))
      #expect(try await branch.test.brokenRules() == [])
    }
  }

  @Test("What only the office can find wrong in a file is told by the file's own lines")
  func officeFaults() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, _, browser) = try await branch.maju()
      let file = """
        NIK;Nama;Tanggal Lahir;Jenis Kelamin;Nama Ibu Kandung;Upah;Tanggal Mulai;Tindakan
        9971014107850001;Sri Wahyuni;01-07-1985;P;;4500000;02-01-2026;MASUK
        9971011503900002;Budi Santoso;;;;;09-01-2026;KELUAR
        """
      let page = try await browser.get("/perusahaan/unggah")
      let check = try await browser.submit(page, press: "Periksa berkas", files: ["file": ("daftar.csv", file)])
      let sent = try await browser.submit(check, press: "Simpan semua")
      #expect(sent.status == 422 && sent.words.contains("Baris 3"), "\(sent.words)")
      #expect(sent.words.contains("tidak boleh sesudah hari ini"))
      #expect(try await browser.get("/perusahaan/pekerja").words.contains("Pekerja (2)"))
    }
  }

  @Test(
    "The bill tells who bears what, worker by worker, and is paid in the sandbox", arguments: ScratchDatabase.engines)
  func bill(_ engine: Engine) async throws {
    try await TestBranch.each(engine, on: Self.start) { branch in
      let (employer, _, browser) = try await branch.maju()
      #expect(try await browser.get("/perusahaan/tagihan").words.contains("Belum ada tagihan"))
      _ = try await branch.office.contributions.bill(Month(year: 2026, month: 1), by: .system("billing"))
      let bill = try await browser.get("/perusahaan/tagihan/2026-01")
      #expect(bill.words.contains("Budi Santoso") && bill.words.contains("Hari tua (JHT)"))
      let csv = try await browser.get("/perusahaan/tagihan/2026-01/daftar")
      #expect(csv.headers[.contentType] == "text/csv; charset=utf-8" && csv.text.contains("Budi Santoso"))
      #expect(try await browser.get("/perusahaan/tagihan/2026-01/surat").bytes.starts(with: Array("%PDF".utf8)))
      let paid = try await browser.follow(try await browser.submit(bill, press: "Bayar sekarang"))
      #expect(paid.words.contains("Sudah dibayar 5 Januari 2026"))
      let payer = try #require(PayerID(employer.id.value))
      #expect(try await branch.office.contributions.deposit(of: payer, by: Staff.auditor).isZero)
      let (_, flaws) = try await browser.crawl(from: "/perusahaan")
      #expect(flaws == [])
      #expect(try await branch.test.brokenRules() == [])
    }
  }

  @Test("Another employer's worker is not to be found, and no page opens for a member or visitor")
  func closed() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, joined, _) = try await branch.maju()
      var form = People.ptMaju
      form.name = "CV Lain"
      form.login = "lain"
      form.password = "lain-sekali"
      _ = try await branch.office.employers.register(form, by: .visitor, key: branch.test.key("lain"))
      let other = try await branch.browser("lain", "lain-sekali")
      let (_, member) = try await branch.sri()
      for path in ["", "/upah", "/berhenti"] {
        #expect(try await other.get("/perusahaan/pekerja/\(joined[0].kpj)\(path)").status == 404)
      }
      for path in ["", "/mulai", "/pekerja", "/pekerja/baru", "/tagihan", "/tagihan/2026-01", "/unggah"] {
        #expect(try await member.get("/perusahaan" + path).status == 403)
        #expect(
          try await TestClient(branch.site).get("/perusahaan" + path).headers[.location]?.hasPrefix("/masuk") == true)
      }
      #expect(try await other.get("/perusahaan/tagihan/2026-01").status == 404)
    }
  }
}
