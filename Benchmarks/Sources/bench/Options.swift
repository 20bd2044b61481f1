import Foundation
import Store

/// What is asked on the command line, `bench [--share 0.2] [--months 36] [--rounds 3] [--engine sqlite]
/// [--postgres URL] [--folder DIR] [--root DIR] [--only branch,tariff]`.
struct Options {
  var share = 0.1
  var months = 36
  var rounds = 3
  var engines = Engine.allCases
  var postgres = ""
  var folder = NSTemporaryDirectory()
  /// Where `law/` lies.
  var root = ".."
  var parts: Set<String> = ["tariff", "branch"]

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)
    while !rest.isEmpty {
      let name = rest.removeFirst()
      guard !rest.isEmpty else { throw Halt("\(name) needs a value") }
      let value = rest.removeFirst()
      switch name {
      case "--share": share = try number(value, name)
      case "--months": months = Int(try number(value, name))
      case "--rounds": rounds = Int(try number(value, name))
      case "--engine":
        guard let engine = Engine(rawValue: value) else { throw Halt("\(value) is no engine") }
        engines = [engine]
      case "--postgres": postgres = value
      case "--folder": folder = value
      case "--root": root = value
      case "--only": parts = Set(value.split(separator: ",").map(String.init))
      default: throw Halt("\(name) is no option")
      }
    }
    guard share > 0, share <= 1, months > 0, rounds > 0 else {
      throw Halt("share is 0 to 1, months and rounds above 0")
    }
  }
}

private func number(_ text: String, _ name: String) throws -> Double {
  guard let number = Double(text) else { throw Halt("\(name) needs a number, not \(text)") }
  return number
}
