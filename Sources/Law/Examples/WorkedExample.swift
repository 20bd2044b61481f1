public import Vocabulary

/// A case that a legal expert can sign: what is given, by which law, and what must come out.
///
/// Files lie under `law/examples/`; the first folder says who decides (`jht-claims/`). The tests and `naungan law
/// check` run every one of them.
public struct WorkedExample: Hashable, Sendable {
  /// The folder under `law/examples/`.
  public let kind: String
  /// The name of the case, as a sentence.
  public let name: String
  public let citing: Citation
  public let given: Written
  public let expect: Written
  public let file: String
  public let line: Int

  public init(
    kind: String, name: String, citing: Citation, given: Written, expect: Written, file: String, line: Int
  ) {
    self.kind = kind
    self.name = name
    self.citing = citing
    self.given = given
    self.expect = expect
    self.file = file
    self.line = line
  }

  /// `law/examples/jht-claims/waiting.yaml:12`.
  public var place: String { "\(file):\(line)" }
}

extension WorkedExample {
  /// Reads every example under `folder` (the folder `law/`), in path order. Throws all faults at once.
  public static func load(folder: String) throws(LawFaults) -> [WorkedExample] {
    var faults = FaultList()
    let pages = LawPages(folder: folder, own: nil, faults: &faults)
    let examples = read(pages, &faults)
    guard faults.faults.isEmpty else { throw LawFaults(faults: faults.faults) }
    return examples
  }

  static func read(_ pages: LawPages, _ faults: inout FaultList) -> [WorkedExample] {
    let instruments = Set(pages.pages(in: "instruments").map(\.name))
    var examples: [WorkedExample] = []
    var seen: [String: String] = [:]
    for (name, page) in pages.pages(in: "examples") {
      guard let kind = name.split(separator: "/").first.map(String.init), name.contains("/") else {
        faults.add(
          page.path, 1, "Contoh harus ada di dalam folder jenisnya.",
          "examples lie in a folder that says who decides them")
        continue
      }
      guard let items = page.read(&faults)?.list else {
        faults.add(page.path, 1, "Berkas contoh harus berupa daftar.", "a file of examples is a list of cases")
        continue
      }
      for item in items {
        guard let example = faults.example(item, kind, page.path, instruments) else { continue }
        if let other = seen[example.name] {
          faults.add(
            page.path, item.line, "Nama kasus sudah dipakai di \(other).", "the case is named already at \(other)")
        }
        seen[example.name] = example.place
        examples.append(example)
      }
    }
    return examples
  }
}

extension FaultList {
  fileprivate mutating func example(
    _ item: Written, _ kind: String, _ file: String, _ instruments: Set<String>
  ) -> WorkedExample? {
    guard fields(of: item, in: file, allowed: ["case", "citing", "given", "expect"]) != nil else { return nil }
    let name = text("case", of: item, in: file)
    let citing = text("citing", of: item, in: file).map { Citation($0) }
    if let citing { checkSource(citing, at: item.find("citing")?.line ?? item.line, in: file, instruments) }
    guard let given = item.find("given"), let expect = item.find("expect"), given.fields != nil, expect.fields != nil
    else {
      add(file, item.line, "Kasus perlu given dan expect.", "a case needs given and expect")
      return nil
    }
    guard let name, let citing else { return nil }
    return WorkedExample(
      kind: kind, name: name, citing: citing, given: given, expect: expect, file: file, line: item.line)
  }
}
