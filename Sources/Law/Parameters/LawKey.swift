public import Vocabulary

/// The name of a parameter and the type its values are read as. Programmes keep theirs as static lets.
public struct LawKey<Value: LawReadable>: Sendable {
  public let name: String
  public init(_ name: String) { self.name = name }
}

/// A key of any type, as the checks need it.
public protocol AnyLawKey: Sendable {
  var name: String { get }
  /// What in `book` this key could not read: nothing, a missing file, or every entry of the wrong form.
  func faults(in book: LawBook) -> [Fault]
}

extension LawKey: AnyLawKey {
  public func faults(in book: LawBook) -> [Fault] {
    guard let parameter = book.find(name) else {
      return [
        Fault(
          "law/parameters/\(name).yaml", "Program membaca parameter ini, tetapi berkasnya tidak ada.",
          "the programs read this parameter, and there is no such file")
      ]
    }
    guard parameter.shape == Value.shape else {
      return [
        Fault(
          "\(parameter.file):\(parameter.line)", "Program meminta \(Value.shape), di sini \(parameter.shape).",
          "the programs want \(Value.shape); the file gives \(parameter.shape)")
      ]
    }
    return parameter.entries.compactMap { entry in
      guard let value = entry.value else { return nil }
      do throws(WrongForm) {
        _ = try Value(law: value)
        return nil
      } catch {
        return Fault("\(parameter.file):\(entry.line)", error.wanted)
      }
    }
  }
}
