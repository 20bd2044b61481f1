import Law
import Office
import Vocabulary

/// What to bring, by three questions. The answers stand in the address, so that a page can be sent on and printed.
struct RequirementPages {
  let desk: WebDesk

  var routes: [Route] {
    [
      .get("/syarat", "What to bring for a claim", for: .anyone) { kinds($0) },
      .get("/syarat/{claim}", "What to bring for one kind of claim", for: .anyone) { try list($0) },
    ]
  }

  private func kinds(_ ask: Ask) -> Reply {
    let links = desk.office.law.requirements.map { Part.link($0.title, "/syarat/\($0.claim)") }
    return .page(
      Page(
        "public/requirement-kinds", ["links": .list(links)], title: Words("Syarat klaim", "What to bring"),
        back: Page.Link("Halaman depan", "Front page", "/"), section: "/syarat"))
  }

  private func list(_ ask: Ask) throws -> Reply {
    guard let list = desk.office.law.requirements.first(where: { $0.claim == ask.parameter("claim") }) else {
      throw Refusal.notFound
    }
    let situation = RequirementList.Situation(
      ground: chosen("sebab", list.grounds, ask), claimant: chosen("pengaju", list.claimants, ask),
      channel: chosen("lewat", list.channels, ask))
    let day = ask.query["pada"].flatMap { Day(typed: $0) } ?? ask.now.day
    let asked = try list.requirements(for: situation, on: day)
    let questions = [
      question("sebab", Words("Mengapa klaim?", "Why is it claimed?"), list.grounds, situation.ground),
      question("pengaju", Words("Siapa yang mengajukan?", "Who claims?"), list.claimants, situation.claimant),
      question("lewat", Words("Lewat mana?", "Through which door?"), list.channels, situation.channel),
    ]
    return .page(
      Page(
        "public/requirements",
        [
          "title": .words(list.title), "questions": .list(questions), "day": .text(day.description),
          "on": .day(day), "bring": .list(asked.filter { $0.holder == nil }.map(Self.row)),
          "held": .list(asked.filter { $0.holder != nil }.map(Self.row)),
          "draft": .flag(asked.contains { $0.confidence == .draft }),
          "source": .words(source(asked)),
        ], title: list.title, back: Page.Link("Syarat klaim", "What to bring", "/syarat"), section: "/syarat"))
  }

  /// What the address says, where it is one of the answers; the first otherwise.
  private func chosen(_ name: String, _ choices: [RequirementList.Choice], _ ask: Ask) -> String {
    choices.first { $0.value == ask.query[name] }?.value ?? choices.first?.value ?? ""
  }

  private func question(_ name: String, _ words: Words, _ choices: [RequirementList.Choice], _ chosen: String) -> Model
  {
    guard choices.count > 1 else { return ["only": ["name": .text(name), "value": .text(chosen)], "ask": nil] }
    return [
      "only": nil,
      "ask": [
        "name": .text(name), "words": .words(words),
        "choices": .each(choices) {
          ["value": .text($0.value), "words": .words($0.words), "chosen": .flag($0.value == chosen)]
        },
      ],
    ]
  }

  private static func row(_ requirement: Requirement) -> Model {
    [
      "fact": .words(requirement.fact),
      "papers": .each(requirement.documents) { paper in
        [
          "words": .words(paper.title), "issuer": .words(paper.issuer),
          "validity": paper.validity.map { .words($0) } ?? .nothing,
        ]
      },
      "several": .flag(requirement.documents.count > 1),
      "holder": requirement.holder.map { .words($0.words) } ?? .nothing,
      "note": requirement.note.map { .words($0) } ?? .nothing,
    ]
  }

  private func source(_ asked: [Requirement]) -> Words {
    guard let citation = asked.first?.citation else { return Words("", "") }
    let law = desk.office.law
    return Words(law.cited(citation, in: .indonesian), law.cited(citation, in: .english))
  }
}
