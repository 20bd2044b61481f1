import HTTPTypes
import Law
import Office
import Programs
import Vocabulary

/// What a contribution or a benefit comes to, for everybody. The answers stand in the address, so that a page can be
/// sent on and printed; nothing is kept.
struct CalculatorPages {
  let desk: WebDesk

  private var law: LawBook { desk.office.law }

  var routes: [Route] {
    let all = Calculator.all(law)
    return [.get("/hitung", "The calculators", for: .anyone) { _ in index(all) }]
      + all.map { calculator in
        .get(calculator.address, "Calculator: \(calculator.title.english)", for: .anyone) { ask in
          try page(calculator, ask)
        }
      }
  }

  private func index(_ all: [Calculator]) -> Reply {
    .page(
      Page(
        "public/calculators", ["links": .each(all) { Part.link($0.title, $0.address, note: $0.lead) }],
        title: Words("Hitung sendiri", "Reckon it yourself"), back: Page.Link("Halaman depan", "Front page", "/"),
        section: "/hitung"))
  }

  private func page(_ calculator: Calculator, _ ask: Ask) throws -> Reply {
    let asked = calculator.fields.contains { $0.typed(in: ask.query) != nil }
    guard asked else { return draw(calculator, Answers(calculator.usual(ask.now.day))) }
    let (answers, faults) = read(calculator, ask.query)
    guard faults.isEmpty else { return draw(calculator, answers, faults: faults) }
    do {
      return draw(calculator, answers, try calculator.reckon(answers, law))
    } catch let error as AnswerFaults {
      return draw(calculator, answers, faults: error.faults)
    } catch let error as FactsError {
      return draw(calculator, answers, faults: [Fault("", error.words)])
    } catch let error as LawError {
      return draw(calculator, answers, silent: error)
    } catch let error as Undecidable {
      guard case .law(let silence) = error else {
        return draw(calculator, answers, faults: error.words.map { Fault("", $0) })
      }
      return draw(calculator, answers, silent: silence)
    }
  }

  private func read(_ calculator: Calculator, _ query: Form) -> (Answers, [Fault]) {
    var answers = Answers()
    var faults: [Fault] = []
    for field in calculator.fields {
      let typed = field.typed(in: query) ?? ""
      answers[field.name] = typed
      switch field.read(typed) {
      case .success(let value): answers[field.name] = value
      case .failure(let flawed): faults.append(Fault(field.name, flawed.words))
      }
    }
    return (answers, faults)
  }

  private func draw(
    _ calculator: Calculator, _ answers: Answers, _ outcome: Reckoned? = nil, faults: [Fault] = [],
    silent: LawError? = nil
  ) -> Reply {
    var page = Page(
      "public/calculator",
      [
        "title": .words(calculator.title), "lead": .words(calculator.lead), "note": .words(calculator.note),
        "address": .text(calculator.address), "faults": Part.faultsOrNothing(faults),
        "fields": .each(calculator.fields) { field in
          field.model(
            answers.text(field.name), fault: faults.first { $0.place == field.name }?.words, alone: false,
            answers: answers
          ).merging(["lead": nil])
        },
        "silent": silent.map {
          Part.notice(.waiting, Words("Belum dapat dihitung", "This cannot be reckoned"), $0.words)
        } ?? .nothing,
        "outcome": outcome.map { model($0, calculator, answers) } ?? .nothing,
      ], title: calculator.title, back: Page.Link("Hitung sendiri", "Reckon it yourself", "/hitung"),
      section: "/hitung")
    page.hasFaults = !faults.isEmpty
    return .page(page, status: faults.isEmpty ? silent == nil ? .ok : .conflict : .unprocessableContent)
  }

  private func model(_ outcome: Reckoned, _ calculator: Calculator, _ answers: Answers) -> Model {
    let working = Shown.working(outcome.working, law: law, total: outcome.total.words, outcome.total.amount)
    return [
      "total": .words(outcome.total.words), "amount": .money(outcome.total.amount),
      "draft": .flag(outcome.working.confidence == .draft), "hash": .text(String(outcome.lawHash.prefix(12))),
      "lines": .each(outcome.lines) { line in
        ["words": .words(line.words.capitalized), "amount": .money(line.amount), "note": .optional(line.note)]
      },
      "paid": .flag(outcome.refusals.isEmpty), "refusals": .each(outcome.refusals) { ["text": .words($0.words)] },
      "given": [
        "rows": .each(calculator.fields.filter { !answers.text($0.name).isEmpty }) {
          Part.fact($0.label, $0.shown(answers.text($0.name), answers))
        }
      ],
      "working": outcome.refusals.isEmpty ? working : working.merging(["total": nil]),
    ]
  }
}
