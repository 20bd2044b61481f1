public import Vocabulary

/// One question of a wizard: a page of its own.
public struct Step: Sendable {
  public let name: String
  public let question: Words
  public let hint: Words?
  public let fields: [Field]
  /// Whether it is asked at all, given what was answered before.
  public let applies: @Sendable (Answers) -> Bool
  /// What is wrong beyond what the fields see themselves. Runs only on fields that could be read.
  public let check: @Sendable (Answers, Ask) async throws -> [Fault]

  public init(
    _ name: String, _ question: Words, hint: Words? = nil, fields: [Field],
    applies: @escaping @Sendable (Answers) -> Bool = { _ in true },
    check: @escaping @Sendable (Answers, Ask) async throws -> [Fault] = { _, _ in [] }
  ) {
    precondition(!fields.isEmpty, "a step asks for something")
    self.name = name
    self.question = question
    self.hint = hint
    self.fields = fields
    self.applies = applies
    self.check = check
  }

  /// A step of one field, whose label is the question.
  public init(
    _ field: Field, hint: Words? = nil, applies: @escaping @Sendable (Answers) -> Bool = { _ in true },
    check: @escaping @Sendable (Answers, Ask) async throws -> [Fault] = { _, _ in [] }
  ) {
    self.init(field.name, field.label, hint: hint, fields: [field], applies: applies, check: check)
  }
}

extension Step {
  /// Whether it is asked last, on the page that sends: a password never travels in a hidden input.
  var isLast: Bool { fields.contains(where: \.isPassword) }
}

/// Questions one by one, then everything on one page to check, then one act of the office.
///
/// Nothing is kept on the server between pages: answers travel in hidden inputs and are all read and checked again before
/// the act. The idempotency key is made when the wizard starts, so pressing the last button twice does one thing. What came
/// of it is told on a page that can be reloaded (`Sendings`).
public struct Wizard: Sendable {
  public let title: Words
  public let steps: [Step]
  /// Read before the last button: what the person declares or what will happen.
  public let declaration: Words?
  /// The last button: `Kirim klaim`.
  public let submit: Words
  /// Where the way out leads.
  public let home: Page.Link
  /// Answers known beforehand, from the caller's own data.
  public var prefill: @Sendable (Ask) async throws -> Answers = { _ in Answers() }
  /// Puts an uploaded file away and names it; the name becomes the answer.
  public var keep: @Sendable (UploadedFile, Ask) async throws -> String = { _, _ in
    throw Refusal.unsupportedType("form")
  }
  /// What the page with all answers shows besides: what they come to.
  public var preview: @Sendable (Answers, Ask) async throws -> Preview = { _, _ in .nothing }
  public let finish: @Sendable (Answers, IdempotencyKey, Ask) async throws -> Outcome

  public enum Preview: Sendable {
    case nothing
    /// Drawn from this template below the answers, before the declaration and the last button.
    case shown(template: String, Model)
    /// There is nothing to send; this page says why.
    case instead(Page)
  }

  public enum Outcome: Sendable {
    case done(Confirmation)
    /// Refused with reasons; each leads back to the step of its field.
    case faults([Fault])
    /// The office has a page of its own for the result.
    case see(String)
    /// An answer that the handler makes itself, such as one with a cookie.
    case reply(Reply)
  }

  /// The last page: it is done, this is its number, this happens next.
  public struct Confirmation: Sendable {
    public let heading: Words
    public let referenceLabel: Words
    public let reference: String?
    public let next: [Words]
    public let links: [Page.Link]

    public init(
      _ heading: Words, referenceLabel: Words = Words("Nomor Anda", "Your number"), reference: String?, next: [Words],
      links: [Page.Link] = []
    ) {
      self.heading = heading
      self.referenceLabel = referenceLabel
      self.reference = reference
      self.next = next
      self.links = links
    }
  }

  public init(
    _ title: Words, home: Page.Link, steps: [Step], declaration: Words? = nil,
    submit: Words = Words("Kirim", "Send"),
    finish: @escaping @Sendable (Answers, IdempotencyKey, Ask) async throws -> Outcome
  ) {
    precondition(!steps.isEmpty, "a wizard asks something")
    let names = steps.flatMap(\.fields).map(\.name)
    precondition(Set(names).count == names.count, "two fields of a wizard have the same name")
    self.title = title
    self.home = home
    self.steps = steps
    self.declaration = declaration
    self.submit = submit
    self.finish = finish
  }

  /// A wizard made anew for each request, because its choices depend on who asks.
  public static func routes(
    _ path: String, _ summary: String, for audience: Audience, limit: Int = 1_000_000, reviewing: Bool = false,
    make: @escaping @Sendable (Ask) async throws -> Wizard
  ) -> [Route] {
    let sendings = Sendings()
    return [
      .get(path, summary, for: audience) { ask in
        if let key = ask.query[confirmationQuery].flatMap(IdempotencyKey.init(_:)) {
          // Kept for a while only; after that the way leads home, where what was sent can be seen.
          guard let told = sendings.confirmation(of: Sendings.name(ask, key)) else { return .see("/") }
          return confirmed(told)
        }
        let wizard = try await make(ask)
        return reviewing ? try await wizard.review(ask) : try await wizard.start(ask)
      },
      .post(path, summary + ": next step", for: audience, limit: limit) { ask in
        let upload = try await submission(ask)
        guard upload.fields["_action"] == "send", let key = upload.fields["_key"].flatMap(IdempotencyKey.init(_:))
        else { return try await make(ask).proceed(ask, upload, sendings) }
        return try await once(ask, key, upload, sendings, make)
      },
    ]
  }

  /// The last button. Pressed again, it leads to where the first press led.
  private static func once(
    _ ask: Ask, _ key: IdempotencyKey, _ upload: Upload, _ sendings: Sendings,
    _ make: @escaping @Sendable (Ask) async throws -> Wizard
  ) async throws -> Reply {
    let name = Sendings.name(ask, key)
    let send: @Sendable () async throws -> Reply = {
      switch sendings.result(of: name, upload.fields) {
      case .confirmed?: return .see(confirmationPath(ask, key))
      case .see(let path)?: return .see(path)
      case nil: return try await make(ask).proceed(ask, upload, sendings)
      }
    }
    // Visitors share no caller's name, so each waits for nobody.
    return ask.identity == nil ? try await send() : try await sendings.alone(name, send)
  }

  /// GET starts it, POST goes on; both at `path`.
  public func routes(_ path: String, _ summary: String, for audience: Audience, limit: Int = 25_000_000) -> [Route] {
    Self.routes(path, summary, for: audience, limit: limit) { _ in self }
  }
}
