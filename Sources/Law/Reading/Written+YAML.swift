private import Vocabulary
private import Yams

/// Why a text is no page of YAML at all.
public struct UnreadablePage: Error {
  /// Counted from 1.
  public let line: Int
  /// In English.
  public let reason: String
}

extension Written {
  /// Reads one page of YAML. Every scalar comes out as its text, whatever it looks like.
  public static func read(yaml text: String) throws(UnreadablePage) -> Written {
    do {
      guard let node = try Yams.compose(yaml: text) else { return Written(line: 1, content: .fields([])) }
      return try Written(node)
    } catch let page as UnreadablePage {
      throw page
    } catch let error as YamlError {
      throw UnreadablePage(error)
    } catch {
      throw UnreadablePage(line: 1, reason: "the page cannot be read")
    }
  }

  private init(_ node: Node) throws(UnreadablePage) {
    line = node.mark?.line ?? 1
    switch node {
    case .scalar(let scalar):
      content = .text(scalar.string.trimmed)
    case .sequence(let sequence):
      var list: [Written] = []
      for item in sequence { list.append(try Written(item)) }
      content = .list(list)
    case .mapping(let mapping):
      var fields: [Field] = []
      for (key, value) in mapping {
        let line = key.mark?.line ?? self.line
        guard let name = key.scalar?.string else { throw UnreadablePage(line: line, reason: "a field's name is text") }
        fields.append(Field(name: name, line: line, value: try Written(value)))
      }
      content = .fields(fields)
    case .alias:
      throw UnreadablePage(line: line, reason: "an alias (*) stands for nothing here: write the value out")
    }
  }
}

extension UnreadablePage {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .duplicatedKeysInMapping(let duplicates, let context):
      // The context marks the first place of a field that is written twice.
      self.init(line: context.mark.line, reason: "written twice: \(duplicates.sorted().joined(separator: ", "))")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, reason: problem)
    default:
      self.init(line: 1, reason: "the page cannot be read as YAML")
    }
  }
}
