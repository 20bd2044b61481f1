import Vocabulary

extension WageList {
  /// Reads an upload. Titles may be Indonesian or English, in any order; unknown columns are passed over. Every fault
  /// is told at once, each with its line and column; the lines without fault are in the list all the same.
  public static func read(_ bytes: [UInt8], mostLines: Int = 200_000) -> Reading {
    var csv = CSVReader(bytes)
    guard let titles = csv.next() else {
      let empty = Fault("file", "Berkas ini kosong.", "The file is empty.")
      return Reading(list: WageList(lines: []), faults: csv.faults.isEmpty ? [empty] : csv.faults, warnings: [])
    }
    var reader = WageListReader()
    if reader.read(titles: titles) {
      while let record = csv.next() {
        if reader.count >= mostLines {
          reader.faults.append(
            Fault(
              "line \(record.line)", "Paling banyak \(mostLines) baris dalam satu berkas. Bagilah berkas ini.",
              "At most \(mostLines) lines in one file. Divide this file."))
          break
        }
        reader.read(record)
      }
      reader.lookBack()
    }
    return Reading(
      list: WageList(lines: reader.lines), faults: reader.faults + csv.faults, warnings: reader.warnings)
  }
}

/// Reads the records of one file and collects what is wrong with them.
struct WageListReader {
  var lines: [WageList.Line] = []
  var faults: [Fault] = []
  var warnings: [Fault] = []
  /// Records seen, with and without fault.
  private(set) var count = 0
  private var places: [WageListColumn: Int] = [:]
  private var firsts: [Key: Int] = [:]
  private var niksEndingInZero = 0
  private var niks = 0

  private struct Key: Hashable {
    let nik: NIK
    let action: WageList.Action
  }

  /// False where the titles are of no use.
  mutating func read(titles record: CSVReader.Record) -> Bool {
    for (index, title) in record.cells.enumerated() {
      guard let column = WageListColumn.named(title) else { continue }
      if places[column] != nil {
        faults.append(
          Fault(
            "line \(record.line), \(column.rawValue)", "Kolom \(column.title) ada dua.",
            "There are two columns for \(column.rawValue)."))
      }
      places[column] = index
    }
    for column in [WageListColumn.nik, .name, .action] where places[column] == nil {
      faults.append(
        Fault(
          "line \(record.line), \(column.rawValue)",
          "Kolom \(column.title) tidak ada. Baris pertama harus berisi judul kolom.",
          "There is no column for \(column.rawValue). The first line must hold the titles."))
    }
    return faults.isEmpty
  }

  mutating func read(_ record: CSVReader.Record) {
    count += 1
    var row = WageListRow(line: record.line, cells: cells(of: record))
    let nik = row.nik()
    if let nik {
      niks += 1
      if nik.digits.hasSuffix("0") { niksEndingInZero += 1 }
    }
    let action = row.action()
    let name = row.name(isRequired: action == .join)
    let change = action.flatMap { row.change($0) }
    if let nik, let action, row.faults.isEmpty {
      if let first = firsts.updateValue(record.line, forKey: Key(nik: nik, action: action)) {
        row.fault(
          .nik, "NIK ini sudah ada di baris \(first) untuk tindakan yang sama.",
          "This NIK is already on line \(first) for the same action.")
      } else if let change {
        lines.append(WageList.Line(line: record.line, nik: nik, name: name, change: change))
        if case .join(let joining) = change { row.compare(nik, with: joining) }
      }
    }
    faults += row.faults
    warnings += row.warnings
  }

  private func cells(of record: CSVReader.Record) -> [WageListColumn: String] {
    places.compactMapValues { $0 < record.cells.count ? CSVWriter.unguarded(record.cells[$0].trimmed) : nil }
  }

  /// Faults that only show over the whole file.
  mutating func lookBack() {
    if count == 0 {
      faults.append(
        Fault("file", "Berkas hanya berisi judul kolom.", "There is nothing in the file but the titles."))
    }
    // Excel keeps 15 digits of a number and writes 0 for the sixteenth.
    if niks >= 5, niksEndingInZero == niks {
      faults.append(
        Fault(
          "file, nik",
          "Semua NIK berakhir dengan 0. Excel membulatkan NIK. Ubah kolom NIK menjadi Teks, lalu isi lagi NIK-nya.",
          "Every NIK ends in 0: Excel has rounded them. Make the NIK column Text, then fill in the NIKs again."))
    }
  }
}
