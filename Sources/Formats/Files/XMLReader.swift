import Foundation
import FoundationXML
import Vocabulary

/// Reads XML that came from outside: no document type, no entities, no other encoding than UTF-8, bounded in size and
/// depth. Records are handed over one by one as they close, then forgotten.
final class XMLReader: NSObject, XMLParserDelegate {
  private static let mostBytes = 256 * 1_024 * 1_024
  private static let mostDepth = 64

  private let records: Set<String>
  private let onRecord: (XMLElement) -> Void
  private var root: XMLElement?
  private var open: [XMLElement] = []
  private var faults: [Fault] = []

  private init(records: Set<String>, onRecord: @escaping (XMLElement) -> Void) {
    (self.records, self.onRecord) = (records, onRecord)
  }

  /// The root element, without the records. Each element named in `records` goes to `onRecord` with its ancestors as
  /// far as they were read by then. Throws every fault of form that stops the reading.
  static func read(
    _ bytes: [UInt8], records: Set<String> = [], onRecord: @escaping (XMLElement) -> Void = { _ in }
  ) throws(FormatError) -> XMLElement {
    if let fault = refusal(of: bytes) { throw .refused([fault]) }
    let reader = XMLReader(records: records, onRecord: onRecord)
    // From a stream, since the parser refuses more than ten million bytes handed over as one piece.
    let parser = XMLParser(stream: InputStream(data: Data(bytes)))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    let done = parser.parse()
    if !reader.faults.isEmpty { throw .refused(reader.faults) }
    guard done, let root = reader.root else {
      throw .refused([
        Fault(
          "line \(parser.lineNumber)", "Berkas ini bukan XML yang utuh. Minta kiriman ulang.",
          "This is no complete XML file. Ask for it again.")
      ])
    }
    return root
  }

  // What must not even reach the parser: document types carry entities, other encodings could hide one from this look.
  private static func refusal(of bytes: [UInt8]) -> Fault? {
    if bytes.count > mostBytes {
      return Fault("file", "Berkas terlalu besar.", "The file is larger than \(mostBytes) bytes.")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard first == UInt8(ascii: "<") else {
      return Fault("line 1", "Berkas ini bukan XML.", "This is no XML file.")
    }
    let declaration = String(decoding: bytes[start...].prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
    let namesOther =
      declaration.contains("encoding") && !declaration.contains("utf-8") && !declaration.contains("us-ascii")
    if bytes.contains(0) || namesOther || !isUTF8(bytes) {
      return Fault("line 1", "Berkas harus memakai UTF-8.", "The file must be in UTF-8.")
    }
    if let line = line(of: "<!DOCTYPE", in: bytes) ?? line(of: "<!ENTITY", in: bytes) {
      return Fault("line \(line)", "Berkas XML dengan DOCTYPE ditolak.", "XML with a DOCTYPE is refused.")
    }
    return nil
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  private static func line(of word: String, in bytes: [UInt8]) -> Int? {
    let word = Array(word.utf8)
    var line = 1
    for index in bytes.indices {
      if bytes[index] == 0x0A { line += 1 }
      if bytes[index] == word[0], bytes[index...].starts(with: word) { return line }
    }
    return nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    guard open.count < XMLReader.mostDepth else {
      faults.append(
        Fault("line \(parser.lineNumber)", "Susunan berkas terlalu dalam.", "Elements are nested too deeply."))
      parser.abortParsing()
      return
    }
    var attributes = attributes
    if let namespaceURI { attributes["xmlns"] = namespaceURI }
    // A bank may put a prefix before every name.
    if let prefix = name.split(separator: ":").dropLast().first, let uri = attributes["xmlns:\(prefix)"] {
      attributes["xmlns"] = uri
    }
    let local = name.split(separator: ":").last.map(String.init) ?? name
    let element = XMLElement(name: local, line: parser.lineNumber, attributes: attributes, parent: open.last)
    open.last?.append(element)
    if root == nil { root = element }
    open.append(element)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.append(text) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    open.last?.append(String(decoding: block, as: UTF8.self))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    element.close()
    guard records.contains(element.name), let parent = open.last else { return }
    onRecord(element)
    parent.dropLast()
  }
}
