import Formats
import Testing
import Vocabulary

@Suite struct WageListTests {
  private static let titles = "NIK;Nama;Tanggal Lahir;Jenis Kelamin;Nama Ibu Kandung;Upah;Tanggal Mulai;Tindakan\n"
  private static let good = "9971014107850001;Siti Contoh;01-07-1985;P;Aminah;5.250.000;01-12-2026;MASUK"

  private func read(_ text: String) -> WageList.Reading { WageList.read(Array(text.utf8)) }

  @Test("A line of each kind is read")
  func kinds() throws {
    let reading = WageList.read(WageList.example)
    #expect(reading.faults.isEmpty && reading.warnings.isEmpty)
    try #require(reading.list.lines.count == 3)
    let (joining, leaving, wage) = (reading.list.lines[0], reading.list.lines[1], reading.list.lines[2])
    let start = try #require(Day("2026-12-01"))
    let birth = try #require(Day("1985-07-01"))
    #expect(joining.line == 2 && joining.name == "Siti Contoh" && joining.nik.digits == "9971014107850001")
    #expect(
      joining.change
        == .join(
          WageList.Joining(
            birth: birth, sex: .female, mothersMaidenName: "Aminah Contoh", wage: Rupiah(5_250_000), start: start)))
    #expect(leaving.change == .leave(start.adding(days: -1)))
    #expect(wage.change == .wage(Rupiah(6_100_000), from: start))
  }

  @Test(
    "Titles are known in Indonesian and English, in any order, case and spelling",
    arguments: [
      "action,wage,sex,birth date,name,NIK,start date\n"
        + "join,5250000,F,1985-07-01,Siti,9971014107850001,2026-12-01",
      "Tindakan;UPAH;jenis kelamin;TANGGAL LAHIR;nama;No. KTP;Mulai Bekerja\n"
        + "masuk;Rp 5.250.000;Perempuan;1/7/1985;Siti;9971014107850001;1/12/2026",
      "Aksi\tGaji Pokok\tL/P\tTgl. Lahir\tNama Lengkap\tnik\tTgl Mulai\n"
        + "Baru\t5250000\tp\t01.07.1985\tSiti\t'9971014107850001\t01-12-2026",
      "\u{FEFF}\"NIK\",\"Nama\",\"Tanggal Lahir\",\"Jenis Kelamin\",\"Upah\",\"Mulai\",\"Tindakan\",\"Catatan\"\r\n"
        + "\"9971 0141 0785 0001\",\"Siti\",\"1985-07-01\",\"Wanita\",\"5250000,00\",\"2026-12-01\",\"JOIN\",\"x\"\r\n",
    ])
  func titles(text: String) throws {
    let reading = read(text)
    #expect(reading.faults == [])
    let line = try #require(reading.list.lines.first)
    guard case .join(let joining) = line.change else {
      Issue.record("not a joining")
      return
    }
    #expect(joining.wage == Rupiah(5_250_000) && joining.sex == .female && joining.mothersMaidenName == nil)
    #expect(joining.start == Day("2026-12-01") && joining.birth == Day("1985-07-01"))
  }

  static let flaws: [(String, String, String, String)] = [
    (
      "Excel's scientific NIK", "9,97101E+15;S;01-07-1985;P;;1;01-12-2026;MASUK", "nik", "Excel has turned the NIK into"
    ),
    ("scientific NIK with a dot", "9.97101E15;S;01-07-1985;P;;1;01-12-2026;MASUK", "nik", "Excel has turned"),
    ("NIK of 15 digits", "997101410785001;S;01-07-1985;P;;1;01-12-2026;MASUK", "nik", "You wrote 15"),
    ("blank NIK", ";S;01-07-1985;P;;1;01-12-2026;MASUK", "nik", "blank"),
    ("NIK with a letter", "99710141078500O1;S;01-07-1985;P;;1;01-12-2026;MASUK", "nik", "digits only"),
    ("no name on joining", "9971014107850001;;01-07-1985;P;;1;01-12-2026;MASUK", "name", "blank"),
    ("digits in the name", "9971014107850001;S1ti;01-07-1985;P;;1;01-12-2026;MASUK", "name", "digits"),
    ("no such day", "9971014107850001;S;31-02-1985;P;;1;01-12-2026;MASUK", "birth date", "not a date"),
    ("two-digit year", "9971014107850001;S;01-07-85;P;;1;01-12-2026;MASUK", "birth date", "not a date"),
    ("Excel's day number", "9971014107850001;S;31229;P;;1;01-12-2026;MASUK", "birth date", "not a date"),
    ("unknown sex", "9971014107850001;S;01-07-1985;X;;1;01-12-2026;MASUK", "sex", "L (male) or P"),
    ("wage in words", "9971014107850001;S;01-07-1985;P;;lima juta;01-12-2026;MASUK", "wage", "not an amount"),
    ("wage with commas", "9971014107850001;S;01-07-1985;P;;5,250,000;01-12-2026;MASUK", "wage", "not an amount"),
    ("negative wage", "9971014107850001;S;01-07-1985;P;;-5;01-12-2026;MASUK", "wage", "not an amount"),
    ("zero wage", "9971014107850001;S;01-07-1985;P;;0;01-12-2026;MASUK", "wage", "above zero"),
    ("blank wage on a change of wage", "9971014107850001;S;;;;;;UPAH", "wage", "blank"),
    ("blank day on leaving", "9971014107850001;S;;;;;;KELUAR", "start date", "blank"),
    ("unknown action", "9971014107850001;S;01-07-1985;P;;1;01-12-2026;PINDAH", "action", "JOIN, LEAVE or WAGE"),
    ("no action", "9971014107850001;S;01-07-1985;P;;1;01-12-2026;", "action", "blank"),
    ("line cut short", "9971014107850001;S", "action", "blank"),
    ("born after the start", "9971014107850001;S;01-07-2027;P;;1;01-12-2026;MASUK", "birth date", "not before"),
  ]

  @Test("A line with a flaw is left out, and the flaw's line and column are told", arguments: flaws)
  func flaw(name: String, line: String, column: String, words: String) throws {
    let reading = read(WageListTests.titles + line + "\n" + WageListTests.good)
    let fault = try #require(reading.faults.first)
    #expect(reading.faults.count == 1, "\(name): \(reading.faults)")
    #expect(fault.place == "line 2, \(column)" && fault.words.english.contains(words), "\(fault)")
    #expect(reading.list.lines.map(\.line) == [3] && !reading.isInOrder)
  }

  @Test("Every fault of every line is told at once")
  func allAtOnce() {
    let reading = read(WageListTests.titles + "x;;y;z;;w;v;MASUK\n" + WageListTests.good + "\n1;;;;;;;KELUAR\n")
    #expect(
      reading.faults.map(\.place) == [
        "line 2, nik", "line 2, name", "line 2, birth date", "line 2, sex", "line 2, wage", "line 2, start date",
        "line 4, nik", "line 4, start date",
      ])
  }

  @Test("The same person twice with the same change is told with the first line; with another change it is in order")
  func twice() {
    let reading = read(WageListTests.titles + WageListTests.good + "\n" + WageListTests.good)
    #expect(reading.faults.map(\.place) == ["line 3, nik"] && reading.list.lines.count == 1)
    #expect(reading.faults[0].words.indonesian.contains("baris 2"))
    let both = read(WageListTests.titles + WageListTests.good + "\n9971014107850001;Siti;;;;;31-12-2026;KELUAR")
    #expect(both.faults.isEmpty && both.list.lines.count == 2)
  }

  @Test("A date or sex other than the NIK's is a warning and no refusal")
  func warnings() {
    let reading = read(
      WageListTests.titles + "9971014107850001;Siti;02-07-1985;P;;1;01-12-2026;MASUK\n"
        + "9971014107850002;Budi;01-07-1985;L;;1;01-12-2026;MASUK")
    #expect(reading.isInOrder && reading.list.lines.count == 2)
    #expect(reading.warnings.map(\.place) == ["line 2, birth date", "line 3, sex"])
  }

  @Test("NIKs that Excel has rounded show over the whole file")
  func rounded() {
    let lines = (1...5).map { "99710141078500\($0)0;Siti Contoh;;;;1000000;;UPAH" }.joined(separator: "\n")
    #expect(read(WageListTests.titles + lines).faults.map(\.place) == ["file, nik"])
    #expect(read(WageListTests.titles + lines + "\n" + WageListTests.good).isInOrder)
  }

  @Test("Without titles, with titles twice, empty or only titles: the file is refused as a whole")
  func wholeFile() {
    #expect(read("").faults.map(\.place) == ["file"])
    #expect(read(WageListTests.titles).faults.map(\.place) == ["file"])
    #expect(read(WageListTests.good).faults.map(\.place) == ["line 1, nik", "line 1, name", "line 1, action"])
    #expect(read("NIK;NIK;Nama;Tindakan\n1;2;3;4").faults.map(\.place) == ["line 1, nik"])
    #expect(WageList.read([0x50, 0x4B, 0x03, 0x04]).faults.count == 1)
    let many = WageList.read(WageList.example, mostLines: 2)
    #expect(many.faults.map(\.place) == ["line 4"] && many.list.lines.count == 2)
  }

  @Test("A broken character ends the reading with its line, and what came before is kept")
  func broken() {
    let bytes = Array((WageListTests.titles + WageListTests.good + "\n").utf8) + [0x39, 0xE9, 0x0A]
    let reading = WageList.read(bytes)
    #expect(reading.faults.map(\.place) == ["line 3"] && reading.list.lines.count == 1)
  }

  @Test("A list is written and read back unchanged, a name like a formula included")
  func roundTrip() throws {
    var list = WageList.read(WageList.example).list
    list.lines[1].name = "=HYPERLINK(\"x\")"
    #expect(String(decoding: list.csv, as: UTF8.self).contains("'=HYPERLINK"))
    #expect(WageList.read(list.csv).list == list)
  }

  @Test("The template has the titles that the reader knows")
  func template() {
    #expect(WageList.template.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(read(String(decoding: WageList.template, as: UTF8.self)).faults.map(\.place) == ["file"])
  }

  @Test("Results and faults are lists to open, in either language")
  func results() {
    let result = WageList.LineResult(
      line: 4, nik: "9971014107850001", name: "=Siti", action: .join, isAccepted: false,
      words: Words("Sudah terdaftar; lihat \"KPJ\".", "Already a member."))
    let indonesian = String(decoding: WageList.results([result]), as: UTF8.self)
    #expect(indonesian.contains("4;9971014107850001;'=Siti;MASUK;Ditolak;\"Sudah terdaftar; lihat \"\"KPJ\"\".\"\r\n"))
    let english = String(decoding: WageList.results([result], in: .english), as: UTF8.self)
    #expect(english.contains("JOIN;Refused;Already a member.\r\n"))
    let faults = String(decoding: WageList.faultList(read("NIK;Nama\n1;2").faults), as: UTF8.self)
    #expect(faults.contains("Tempat;Kesalahan\r\n\"line 1, action\";Kolom Tindakan tidak ada."))
  }

  @Test("Ten thousand lines are read in a moment")
  func quick() {
    let lines = (0..<10_000).map { "997101410785\(zeroPadded($0 + 1, 4).suffix(4));Siti;;;;1000000;;UPAH" }
    let clock = ContinuousClock()
    let time = clock.measure {
      let reading = read(WageListTests.titles + lines.joined(separator: "\n"))
      #expect(reading.list.lines.count > 9_900)
    }
    #expect(time < .seconds(20))
  }
}
