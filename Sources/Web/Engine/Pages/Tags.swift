import Vocabulary

/// One thing wrong in a template, with its place.
public struct TemplateFault: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let flaw: String

  public var description: String { "\(file):\(line): \(flaw)" }
}

/// The tags of a template as a tree. The engine draws; this is for checking what it would look for.
indirect enum Tag: Hashable, Sendable {
  case value(String)
  case section(String, inverted: Bool, [Tag])
  case partial(String)
  /// The partial's name is a value.
  case chosen(String)
}

extension Tag {
  /// Reads the tags of `text`. Only the plain ones are allowed here: `{{x}} {{#x}} {{^x}} {{/x}} {{>x}} {{>*x}} {{!x}}`,
  /// and `{{{content}}}` in the layout.
  static func read(_ text: String, file: String) throws(TemplateFault) -> [Tag] {
    var open: [(name: String, inverted: Bool, line: Int, outer: [Tag])] = []
    var tags: [Tag] = []
    var rest = text[...]
    var line = 1
    while let start = rest.firstRange(of: "{{") {
      line += rest[..<start.lowerBound].count { $0.isNewline }
      rest = rest[start.upperBound...]
      let fault = { (flaw: String) in TemplateFault(file: file, line: line, flaw: flaw) }
      guard let end = rest.firstRange(of: "}}") else { throw fault("a tag is not closed") }
      let content = rest[..<end.lowerBound]
      rest = rest[end.upperBound...]
      let name = content.dropFirst().trimmed
      switch content.first {
      case "!": break
      case "#", "^":
        open.append((name, content.first == "^", line, tags))
        tags = []
      case "/":
        guard let last = open.popLast(), last.name == name else { throw fault("{{/\(name)}} closes nothing") }
        tags = last.outer + [.section(name, inverted: last.inverted, tags)]
      case ">": tags.append(name.hasPrefix("*") ? .chosen(name.dropFirst().trimmed) : .partial(name))
      case "{":
        guard file == "layout.mustache", name == "content", rest.first == "}" else {
          throw fault("unescaped values are not allowed")
        }
        rest = rest.dropFirst()
        tags.append(.value(name))
      case "<", "$", "=", "%", "&": throw fault("{{\(content)}} is not used in this house")
      default:
        guard !content.trimmed.isEmpty else { throw fault("an empty tag") }
        tags.append(.value(content.trimmed))
      }
      line += content.count { $0.isNewline }
    }
    if let last = open.last {
      throw TemplateFault(file: file, line: last.line, flaw: "{{#\(last.name)}} is not closed")
    }
    return tags
  }

  /// Every partial named in these tags.
  static func partials(_ tags: [Tag]) -> [String] {
    tags.flatMap { tag -> [String] in
      switch tag {
      case .partial(let name): [name]
      case .section(_, _, let inner): partials(inner)
      case .value, .chosen: []
      }
    }
  }
}

/// Sentences in both languages: `[[kalimat||sentence]]`.
enum Bilingual {
  /// `text` without its `{{! … }}` comments; every line keeps its number.
  static func withoutComments(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{!") {
      out += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      let end = rest.firstRange(of: "}}")?.upperBound ?? rest.endIndex
      out += String(repeating: "\n", count: rest[..<end].count { $0.isNewline })
      rest = rest[end...]
    }
    return out + rest
  }

  /// `text` in one language. A bracket without its twin is a fault that names the line.
  static func resolve(_ text: String, _ language: Language, file: String) throws(TemplateFault) -> String {
    var out = ""
    var rest = text[...]
    var line = 1
    while let open = rest.firstRange(of: "[[") {
      let before = rest[..<open.lowerBound]
      line += before.count { $0.isNewline }
      guard !before.contains("]]") else { throw TemplateFault(file: file, line: line, flaw: "]] without [[") }
      out += before
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "]]") else {
        throw TemplateFault(file: file, line: line, flaw: "[[ is not closed")
      }
      let pair = rest[..<close.lowerBound]
      let twins = pair.split(separator: "||", omittingEmptySubsequences: false)
      guard twins.count == 2, !pair.contains("[[") else {
        throw TemplateFault(file: file, line: line, flaw: "[[…]] needs exactly two sentences, parted by ||")
      }
      guard twins.allSatisfy({ !$0.trimmed.isEmpty }) else {
        throw TemplateFault(file: file, line: line, flaw: "one of the two sentences is empty")
      }
      out += twins[language == .indonesian ? 0 : 1]
      line += pair.count { $0.isNewline }
      rest = rest[close.upperBound...]
    }
    if let stray = rest.firstRange(of: "]]") {
      line += rest[..<stray.lowerBound].count { $0.isNewline }
      throw TemplateFault(file: file, line: line, flaw: "]] without [[")
    }
    return out + rest
  }
}
