public import Vocabulary

extension WageList {
  /// An empty list to fill in: the titles alone.
  public static var template: [UInt8] {
    var csv = CSVWriter()
    csv.row(WageListColumn.allCases.map(\.title))
    return csv.bytes
  }

  /// A filled list to look at, with people who do not exist.
  public static var example: [UInt8] {
    var csv = CSVWriter()
    csv.row(WageListColumn.allCases.map(\.title))
    csv.row([
      "9971014107850001", "Siti Contoh", "01-07-1985", "P", "Aminah Contoh", "5250000", "01-12-2026", "MASUK",
    ])
    csv.row(["9971012305900002", "Budi Contoh", "", "", "", "", "30-11-2026", "KELUAR"])
    csv.row(["9971010203920003", "Agus Contoh", "", "", "", "6100000", "01-12-2026", "UPAH"])
    return csv.bytes
  }

  /// The list as a file that `read` takes back unchanged but for the line numbers.
  public var csv: [UInt8] {
    var csv = CSVWriter()
    csv.row(WageListColumn.allCases.map(\.title))
    for line in lines { csv.row(line.cells) }
    return csv.bytes
  }

  /// What became of one line.
  public struct LineResult: Hashable, Sendable {
    public var line: Int
    public var nik: String
    public var name: String
    public var action: Action?
    public var isAccepted: Bool
    /// Why not, or what was done.
    public var words: Words

    public init(line: Int, nik: String, name: String, action: Action?, isAccepted: Bool, words: Words) {
      (self.line, self.nik, self.name, self.action) = (line, nik, name, action)
      (self.isAccepted, self.words) = (isAccepted, words)
    }
  }

  /// What became of an upload, line by line.
  public static func results(_ results: [LineResult], in language: Language = .indonesian) -> [UInt8] {
    var csv = CSVWriter()
    let isIndonesian = language == .indonesian
    csv.row(
      isIndonesian
        ? ["Baris", "NIK", "Nama", "Tindakan", "Hasil", "Keterangan"]
        : ["Line", "NIK", "Name", "Action", "Result", "Remark"])
    for result in results {
      let action = isIndonesian ? result.action?.indonesian : result.action?.rawValue
      let outcome =
        result.isAccepted ? Words("Diterima", "Accepted") : Words("Ditolak", "Refused")
      csv.row([
        .number(Int64(result.line)), .text(result.nik), .text(result.name), .text(action ?? ""),
        .text(outcome.text(in: language)), .text(result.words.text(in: language)),
      ])
    }
    return csv.bytes
  }

  /// The faults of an upload as a list to work through.
  public static func faultList(_ faults: [Fault], in language: Language = .indonesian) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(language == .indonesian ? ["Tempat", "Kesalahan"] : ["Place", "Fault"])
    for fault in faults { csv.row([fault.place, fault.words.text(in: language)]) }
    return csv.bytes
  }
}

extension WageList.Line {
  fileprivate var cells: [CSVWriter.Cell] {
    let action = CSVWriter.Cell.text(change.action.indonesian)
    let head = [CSVWriter.Cell.text(nik.digits), .text(name)]
    switch change {
    case .join(let joining):
      return head + [
        .day(joining.birth), .text(joining.sex.rawValue), .text(joining.mothersMaidenName ?? ""),
        .amount(joining.wage), .day(joining.start), action,
      ]
    case .leave(let day): return head + [.blank, .blank, .blank, .blank, .day(day), action]
    case .wage(let wage, let from):
      return head + [.blank, .blank, .blank, .amount(wage), from.map { .day($0) } ?? .blank, action]
    }
  }
}
