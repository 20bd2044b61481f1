import Law
import Programs
import Testing
import Vocabulary

@Suite("The project's law, as the programmes read it")
struct LawCheckTests {
  /// Parameters of other rooms are checked where those rooms' keys are known.
  @Test("Every parameter of the programmes is read, and touched by an example; every example comes out as signed")
  func clean() throws {
    let ours = Set(lawKeys.map(\.name))
    let others = try projectLaw().parameters.filter { !ours.contains($0.name) }.map(\.file)
    let faults = checkLaw(folder: lawFolder).filter { fault in !others.contains { fault.place.hasPrefix($0) } }
    #expect(faults.isEmpty, "\(faults.map { "\($0.place): \($0.words.english)" }.joined(separator: "\n"))")
  }

  @Test("Keys of other rooms count as read, and need no example")
  func otherRooms() throws {
    struct Key: AnyLawKey {
      let name: String
      func faults(in book: LawBook) -> [Fault] { [] }
    }
    let ours = Set(lawKeys.map(\.name))
    let others = try projectLaw().parameters.map(\.name).filter { !ours.contains($0) }.map { Key(name: $0) }
    #expect(checkLaw(folder: lawFolder, otherKeys: others).isEmpty)
    // And without them each of those files is told, so the line above could fail.
    let unread = checkLaw(folder: lawFolder).filter { $0.words.english == "no code reads this parameter" }
    #expect(unread.count == others.count)
  }

  @Test("A value that no longer fits the code is told with its file")
  func wrongRule() throws {
    let law = try projectLaw("jht/tax/window_rule", replacing: "value: calendar years", with: "value: moon years")
    let faults = LawCheck.run(law, keys: lawKeys, touched: nil).filter { $0.place.contains("window_rule") }
    #expect(faults.count == 1)
    #expect(faults.first?.words.english.contains("calendar years | from the month of the first payment") == true)
  }

  @Test("Every programme stands in the register")
  func register() throws {
    #expect(Set(try projectLaw().register.map(\.programme)) == Set(Programme.allCases))
  }

  @Test("What rests on this office's own reading is a draft")
  func readings() throws {
    for parameter in try projectLaw().parameters {
      for entry in parameter.entries where entry.source.instrument == "office-reading" {
        #expect(entry.confidence == .draft, "\(parameter.file):\(entry.line)")
      }
    }
  }
}
