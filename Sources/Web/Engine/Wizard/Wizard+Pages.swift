import HTTPTypes
import Vocabulary

extension Wizard {
  /// One question. Faults stand on top and beside their fields; the status says that nothing went on.
  func question(_ step: Step, _ progress: Progress, _ ask: Ask, faults: [Fault] = []) -> Reply {
    let applying = steps.filter { $0.applies(progress.answers) && !$0.isLast }
    let number = (applying.firstIndex { $0.name == step.name } ?? 0) + 1
    let alone = step.fields.count == 1 && step.fields[0].label == step.question
    // A file's name stays in its hidden input: leaving the box empty keeps the file.
    let asked = Set(step.fields.filter { !$0.isFile }.map(\.name))
    // A fault of another step has no field here to lead to.
    let here = Set(step.fields.map(\.name))
    let told = faults.map { here.contains($0.place) ? $0 : Fault("", $0.words) }
    let model: Model = [
      "title": .words(title), "question": .words(step.question), "hint": .optional(alone ? nil : step.hint),
      "alone": .flag(alone), "number": .text(String(number)), "count": .text(String(applying.count)),
      "faults": told.isEmpty ? .nothing : Part.faults(told),
      "fields": .each(step.fields) { field in
        let fault = faults.first { $0.place == field.name }?.words
        return field.model(progress.answers.text(field.name), fault: fault, alone: alone, answers: progress.answers)
          .merging(["lead": .optional(alone ? step.hint : nil)])
      },
      "needsFile": .flag(step.fields.contains(where: \.isFile)),
      "isFirst": .flag(number == 1),
      "carry": carry(progress.answers, except: asked),
      "step": .text(step.name), "key": .text(progress.key.text), "address": .text(ask.path), "home": home.model,
      "otherLanguage": .text(ask.language == .indonesian ? "en" : "id"),
    ]
    var page = Page("wizard/question", model, title: step.question)
    page.languageLink = false
    page.hasFaults = !faults.isEmpty
    return .page(page, status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  func checkPage(_ progress: Progress, _ ask: Ask, faults: [Fault] = []) async throws -> Reply {
    var preview: Model = .nothing
    switch try await self.preview(progress.answers, ask) {
    case .nothing: break
    case .shown(let template, let model): preview = model.merging(["part": .text(template)])
    case .instead(var page):
      page.languageLink = false
      return .page(page, status: .unprocessableContent)
    }
    let last = steps.filter { $0.applies(progress.answers) && $0.isLast }
    let asked = Set(last.flatMap(\.fields).map(\.name))
    let told = faults.map { asked.contains($0.place) ? $0 : Fault("", $0.words) }
    let rows = steps.filter { $0.applies(progress.answers) && !$0.isLast }.flatMap { step in
      step.fields.map { field in
        Part.fact(
          field.label, field.shown(progress.answers.text(field.name), progress.answers), change: step.name)
      }
    }
    let model: Model = [
      "title": .words(title), "rows": .list(rows), "preview": preview, "declaration": .optional(declaration),
      "submit": .words(submit),
      "faults": faults.isEmpty ? .nothing : Part.faults(told),
      "last": .each(last) { step in
        [
          "question": .words(step.question), "hint": .optional(step.hint),
          "fields": .each(step.fields) { field in
            let fault = faults.first { $0.place == field.name }?.words
            return field.model(
              progress.answers.text(field.name), fault: fault, alone: false, answers: progress.answers
            ).merging(["lead": nil])
          },
        ]
      },
      "carry": carry(progress.answers, except: asked),
      "key": .text(progress.key.text), "address": .text(ask.path), "home": home.model,
      "otherLanguage": .text(ask.language == .indonesian ? "en" : "id"),
    ]
    var page = Page("wizard/check", model, title: Words("Periksa jawaban Anda", "Check your answers"))
    page.languageLink = false
    page.hasFaults = !faults.isEmpty
    return .page(page, status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// Where the last page is read, and read again when it is reloaded.
  static func confirmationPath(_ ask: Ask, _ key: IdempotencyKey) -> String {
    ask.path + "?" + Form([(confirmationQuery, key.text)]).encoded
  }

  static let confirmationQuery = "selesai"

  static func confirmed(_ confirmation: Confirmation) -> Reply {
    let model: Model = [
      "heading": .words(confirmation.heading), "referenceLabel": .words(confirmation.referenceLabel),
      "reference": .optional(confirmation.reference), "next": .each(confirmation.next, Model.words),
      "links": .each(confirmation.links, \.model),
    ]
    return .page(Page("wizard/confirmation", model, title: confirmation.heading))
  }

  private func carry(_ answers: Answers, except: Set<String>) -> Model {
    let passwords = Set(steps.flatMap(\.fields).filter(\.isPassword).map(\.name))
    let kept = answers.values.filter { !except.contains($0.key) && !passwords.contains($0.key) }.sorted {
      $0.key < $1.key
    }
    return .each(kept) { ["name": .text($0.key), "value": .text($0.value)] }
  }
}
