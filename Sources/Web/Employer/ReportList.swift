import Formats
import Foundation
import Office
import Programs
import Vocabulary

/// An uploaded list as reports to the office: persons are named by NIK in the file and by membership number in the office.
struct ReportList {
  private(set) var reports: [WorkerReport] = []
  /// Where each report stands in the file.
  private var lines: [Int] = []
  var faults: [Fault] = []
  private(set) var warnings: [Fault] = []
  /// Rows of the file, right or wrong.
  private(set) var rows = 0
  private(set) var joinerNames: [String] = []
  private(set) var joins = 0
  private(set) var leaves = 0
  private(set) var wages = 0
  private(set) var wageTotal = Rupiah.zero

  /// - Parameter from: the month from which a wage counts where the file does not say.
  init(_ reading: WageList.Reading, workers: [Worker], from month: Month) {
    (faults, warnings) = (reading.faults, reading.warnings)
    rows = reading.list.lines.count + Set(reading.faults.compactMap { Place($0.place).number }).count
    let working = Dictionary(workers.filter { $0.endedOn == nil }.map { ($0.nik, $0) }) { first, _ in first }
    for line in reading.list.lines {
      switch line.change {
      case .join(let joining):
        guard isPlausible(joining.wage, line) else { continue }
        join(line, joining, known: working[line.nik] != nil)
      case .leave(let day):
        guard let worker = known(line, working) else { continue }
        add(.leaves(kpj: worker.kpj, endedOn: day, reason: .other), line)
      case .wage(let wage, let from):
        guard isPlausible(wage, line), let worker = known(line, working) else { continue }
        add(.earns(kpj: worker.kpj, wage: wage, from: from?.month ?? month), line)
      }
    }
    faults.sort { (Place($0.place).number ?? 0) < (Place($1.place).number ?? 0) }
  }

  private mutating func add(_ report: WorkerReport, _ line: WageList.Line) {
    take(report, at: line.line)
  }

  /// Counts come from the reports alone, so that nothing else needs to be believed.
  private mutating func take(_ report: WorkerReport, at line: Int) {
    reports.append(report)
    lines.append(line)
    switch report {
    case .joins(let form, _, _, let wage):
      joins += 1
      joinerNames.append(form.name)
      wageTotal += wage
    case .earns(_, let wage, _):
      wages += 1
      wageTotal += wage
    case .leaves: leaves += 1
    }
  }

  /// The largest wage that the office believes; what is more is a fault of its line and never added up.
  private mutating func isPlausible(_ wage: Rupiah, _ line: WageList.Line) -> Bool {
    if (try? ContributionFacts(segment: .wageEarner, programmes: [.jkk, .jkm], base: wage)) != nil { return true }
    faults.append(
      Fault(
        "line \(line.line), wage", "Upah ini terlalu besar. Periksa berapa angka nolnya.",
        "This wage is too large. Check how many zeros it has."))
    return false
  }

  private mutating func join(_ line: WageList.Line, _ joining: WageList.Joining, known: Bool) {
    guard !known else {
      faults.append(
        Fault(
          "line \(line.line), nik", "Orang ini sudah ada di daftar pekerja Anda.",
          "This person is on your list of workers already."))
      return
    }
    let form = PersonForm(
      nik: line.nik.digits, name: line.name, bornOn: joining.birth.description, sex: joining.sex.rawValue,
      motherName: joining.mothersMaidenName)
    add(.joins(form, occupation: "", startedOn: joining.start, wage: joining.wage), line)
  }

  private mutating func known(_ line: WageList.Line, _ working: [NIK: Worker]) -> Worker? {
    if let worker = working[line.nik] { return worker }
    faults.append(
      Fault(
        "line \(line.line), nik", "Orang ini tidak ada di daftar pekerja Anda.",
        "This person is not on your list of workers."))
    return nil
  }

  private struct Carried: Codable {
    let reports: [WorkerReport]
    let lines: [Int]
  }

  /// As it travels in the form of the page that shows it: sealed for this employer.
  func carried(_ seal: Seal, for employer: EmployerID) throws -> String {
    let bytes = try JSONEncoder().encode(Carried(reports: reports, lines: lines))
    return seal.sign(String(decoding: bytes, as: UTF8.self), for: Self.purpose(employer))
  }

  /// What was checked here before; `nil` where anything in it was changed on the way. The office checks every line anew.
  init?(carried: String, _ seal: Seal, for employer: EmployerID) {
    guard let text = seal.open(carried, for: Self.purpose(employer)),
      let list = try? JSONDecoder().decode(Carried.self, from: Data(text.utf8)), list.reports.count == list.lines.count
    else { return nil }
    for (report, line) in zip(list.reports, list.lines) { take(report, at: line) }
    rows = list.reports.count
  }

  private static func purpose(_ employer: EmployerID) -> String { "wage list of \(employer)" }

  /// Lines with at least one fault.
  var badLines: Int { Set(faults.compactMap { Place($0.place).number }).count }

  /// A fault that the office found in a report, at its line of the file.
  func inFile(_ fault: Fault) -> Fault {
    let place = Place(fault.place)
    let index = (place.number ?? 1) - 1
    guard lines.indices.contains(index) else { return fault }
    return Fault("line \(lines[index]), \(place.field)", fault.words)
  }

  /// `line 412, wage` in its parts.
  struct Place {
    let number: Int?
    let field: String

    init(_ text: String) {
      let parts = text.split(separator: ",", maxSplits: 1).map { $0.trimmed }
      guard let first = parts.first, first.hasPrefix("line "), let number = Int(first.dropFirst("line ".count)) else {
        (self.number, field) = (nil, text)
        return
      }
      self.number = number
      field = parts.count > 1 ? parts[1] : ""
    }

    var line: String? { number.map(String.init) }

    /// The column's title as in the template.
    var column: Words {
      switch field {
      case "nik": Words("NIK", "NIK")
      case "name": Words("Nama", "Name")
      case "birth date", "bornOn": Words("Tanggal Lahir", "Birth date")
      case "sex": Words("Jenis Kelamin", "Sex")
      case "mother's maiden name": Words("Nama Ibu Kandung", "Mother's name")
      case "wage": Words("Upah", "Wage")
      case "start date", "startedOn", "endedOn", "from": Words("Tanggal Mulai", "Start date")
      case "action": Words("Tindakan", "Action")
      default: Words("Berkas", "File")
      }
    }
  }
}
