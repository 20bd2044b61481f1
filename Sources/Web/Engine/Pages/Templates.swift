import Foundation
import Mustache
public import Vocabulary

/// The templates of `Templates/`, ready in both languages. A template's name is its path: `member/home`.
public struct Templates: Sendable {
  private let libraries: [Language: MustacheLibrary]
  private let tags: [String: [Tag]]

  /// Faults of every file at once.
  public struct Faults: Error, CustomStringConvertible {
    public let faults: [TemplateFault]
    public var description: String { faults.map(\.description).joined(separator: "\n") }
  }

  /// What a template asks for and a model does not have.
  public struct MissingKeys: Error, Hashable, CustomStringConvertible {
    public let template: String
    public let keys: [String]
    public var description: String { "\(template) asks for \(keys.joined(separator: ", ")), which its model has not" }
  }

  /// Reads every `.mustache` file below the folder at `path`.
  public init(folder path: String) throws {
    var sources: [String: String] = [:]
    let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let files = FileManager.default.enumerator(atPath: root) else {
      throw Faults(faults: [TemplateFault(file: "Templates", line: 1, flaw: "the folder cannot be read")])
    }
    for case let file as String in files where file.hasSuffix(".mustache") {
      let data = try Data(contentsOf: URL(fileURLWithPath: root + "/" + file))
      sources[String(file.dropLast(".mustache".count))] = String(decoding: data, as: UTF8.self)
    }
    try self.init(sources)
  }

  /// From texts by name.
  public init(_ sources: [String: String]) throws {
    var faults: [TemplateFault] = []
    var tags: [String: [Tag]] = [:]
    var libraries: [Language: MustacheLibrary] = [:]
    for language in Language.allCases {
      var library = MustacheLibrary()
      for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
        let file = name + ".mustache"
        do {
          let text = try Bilingual.resolve(Bilingual.withoutComments(source), language, file: file)
          tags[name] = try Tag.read(text, file: file)
          try library.register(Self.flush(text), named: name)
        } catch let fault as TemplateFault {
          if language == .indonesian { faults.append(fault) }
        }
      }
      libraries[language] = library
    }
    for (name, found) in tags.sorted(by: { $0.key < $1.key }) {
      for partial in Tag.partials(found) where sources[partial] == nil {
        faults.append(TemplateFault(file: name + ".mustache", line: 1, flaw: "there is no partial \(partial)"))
      }
    }
    guard faults.isEmpty else { throw Faults(faults: faults) }
    self.libraries = libraries
    self.tags = tags
  }

  public var names: [String] { tags.keys.sorted() }

  /// The HTML. In debug builds a key the model does not have is an error; in release builds it draws as nothing.
  public func draw(_ template: String, _ model: Model, in language: Language) throws -> String {
    #if DEBUG
      let missing = unresolvedKeys(template, model)
      guard missing.isEmpty else { throw MissingKeys(template: template, keys: missing) }
    #endif
    guard let html = libraries[language]?.render(model.drawn(in: language), withTemplate: template) else {
      preconditionFailure("there is no template \(template)")
    }
    return html
  }

  /// Indentation means nothing in HTML, and the engine would indent partials line by line.
  private static func flush(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: true)
      .map { $0.drop { $0 == " " || $0 == "\t" } }
      .joined(separator: "\n") + "\n"
  }
}

extension Templates {
  /// Every key that `template`, or a partial it draws, asks for and `model` does not have. Sections that the model skips are
  /// not looked into, so test each template with its lists filled and its flags set.
  public func unresolvedKeys(_ template: String, _ model: Model) -> [String] {
    var missing = Set<String>()
    visit(tags[template] ?? [], [model], &missing)
    return missing.sorted()
  }

  private func visit(_ tags: [Tag], _ stack: [Model], _ missing: inout Set<String>) {
    for tag in tags {
      switch tag {
      case .value(let name):
        if look(name, stack) == nil { missing.insert(name) }
      case .partial(let name): visit(self.tags[name] ?? [], stack, &missing)
      case .chosen(let name):
        guard case .text(let partial)? = look(name, stack), let inner = self.tags[partial] else {
          missing.insert("*" + name)
          continue
        }
        visit(inner, stack, &missing)
      case .section(let name, let inverted, let inner):
        guard let value = look(name, stack) else {
          missing.insert(name)
          continue
        }
        guard value.isEmpty == inverted else { continue }
        if inverted {
          visit(inner, stack, &missing)
        } else if case .list(let list) = value {
          for element in list { visit(inner, stack + [element], &missing) }
        } else if case .flag = value {
          visit(inner, stack, &missing)
        } else {
          visit(inner, stack + [value], &missing)
        }
      }
    }
  }

  /// As the engine looks: from the innermost value outwards, then along the dots. `first()` and the like are its own.
  private func look(_ name: String, _ stack: [Model]) -> Model? {
    if name == "." { return stack.last }
    if name.hasSuffix("()") { return .flag(true) }
    let path = name.split(separator: ".").map(String.init)
    for level in stack.reversed() {
      guard case .tree(let tree) = level, let first = path.first, var value = tree[first] else { continue }
      for step in path.dropFirst() {
        guard case .tree(let inner) = value, let next = inner[step] else { return nil }
        value = next
      }
      return value
    }
    return nil
  }
}
