import Law
import Office
import Vocabulary

/// The law is public: no sign-in, no key.
extension API {
  var lawRoutes: [Route] {
    [
      get("/law", "Every parameter of the law", for: .anyone) { ask in
        let paging = try ask.paging(seal)
        let rest = office.law.parameters.drop { parameter in paging.after.map { parameter.name <= $0 } ?? false }
        let shown = rest.prefix(paging.limit)
        return try .list(
          shown.map { ToldParameterName($0, ask.language) }, last: rest.count > paging.limit ? shown.last?.name : nil,
          ask: ask, paging: paging, seal: seal)
      },
      get("/law/{area}/{name}", "A parameter of the law on a day", for: .anyone) { ask in
        try parameter(["area", "name"], ask)
      },
      get("/law/{area}/{group}/{name}", "A parameter of the law, of a group, on a day", for: .anyone) { ask in
        try parameter(["area", "group", "name"], ask)
      },
      get("/requirements", "The kinds of claims and the answers to their three questions", for: .anyone) { ask in
        try .json(office.law.requirements.map { ToldRequirementList($0, ask.language) })
      },
      get("/requirements/{claim}", "What a claim asks for on a day", for: .anyone) { ask in try requirements(ask) },
    ]
  }

  private func requirements(_ ask: Ask) throws -> Reply {
    guard let list = office.law.requirements.first(where: { $0.claim == ask.parameter("claim") }) else {
      throw Refusal.notFound
    }
    func answer(_ name: String, _ choices: [RequirementList.Choice]) throws -> String {
      let given = ask.query[name] ?? (choices.count == 1 ? choices[0].value : "")
      guard choices.contains(where: { $0.value == given }) else {
        let known = choices.map(\.value).joined(separator: ", ")
        throw Refusal.badQuery(
          name, Words("\(name): pilih salah satu dari \(known).", "\(name): choose one of \(known)."))
      }
      return given
    }
    let situation = RequirementList.Situation(
      ground: try answer("ground", list.grounds), claimant: try answer("claimant", list.claimants),
      channel: try answer("channel", list.channels))
    let day = try ask.day("on") ?? ask.now.day
    return try .json(
      try list.requirements(for: situation, on: day).map { ToldRequirement($0, ask.language) })
  }

  private func parameter(_ path: [String], _ ask: Ask) throws -> Reply {
    let on = try ask.day("on") ?? ask.now.day
    guard let found = office.law.find(path.map(ask.parameter).joined(separator: "/")) else { throw Refusal.notFound }
    return try .json(ToldParameter(found, on: on, office.law, ask.language))
  }
}

struct ToldRequirementList: Encodable {
  let claim: String
  let title: String
  let grounds: [String: String]
  let claimants: [String: String]
  let channels: [String: String]

  init(_ list: RequirementList, _ language: Language) {
    func words(_ choices: [RequirementList.Choice]) -> [String: String] {
      Dictionary(choices.map { ($0.value, $0.words.text(in: language)) }, uniquingKeysWith: { first, _ in first })
    }
    claim = list.claim
    title = list.title.text(in: language)
    grounds = words(list.grounds)
    claimants = words(list.claimants)
    channels = words(list.channels)
  }
}

struct ToldRequirement: Encodable {
  let fact: String
  let documents: [Paper]
  /// Who has it already; absent where the claimant must bring it.
  let heldBy: String?
  let note: String?
  let source: String
  let confidence: String

  struct Paper: Encodable {
    let id: String
    let title: String
    let issuer: String
    let validity: String?
  }

  init(_ requirement: Requirement, _ language: Language) {
    fact = requirement.fact.text(in: language)
    documents = requirement.documents.map {
      Paper(
        id: $0.id, title: $0.title.text(in: language), issuer: $0.issuer.text(in: language),
        validity: $0.validity?.text(in: language))
    }
    heldBy = requirement.holder?.rawValue
    note = requirement.note?.text(in: language)
    source = requirement.citation.description
    confidence = requirement.confidence.rawValue
  }
}

struct ToldParameterName: Encodable {
  let name: String
  let title: String
  let unit: String

  init(_ parameter: StoredParameter, _ language: Language) {
    name = parameter.name
    title = parameter.title.text(in: language)
    unit = parameter.unit
  }
}

/// Before the first entry and after a repeal there is no value: silence is not zero.
struct ToldParameter: Encodable {
  let name: String
  let title: String
  let unit: String
  let on: Day
  let inForce: Value?
  let history: [Value]
  let checked: Day
  let lawHash: String

  struct Value: Encodable {
    let from: Day
    let value: String?
    let rows: [[String: String]]?
    let repealed: Bool
    let source: String
    let citation: String
    let note: String?
    let confidence: Confidence

    init(_ entry: StoredParameter.Entry, _ law: LawBook, _ language: Language) {
      from = entry.from
      if case .table(let rows)? = entry.value {
        value = nil
        self.rows = rows.map { $0.cells.mapValues { $0.written() } }
      } else {
        value = entry.value?.written()
        rows = nil
      }
      repealed = entry.value == nil
      source = entry.source.description
      citation = law.cited(entry.source, in: language)
      note = entry.note?.text(in: language)
      confidence = entry.confidence
    }
  }

  init(_ parameter: StoredParameter, on day: Day, _ law: LawBook, _ language: Language) {
    name = parameter.name
    title = parameter.title.text(in: language)
    unit = parameter.unit
    on = day
    let last = parameter.entries.last { $0.from <= day }
    inForce = last.flatMap { $0.value == nil ? nil : Value($0, law, language) }
    history = parameter.entries.map { Value($0, law, language) }
    checked = parameter.checked
    lawHash = law.hash
  }
}
