import Law
import Programs
import Vocabulary

/// Who is old enough to be registered, and who is too old.
struct AgeRule {
  let youngest: Int
  let oldestSelfEmployed: Int
  let today: Day

  init(law: LawBook, on today: Day) throws {
    youngest = try law.inForce(OfficeRules.youngest, on: today).value.count
    oldestSelfEmployed = try law.inForce(OfficeRules.oldestSelfEmployed, on: today).value.count
    self.today = today
  }

  func faults(of person: Person, segment: Segment) -> [Fault] {
    let age = person.bornOn.completedYears(on: today)
    if age < youngest {
      return [
        Fault("bornOn", "Peserta paling muda berumur \(youngest) tahun.", "A member is at least \(youngest) years old.")
      ]
    }
    if segment == .selfEmployed, age >= oldestSelfEmployed {
      return [
        Fault(
          "bornOn",
          "Pendaftaran BPU hanya sebelum umur \(oldestSelfEmployed) tahun. Tanyakan pilihan lain di kantor cabang.",
          "The self-employed register before the age of \(oldestSelfEmployed). Ask at the branch what else there is.")
      ]
    }
    return []
  }
}

extension ContributionFacts {
  /// What is wrong with a membership's terms before anything is billed on them.
  static func faults(of enrolment: Enrolment) -> [Fault] {
    do {
      _ = try ContributionFacts(segment: enrolment.segment, programmes: enrolment.programmes, base: enrolment.wage)
      return []
    } catch {
      let place =
        switch error {
        case .programmeNotForSegment: "programmes"
        case .segmentNotCovered: "segment"
        default: "wage"
        }
      return [Fault(place, error.words.asSentences)]
    }
  }

  /// What is wrong with a wage before anything is billed on it.
  static func faults(ofWage wage: Rupiah, segment: Segment, place: String) -> [Fault] {
    do {
      _ = try ContributionFacts(segment: segment, programmes: [.jkk, .jkm], base: wage)
      return []
    } catch {
      return [Fault(place, error.words.asSentences)]
    }
  }
}

extension Words {
  /// For people, what was worded for logs: the English begins with a capital and ends in a full stop.
  var asSentences: Words {
    Words(indonesian, english.prefix(1).uppercased() + english.dropFirst() + (english.hasSuffix(".") ? "" : "."))
  }
}
