import Law
import Vocabulary

/// What differs in the law, as JSON.
struct WrittenDifference: Encodable {
  struct Edited: Encodable {
    let day: Day
    let lawHash: String
  }

  struct Standing: Encodable {
    /// As the file writes it; none for a table and where it was repealed.
    let value: String?
    let from: Day
    let source: String
    let cited: Words
    let confidence: String
  }

  struct Row: Encodable {
    let before: [String: String]?
    let after: [String: String]?
  }

  struct Parameter: Encodable {
    let name: String
    let kind: String
    let title: Words
    let unit: Words
    let before: Standing?
    let after: Standing?
    let repeal: Standing?
    let rows: [Row]
  }

  struct Asked: Encodable {
    let requirement: Requirement
    let grounds: [String]
    let claimants: [String]
    let channels: [String]
  }

  struct Pair: Encodable {
    let before: Asked
    let after: Asked
  }

  struct Claim: Encodable {
    let claim: String
    let title: Words
    let from: Day?
    let came: [Asked]
    let went: [Asked]
    let changed: [Pair]
  }

  let before: Edited
  let after: Edited
  let parameters: [Parameter]
  let requirements: [Claim]

  init(_ difference: LawDifference) {
    before = Edited(day: difference.before.day, lawHash: difference.before.book.hash)
    after = Edited(day: difference.after.day, lawHash: difference.after.book.hash)
    parameters = difference.parameters.map(Parameter.init)
    requirements = difference.requirements.map { change in
      Claim(
        claim: change.claim, title: change.title, from: change.from, came: change.came.map(Asked.init),
        went: change.went.map(Asked.init),
        changed: change.changed.map { Pair(before: Asked($0.before), after: Asked($0.after)) })
    }
  }
}

extension WrittenDifference.Parameter {
  fileprivate init(_ change: ParameterChange) {
    self.init(
      name: change.name, kind: change.kind.rawValue, title: change.title, unit: change.unit,
      before: change.before.map(WrittenDifference.Standing.init),
      after: change.after.map(WrittenDifference.Standing.init),
      repeal: change.repeal.map {
        WrittenDifference.Standing(
          value: nil, from: $0.from, source: $0.source.description, cited: $0.cited,
          confidence: $0.confidence.rawValue)
      },
      rows: change.rows.map { row in
        WrittenDifference.Row(
          before: row.before?.cells.mapValues { $0.written() }, after: row.after?.cells.mapValues { $0.written() })
      })
  }
}

extension WrittenDifference.Standing {
  fileprivate init(_ standing: ParameterChange.Standing) {
    let isTable = if case .table = standing.value { true } else { false }
    self.init(
      value: isTable ? nil : standing.value.written(), from: standing.from, source: standing.source.description,
      cited: standing.cited, confidence: standing.confidence.rawValue)
  }
}

extension WrittenDifference.Asked {
  fileprivate init(_ asked: RequirementChange.Asked) {
    self.init(
      requirement: asked.requirement, grounds: asked.grounds.sorted(), claimants: asked.claimants.sorted(),
      channels: asked.channels.sorted())
  }
}
