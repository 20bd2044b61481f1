import Vocabulary

/// Where a visitor stands in a wizard.
struct Progress: Sendable {
  var answers: Answers
  let key: IdempotencyKey
}

extension Wizard {
  func start(_ ask: Ask) async throws -> Reply {
    guard let key = IdempotencyKey(ask.newKey()) else { preconditionFailure("the key is made here") }
    let progress = Progress(answers: try await prefill(ask), key: key)
    return question(steps[0], progress, ask)
  }

  /// Starts with everything that is known already: at the first question without a good answer, or at the page that shows
  /// all of them.
  func review(_ ask: Ask) async throws -> Reply {
    guard let key = IdempotencyKey(ask.newKey()) else { preconditionFailure("the key is made here") }
    return try await onwards(Progress(answers: try await prefill(ask), key: key), ask)
  }

  /// Reads what was sent, then goes where the pressed button says.
  func proceed(_ ask: Ask, _ upload: Upload, _ sendings: Sendings) async throws -> Reply {
    let form = upload.fields
    guard let key = form["_key"].flatMap(IdempotencyKey.init(_:)) else { throw Refusal.unreadableForm }
    var progress = Progress(answers: carried(form), key: key)
    let action = form["_action"] ?? "next"
    guard let step = steps.first(where: { $0.name == form["_step"] && !$0.isLast }) else {
      for field in steps.filter(\.isLast).flatMap(\.fields) {
        progress.answers[field.name] = field.typed(in: form) ?? ""
      }
      return try await fromCheckPage(action, progress, ask) { sendings.keep($0, of: Sendings.name(ask, key), form) }
    }
    for field in step.fields {
      progress.answers[field.name] = field.typed(in: form) ?? progress.answers[field.name] ?? ""
    }
    for field in step.fields {
      if field.isFile, let file = upload.file(field.name) {
        progress.answers[field.name] = try await keep(file, ask)
        progress.answers[field.name + ".filename"] = file.filename
      }
    }
    switch action {
    case "back": return question(before(step, progress.answers) ?? step, progress, ask)
    case "language": return question(step, progress, ask)
    default:
      let faults = try await check(step, &progress.answers, ask)
      guard faults.isEmpty else { return question(step, progress, ask, faults: faults) }
      return try await onwards(progress, ask)
    }
  }

  static func submission(_ ask: Ask) async throws -> Upload {
    if ask.contentType == "multipart/form-data" { return try await ask.upload() }
    var upload = Upload()
    upload.fields = try await ask.form()
    return upload
  }

  /// The buttons of the page that shows all answers.
  private func fromCheckPage(
    _ action: String, _ progress: Progress, _ ask: Ask, keep: (Sendings.Result) -> Void
  ) async throws -> Reply {
    if action.hasPrefix("change:"),
      let step = steps.first(where: { $0.name == action.dropFirst("change:".count) && !$0.isLast })
    {
      return question(step, progress, ask)
    }
    switch action {
    case "send": return try await send(progress, ask, keep: keep)
    case "back":
      let applying = steps.filter { $0.applies(progress.answers) && !$0.isLast }
      return question(applying.last ?? steps[0], progress, ask)
    default: return try await onwards(progress, ask)
    }
  }

  /// The first question that is not answered well; the check page when there is none.
  private func onwards(_ progress: Progress, _ ask: Ask) async throws -> Reply {
    var progress = progress
    for step in steps where step.applies(progress.answers) && !step.isLast {
      guard step.fields.allSatisfy({ progress.answers[$0.name] != nil }) else { return question(step, progress, ask) }
      let faults = try await check(step, &progress.answers, ask)
      guard faults.isEmpty else { return question(step, progress, ask, faults: faults) }
    }
    return try await checkPage(progress, ask)
  }

  /// Everything is read again before the act: hidden inputs are the visitor's to change.
  private func send(_ progress: Progress, _ ask: Ask, keep: (Sendings.Result) -> Void) async throws -> Reply {
    var progress = progress
    var asked = Answers()
    for step in steps where step.applies(progress.answers) {
      let faults = try await check(step, &progress.answers, ask)
      guard faults.isEmpty else { return try await told(faults, at: step, progress, ask) }
      for field in step.fields {
        asked[field.name] = progress.answers[field.name]
        asked[field.name + ".filename"] = progress.answers[field.name + ".filename"]
      }
    }
    switch try await finish(asked, progress.key, ask) {
    case .done(let confirmation):
      keep(.confirmed(confirmation))
      return .see(Self.confirmationPath(ask, progress.key))
    case .see(let path):
      keep(.see(path))
      return .see(path)
    case .reply(let reply): return reply
    case .faults(let faults):
      let places = Set(faults.map(\.place))
      let step = steps.first { $0.fields.contains { places.contains($0.name) } }
      guard let step else { return try await checkPage(progress, ask, faults: faults) }
      return try await told(faults, at: step, progress, ask)
    }
  }

  /// On the question's own page, or on the page that sends where it is asked there.
  private func told(_ faults: [Fault], at step: Step, _ progress: Progress, _ ask: Ask) async throws -> Reply {
    step.isLast
      ? try await checkPage(progress, ask, faults: faults) : question(step, progress, ask, faults: faults)
  }

  /// Reads the step's fields, keeps what could be read in its right form, and tells every fault.
  private func check(_ step: Step, _ answers: inout Answers, _ ask: Ask) async throws -> [Fault] {
    var faults: [Fault] = []
    for field in step.fields {
      switch field.read(answers.text(field.name)) {
      case .success(let value): answers[field.name] = value
      case .failure(let flawed): faults.append(Fault(field.name, flawed.words))
      }
    }
    return faults.isEmpty ? try await step.check(answers, ask) : faults
  }

  private func before(_ step: Step, _ answers: Answers) -> Step? {
    let earlier = steps.prefix { $0.name != step.name }
    return earlier.last { $0.applies(answers) }
  }

  /// Answers in the hidden inputs, of fields this wizard knows.
  private func carried(_ form: Form) -> Answers {
    var answers = Answers()
    for field in steps.flatMap(\.fields) {
      answers[field.name] = form[field.name]
      if field.isFile { answers[field.name + ".filename"] = form[field.name + ".filename"] }
    }
    return answers
  }
}
