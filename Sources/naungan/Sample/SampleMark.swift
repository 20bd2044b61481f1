import Foundation
import Simulation
import Vocabulary

/// `sample.json`: says that a folder holds invented people, how they were made, and who can sign in.
struct SampleMark: Codable {
  struct Login: Codable {
    let login: String
    let who: Words
  }

  var seed: UInt64
  var share: Double
  var first: Month
  var months: Int
  /// Whether it was made to the end.
  var complete: Bool
  var password: String
  var logins: [Login]

  init(_ plan: SamplePlan, complete: Bool) {
    seed = plan.setting.seed
    share = plan.share
    first = plan.setting.first
    months = plan.setting.months
    self.complete = complete
    password = SampleStaff.password
    logins = complete ? SampleStaff.logins : []
  }
}

extension DataFolder {
  func write(_ mark: SampleMark) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(mark).write(to: URL(fileURLWithPath: sample), options: .atomic)
  }

  /// The mark of a sample branch; `nil` where there is none.
  ///
  /// - Throws: `unusable` where it cannot be read.
  func sampleMark() throws(Ending) -> SampleMark? {
    guard let data = FileManager.default.contents(atPath: sample) else { return nil }
    do {
      return try JSONDecoder().decode(SampleMark.self, from: data)
    } catch {
      throw Ending(
        .unusable, "\(sample) tidak dapat dibaca. Buat cabang contoh lagi dengan \"naungan demo\".",
        "\(sample) cannot be read. Make the sample branch again with \"naungan demo\".")
    }
  }
}
