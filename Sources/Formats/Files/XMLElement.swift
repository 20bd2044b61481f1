import Vocabulary

/// An element as it was read: its name without prefix, its text, what is in it and the line it began on.
final class XMLElement {
  let name: String
  let line: Int
  let attributes: [String: String]
  private(set) weak var parent: XMLElement?
  private(set) var children: [XMLElement] = []
  /// Empty in an element with others inside: the files we read have no mixed content, only blanks to indent by.
  private(set) var text = ""
  private var isLeaf = true

  init(name: String, line: Int, attributes: [String: String], parent: XMLElement?) {
    (self.name, self.line, self.attributes, self.parent) = (name, line, attributes, parent)
  }

  func append(_ child: XMLElement) {
    isLeaf = false
    text = ""
    children.append(child)
  }

  func append(_ more: String) { if isLeaf { text += more } }

  /// The text is complete.
  func close() { if isLeaf { text = text.trimmed } }

  /// Lets go of the last child, so that a file of a million records needs the memory of one.
  func dropLast() { children.removeLast() }

  /// The first element down the path, or `nil`.
  func find(_ path: String...) -> XMLElement? { find(path[...]) }

  private func find(_ path: ArraySlice<String>) -> XMLElement? {
    guard let first = path.first else { return self }
    for child in children where child.name == first {
      if let found = child.find(path.dropFirst()) { return found }
    }
    return nil
  }

  /// The trimmed text down the path; `nil` where it is absent or blank.
  func text(_ path: String...) -> String? {
    guard let text = find(path[...])?.text, !text.isEmpty else { return nil }
    return text
  }

  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// For faults: `line 12, EndToEndId`.
  var place: String { "line \(line), \(name)" }
}
