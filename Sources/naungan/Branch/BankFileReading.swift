import Foundation
import Gateways
import Law
import Vocabulary

/// Reads `keys/banks.yaml` and collects what is wrong with it.
struct BankFileReading {
  let path: String
  private(set) var faults: [Fault] = []

  init(path: String) { self.path = path }

  /// The banks; incomplete or `nil` where there are faults.
  mutating func read() -> BankFile? {
    guard let bytes = FileManager.default.contents(atPath: path), let text = String(validating: bytes, as: UTF8.self)
    else {
      add(1, "Berkas ini tidak dapat dibaca.", "The file cannot be read.")
      return nil
    }
    checkMode()
    let page: Written
    do {
      page = try Written.read(yaml: text)
    } catch {
      let reason = error.reason
      add(error.line, "Bukan YAML yang dapat dibaca: \(reason).", "This is no YAML that can be read: \(reason).")
      return nil
    }
    guard fields(of: page, ["collecting", "paying"]) else { return nil }
    let partners = collecting(page)
    let paying = paying(page, partners)
    guard let paying, let first = partners.first else { return nil }
    return BankFile(collecting: partners, paying: paying, prefix: first.serviceID)
  }

  /// Whoever reads this file can speak as the bank.
  private mutating func checkMode() {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0 else { return }
    add(
      1, "Berkas ini memuat rahasia dan dapat dibaca orang lain. Jalankan: chmod 600 \(path)",
      "The file holds secrets and others can read it. Run: chmod 600 \(path)")
  }

  private mutating func collecting(_ page: Written) -> [BankPartner] {
    guard let list = page.find("collecting"), let items = list.list, !items.isEmpty else {
      add(
        page.find("collecting")?.line ?? page.line, "Isi \"collecting\" dengan sedikitnya satu bank.",
        "\"collecting\" lists at least one bank.")
      return []
    }
    let partners = items.compactMap { item in partner(item).map { (item, $0) } }
    for (offset, (item, partner)) in partners.enumerated() {
      let before = partners.prefix(offset).map(\.1)
      if before.contains(where: { $0.id == partner.id }) {
        add(item.line, "Bank \(partner.id) tertulis dua kali.", "The bank \(partner.id) is written twice.")
      }
      if before.contains(where: { $0.serviceID == partner.serviceID }) {
        add(
          item.line, "Nomor layanan \(partner.serviceID) sudah dipakai bank lain.",
          "The service id \(partner.serviceID) is another bank's already.")
      }
    }
    return partners.map(\.1)
  }

  private mutating func partner(_ item: Written) -> BankPartner? {
    let before = faults.count
    let known: Set = [
      "id", "name", "service id", "secret", "token", "exact amounts", "reference on statements",
      "numeric call numbers", "clock seconds",
    ]
    guard fields(of: item, known) else { return nil }
    let id = text("id", of: item, "1-36 letters, digits or hyphens", "1-36 huruf, angka atau tanda hubung") { text in
      (1...36).contains(text.utf8.count) && text.utf8.allSatisfy { Self.isLetter($0) || $0 == UInt8(ascii: "-") }
    }
    let name = text("name", of: item, "1-60 characters", "1-60 huruf") { (1...60).contains($0.count) }
    let service = text("service id", of: item, "five digits", "lima angka") { $0.utf8.count == 5 && Self.isDigits($0) }
    let secret = text("secret", of: item, "at least 32 characters without blanks", "sedikitnya 32 huruf tanpa spasi") {
      $0.utf8.count >= 32 && !$0.contains(" ")
    }
    let token = text("token", of: item, "at least 32 characters without blanks", "sedikitnya 32 huruf tanpa spasi") {
      $0.utf8.count >= 32 && !$0.contains(" ")
    }
    let exact = flag("exact amounts", of: item)
    let reference = flag("reference on statements", of: item)
    let numeric = item.find("numeric call numbers") == nil ? false : flag("numeric call numbers", of: item)
    let skew =
      item.find("clock seconds") == nil
      ? "300"
      : text("clock seconds", of: item, "1 to 3600", "1 sampai 3600") {
        Int64($0).map { (1...3_600).contains($0) } ?? false
      }
    guard faults.count == before, let id, let name, let service, let secret, let token, let exact, let reference,
      let numeric, let skew = skew.flatMap({ Int64($0) })
    else { return nil }
    return BankPartner(
      id: id, name: name, serviceID: service, secret: secret, token: token, skew: skew, takes: exact ? .exact : .any,
      numericExternalIDs: numeric, referenceOnStatements: reference)
  }

  private mutating func paying(_ page: Written, _ partners: [BankPartner]) -> PayingBank? {
    guard let item = page.find("paying") else {
      add(
        page.line, "Isian \"paying\" belum ada: rekening tempat manfaat dibayar.",
        "The field \"paying\" is missing: the account that benefits are paid from.")
      return nil
    }
    guard fields(of: item, ["bank", "code", "account", "reference on statements"]) else { return nil }
    let before = faults.count
    let bank = text("bank", of: item, "1-36 letters, digits or hyphens", "1-36 huruf, angka atau tanda hubung") {
      text in
      (1...36).contains(text.utf8.count) && text.utf8.allSatisfy { Self.isLetter($0) || $0 == UInt8(ascii: "-") }
    }
    let code = text("code", of: item, "three digits", "tiga angka") { $0.utf8.count == 3 && Self.isDigits($0) }
    let account = text("account", of: item, "5-34 digits", "5-34 angka") {
      (5...34).contains($0.utf8.count) && Self.isDigits($0)
    }
    let known = partners.first { $0.id == bank }
    // A bank that also collects says it in its own place.
    let reference = known?.referenceOnStatements ?? flag("reference on statements", of: item)
    guard faults.count == before, let bank, let code, let account, let reference else { return nil }
    return PayingBank(code: code, account: account, partner: bank, referenceOnStatements: reference)
  }
}

extension BankFileReading {
  private mutating func add(_ line: Int, _ indonesian: String, _ english: String) {
    faults.append(Fault("\(path):\(line)", indonesian, english))
  }

  private mutating func fields(of piece: Written, _ known: Set<String>) -> Bool {
    guard let fields = piece.fields else {
      add(piece.line, "Di sini harus ada isian bernama.", "Named fields are wanted here.")
      return false
    }
    for field in fields where !known.contains(field.name) {
      let names = known.sorted().joined(separator: ", ")
      add(
        field.line, "Isian \"\(field.name)\" tidak dikenal. Yang dikenal: \(names).",
        "The field \"\(field.name)\" is not known here. Known are: \(names).")
    }
    return true
  }

  private mutating func text(
    _ name: String, of piece: Written, _ form: String, _ bentuk: String, where isRight: (String) -> Bool
  ) -> String? {
    guard let value = piece.find(name) else {
      add(piece.line, "Isian \"\(name)\" belum ada: \(bentuk).", "The field \"\(name)\" is missing: \(form).")
      return nil
    }
    // The value itself is not repeated: it may be a secret.
    guard let text = value.text, isRight(text) else {
      add(value.line, "Isian \"\(name)\" harus \(bentuk).", "The field \"\(name)\" must be \(form).")
      return nil
    }
    return text
  }

  private mutating func flag(_ name: String, of piece: Written) -> Bool? {
    text(name, of: piece, "yes or no", "yes atau no") { ["yes", "no"].contains($0) }.map { $0 == "yes" }
  }

  private static func isDigits(_ text: String) -> Bool { text.utf8.allSatisfy { (48...57).contains($0) } }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
