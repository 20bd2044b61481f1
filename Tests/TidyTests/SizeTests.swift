import Testing

/// A file is an idea, a function is a screen.
enum Sizes {
  static let longestFunction = 70
  static let longestFile = 400

  /// Longer ones that may stay, and may not grow. A story is read in one piece.
  static let stories = ["Tests/StoryTests/StoryTests.swift sri": 80]

  static func tooLong(in repository: Repository) -> [Finding] {
    repository.swift.flatMap { file in
      let lines = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
      return (lines > longestFile ? [Finding(file.path, 1, "\(lines) lines; at most \(longestFile)")] : [])
        + (file.parts?.functions ?? []).compactMap { function in
          let most = stories["\(file.path) \(function.name)"] ?? longestFunction
          guard function.length > most else { return nil }
          return Finding(file.path, function.line, "\(function.name): \(function.length) lines; at most \(most)")
        }
    }
  }
}

@Suite("Sizes of files and functions")
struct SizeTests {
  @Test("No function is longer than a screen, no file longer than an idea")
  func repository() throws {
    let long = Sizes.tooLong(in: try Repository.here.get())
    #expect(long == [])
  }

  @Test("A long function and a long file are found")
  func planted() {
    let body = String(repeating: "    _ = \"}\" // }\n", count: 69)
    let source = "struct A {\n  func long(_ f: () -> Void = {}) {\n\(body)  }\n  func short() {}\n}\n"
    let long = Sizes.tooLong(in: Repository([TextFile("A.swift", source)]))
    #expect(long == [Finding("A.swift", 2, "long: 71 lines; at most 70")])
    let file = Sizes.tooLong(in: Repository([TextFile("B.swift", String(repeating: "\n", count: 401))]))
    #expect(file == [Finding("B.swift", 1, "401 lines; at most 400")])
  }

  @Test("A requirement without a body, a call and a string are no functions")
  func told() {
    let source = """
      protocol P {
        func one() -> Int
        func two()
      }
      struct A {
        init(a: Int) { b = "func no() { \\(call(")")) }" }
        func `in`<T>(_ t: T) -> [T] where T: P {
          super.init(x)
        }
        var stored = run { 1 }
        var last: Int {
          2
        }
      }
      """
    let found = SwiftParts(source).functions
    #expect(found.map(\.name) == ["init", "in", "last"] && found.map(\.length) == [1, 3, 3])
  }
}
