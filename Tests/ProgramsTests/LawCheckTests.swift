import Law
import Programs
import Testing
import Vocabulary

@Suite("naungan law check")
struct LawCheckTests {
  @Test("The law of this project is clean: every parameter is read, and touched by an example")
  func clean() {
    let faults = checkLaw(folder: lawFolder)
    #expect(faults.isEmpty, "\(faults.map { "\($0.place): \($0.words.english)" }.joined(separator: "\n"))")
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
