import Vocabulary

/// One line of an upload while it is being read: its cells, and what is wrong with them.
struct WageListRow {
  let line: Int
  let cells: [WageListColumn: String]
  private(set) var faults: [Fault] = []
  private(set) var warnings: [Fault] = []

  init(line: Int, cells: [WageListColumn: String]) { (self.line, self.cells) = (line, cells) }

  mutating func fault(_ column: WageListColumn, _ indonesian: String, _ english: String) {
    fault(column, Words(indonesian, english))
  }

  private mutating func fault(_ column: WageListColumn, _ words: Words) {
    faults.append(Fault("line \(line), \(column.rawValue)", words))
  }

  /// The cell; a fault where it is blank.
  private mutating func filled(_ column: WageListColumn) -> String? {
    if let text = cells[column], !text.isEmpty { return text }
    fault(column, "\(column.title) belum diisi.", "The \(column.rawValue) is blank.")
    return nil
  }

  mutating func nik() -> NIK? {
    guard let text = filled(.nik) else { return nil }
    if WageListRow.isScientific(text) {
      fault(
        .nik, "Excel mengubah NIK menjadi \"\(text)\". Ubah kolom NIK menjadi Teks, lalu isi lagi NIK-nya.",
        "Excel has turned the NIK into \"\(text)\". Make the NIK column Text, then fill in the NIK again.")
      return nil
    }
    switch NIK.read(text) {
    case .success(let nik): return nik
    case .failure(let flaw):
      fault(.nik, flaw.words)
      return nil
    }
  }

  /// `9,97101E+15`, `9.97101E15`.
  private static func isScientific(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let power = parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]
    return !power.isEmpty && power.allSatisfy(\.isDigit) && parts[0].first?.isDigit == true
      && parts[0].allSatisfy { $0.isDigit || $0 == "," || $0 == "." }
  }

  mutating func action() -> WageList.Action? {
    guard let text = filled(.action) else { return nil }
    switch text.uppercased() {
    case "JOIN", "MASUK", "BARU", "TAMBAH": return .join
    case "LEAVE", "KELUAR", "BERHENTI": return .leave
    case "WAGE", "UPAH", "UBAH UPAH", "GAJI": return .wage
    default:
      fault(
        .action, "\"\(text)\" tidak dikenal. Tulis MASUK, KELUAR atau UPAH.",
        "\"\(text)\" is not known. Write JOIN, LEAVE or WAGE.")
      return nil
    }
  }

  mutating func name(isRequired: Bool) -> String {
    let name = isRequired ? filled(.name) ?? "" : cells[.name] ?? ""
    if name.count > 100 {
      fault(.name, "Nama lebih dari 100 huruf.", "The name has more than 100 characters.")
    } else if name.contains(where: \.isNumber) {
      fault(.name, "Nama \"\(name)\" berisi angka.", "The name \"\(name)\" has digits in it.")
    }
    return name
  }

  mutating func change(_ action: WageList.Action) -> WageList.Change? {
    switch action {
    case .leave: return day(.start).map { .leave($0) }
    case .wage:
      let hasDay = cells[.start]?.isEmpty == false
      let from = hasDay ? day(.start) : nil
      return wage().map { .wage($0, from: from) }
    case .join:
      // All are asked for before any is looked at, so that every fault of the line is told.
      let (birth, sex, wage, start) = (day(.birth), sex(), wage(), day(.start))
      let mother = cells[.mother].flatMap { $0.isEmpty ? nil : $0 }
      guard let birth, let sex, let wage, let start else { return nil }
      if birth >= start {
        fault(.birth, "Tanggal lahir tidak sebelum tanggal mulai.", "The birth date is not before the start date.")
        return nil
      }
      return .join(WageList.Joining(birth: birth, sex: sex, mothersMaidenName: mother, wage: wage, start: start))
    }
  }

  private mutating func day(_ column: WageListColumn) -> Day? {
    guard let text = filled(column) else { return nil }
    if let day = Day(typed: text), day.year >= 1900 { return day }
    fault(
      column, "\"\(text)\" bukan tanggal. Tulis hari-bulan-tahun: 31-12-1990.",
      "\"\(text)\" is not a date. Write day-month-year: 31-12-1990.")
    return nil
  }

  private mutating func sex() -> Sex? {
    guard let text = filled(.sex) else { return nil }
    switch text.lowercased().filter(\.isLetter) {
    case "l", "lakilaki", "laki", "pria", "m", "male": return .male
    case "p", "perempuan", "wanita", "f", "female": return .female
    default:
      fault(
        .sex, "\"\(text)\" tidak dikenal. Tulis L atau P.", "\"\(text)\" is not known. Write L (male) or P (female).")
      return nil
    }
  }

  private mutating func wage() -> Rupiah? {
    guard let text = filled(.wage) else { return nil }
    guard let wage = Rupiah(typed: text) else {
      fault(
        .wage, "\"\(text)\" bukan jumlah rupiah. Tulis angkanya saja: 4500000.",
        "\"\(text)\" is not an amount of rupiah. Write the digits alone: 4500000.")
      return nil
    }
    if wage.isPositive { return wage }
    fault(.wage, "Upah harus di atas nol.", "The wage must be above zero.")
    return nil
  }

  // The number in the NIK never changes and may differ from the person's own date: a warning, never a refusal.
  mutating func compare(_ nik: NIK, with joining: WageList.Joining) {
    func warn(_ column: WageListColumn, _ indonesian: String, _ english: String) {
      warnings.append(Fault("line \(line), \(column.rawValue)", indonesian, english))
    }
    if nik.sex != joining.sex {
      warn(.sex, "Jenis kelamin berbeda dari NIK. Periksa lagi.", "The sex differs from the NIK. Check again.")
    } else if !nik.agrees(with: joining.birth) {
      warn(.birth, "Tanggal lahir berbeda dari NIK. Periksa lagi.", "The birth date differs from the NIK. Check again.")
    }
  }
}
