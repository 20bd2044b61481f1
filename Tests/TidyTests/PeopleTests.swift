import Testing

/// Nobody real is in the repository: every number that could be a NIK begins with 99, a region that does not exist.
enum People {
  static func real(in repository: Repository) -> [Finding] {
    repository.files.flatMap { file in
      file.findings { line in
        numbers(in: line).first { couldBeNIK($0) && !$0.hasPrefix("99") }.map { "\($0) could be somebody's NIK" }
      }
    }
  }

  /// Runs of exactly sixteen digits, also when written in groups with blanks, dots, dashes or underscores between.
  static func numbers(in line: String) -> [String] {
    var (found, digits, gap) = ([String](), [UInt8](), 0)
    for byte in Array(line.utf8) + [UInt8(ascii: "|")] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte)
        gap = 0
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_") where !digits.isEmpty && gap == 0:
        gap = 1
      default:
        if digits.count == 16 { found.append(String(decoding: digits, as: UTF8.self)) }
        (digits, gap) = ([], 0)
      }
    }
    return found
  }

  /// Six digits of a district, a birth date with 40 added to the day for women, and a serial.
  static func couldBeNIK(_ digits: String) -> Bool {
    let values = digits.compactMap(\.wholeNumberValue)
    guard values.count == 16 else { return false }
    func two(_ at: Int) -> Int { values[at] * 10 + values[at + 1] }
    return two(0) > 0 && two(2) > 0 && two(4) > 0 && (1...31).contains(two(6) % 40) && two(6) <= 71
      && (1...12).contains(two(8)) && values[12...].contains { $0 != 0 }
  }
}

@Suite("People in the repository")
struct PeopleTests {
  @Test("Every NIK is of a region that does not exist")
  func repository() throws {
    let found = People.real(in: try Repository.here.get())
    #expect(found == [])
  }

  @Test("A NIK of a real district is found, however it is written; an account number is not")
  func planted() {
    let real = "157" + "1014107850001"
    let spaced = "1571 " + "0141 0785 0001"
    let file = TextFile("a.md", "\(real)\n\(spaced)\n9971014107850001\n9899112600000001\n1\(real)")
    #expect(People.real(in: Repository([file])).map(\.line) == [1, 2])
  }
}
