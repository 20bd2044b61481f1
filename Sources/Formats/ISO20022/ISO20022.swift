import Foundation
import Vocabulary

/// What the three kinds of bank file share.
enum ISO20022 {
  static let clearingSystem = "IDNBI"

  static func document(_ message: String, _ content: (inout XML) -> Void) -> [UInt8] {
    var xml = XML()
    xml.element("Document", with: [("xmlns", "urn:iso:std:iso:20022:tech:xsd:\(message)")], content)
    return xml.bytes
  }

  /// Whole rupiah with two decimals, as every bank file has them.
  static func spelled(_ amount: Rupiah) -> String { "\(amount.amount).00" }

  /// Throws unless `root` is a document of the kind (`pain.001`), in any version from .02 on.
  static func check(_ root: XMLElement, is kind: String) throws(FormatError) {
    let namespace = root.attributes["xmlns"] ?? ""
    let version = namespace.split(separator: ".").last.flatMap { Int($0) } ?? 0
    guard root.name == "Document", namespace.hasPrefix("urn:iso:std:iso:20022:tech:xsd:\(kind).001."), version >= 2
    else {
      throw .refused([
        Fault(
          root.place, "Berkas ini bukan \(kind). Namanya di dalam berkas: \(namespace).",
          "This is no \(kind) file; it calls itself \(namespace).")
      ])
    }
  }
}

/// Collects faults while a file is read, so that all are told at once.
final class Faults {
  private(set) var all: [Fault] = []

  func add(_ place: String, _ indonesian: String, _ english: String) { all.append(Fault(place, indonesian, english)) }

  func throwIfAny() throws(FormatError) { if !all.isEmpty { throw .refused(all) } }

  /// The text down the path. A fault and the empty text where it is missing.
  func required(_ element: XMLElement, _ path: String..., most: Int = 140) -> String {
    let found = path.reduce(element as XMLElement?) { $0?.find($1) }?.text ?? ""
    let name = path.joined(separator: "/")
    if found.isEmpty {
      add("line \(element.line), \(element.name)/\(name)", "Isian \(name) tidak ada.", "\(name) is missing.")
    } else if found.count > most {
      add(
        "line \(element.line), \(element.name)/\(name)", "Isian \(name) lebih dari \(most) huruf.",
        "\(name) has more than \(most) characters.")
    }
    return found
  }

  /// An amount of whole rupiah above zero. `currency` must be stated except in sums, which have none.
  func amount(_ element: XMLElement?, in parent: XMLElement, currency: Bool = true) -> Rupiah {
    guard let element else {
      add("line \(parent.line), \(parent.name)", "Jumlah uang tidak ada.", "The amount is missing.")
      return .zero
    }
    if currency, element.attributes["Ccy"] != "IDR" {
      let named = element.attributes["Ccy"] ?? ""
      add(element.place, "Mata uang harus IDR, bukan \"\(named)\".", "The currency must be IDR, not \"\(named)\".")
    }
    guard let amount = Rupiah(wire: element.text), !currency || amount.isPositive else {
      add(
        element.place, "\"\(element.text)\" bukan jumlah rupiah bulat.",
        "\"\(element.text)\" is not an amount of whole rupiah.")
      return .zero
    }
    return amount
  }

  func day(_ element: XMLElement?, in parent: XMLElement) -> Day {
    // From version .08 on a day stands in Dt or in DtTm; before, alone.
    let text = element?.text("Dt") ?? element?.text("DtTm") ?? element?.text ?? ""
    guard let day = Day(String(text.prefix(10))) else {
      add(
        element?.place ?? parent.place, "\"\(text)\" bukan tanggal; tulis 2026-11-20.",
        "\"\(text)\" is not a calendar day; write 2026-11-20.")
      return Day(number: 0)
    }
    return day
  }

  func instant(_ element: XMLElement?, in parent: XMLElement) -> Instant {
    guard let element, let instant = Instant(iso: element.text) else {
      let text = element?.text ?? ""
      add(
        element?.place ?? parent.place, "\"\(text)\" bukan tanggal dan jam.",
        "\"\(text)\" is not a date and time; write 2026-11-20T14:05:09+07:00.")
      return Instant(milliseconds: 0)
    }
    return instant
  }

  /// The stated count and sum of a group against what was counted. Either may be left out by the sender.
  func checkSums(
    _ group: XMLElement?, count: Int, sum: Rupiah, countName: String = "NbOfTxs", sumName: String = "CtrlSum"
  ) {
    guard let group else { return }
    if let stated = group.find(countName), Int(stated.text) != count {
      add(
        stated.place, "Jumlah baris tertulis \(stated.text), ternyata \(count).",
        "\(stated.text) records are stated, \(count) were found.")
    }
    if let stated = group.find(sumName), Rupiah(wire: stated.text) != sum {
      add(
        stated.place, "Jumlah uang tertulis \(stated.text), ternyata \(ISO20022.spelled(sum)).",
        "The stated sum is \(stated.text), the records add up to \(ISO20022.spelled(sum)).")
    }
  }
}

extension Rupiah {
  /// Reads `1250000`, `1250000.0` or `1250000.00`: whole rupiah, not negative, at most 16 digits.
  init?(wire text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...16).contains(parts[0].count), parts[0].allSatisfy(\.isDigit),
      parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) && !parts[1].isEmpty, let amount = Int64(parts[0])
    else { return nil }
    self.init(amount)
  }
}

extension Instant {
  /// Reads `2026-11-20T14:05:09+07:00`, with or without a fraction of a second; `Z` is UTC, and no zone at all is
  /// Western Indonesian Time, as banks here mean it.
  init?(iso text: String) {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
    let clock = parts[1].prefix { $0.isDigit || $0 == ":" || $0 == "." }
    let zone = parts[1].dropFirst(clock.count)
    let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].count == 2, fields[1].count == 2, let hour = Int(fields[0]),
      let minute = Int(fields[1]), let offset = Instant.minutes(zone), hour < 24, minute < 60
    else { return nil }
    let seconds = fields[2].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(seconds.count), seconds[0].count == 2, let second = Int(seconds[0]), second < 61 else {
      return nil
    }
    let fraction = seconds.count == 2 ? Int64((seconds[1] + "000").prefix(3)) : 0
    guard let fraction else { return nil }
    let minutes = Int64(day.number) * 1_440 + Int64(hour * 60 + minute - offset)
    self.init(milliseconds: (minutes * 60 + Int64(second)) * 1_000 + fraction)
  }

  private static func minutes(_ zone: Substring) -> Int? {
    if zone.isEmpty { return 7 * 60 }
    if zone == "Z" { return 0 }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard zone.first == "+" || zone.first == "-", digits.count == 4, let value = Int(digits) else { return nil }
    return (zone.first == "-" ? -1 : 1) * (value / 100 * 60 + value % 100)
  }
}
