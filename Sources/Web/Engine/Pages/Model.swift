import Mustache
public import Vocabulary

/// What a template is filled with: a tree of typed values, put into the page's language and escaped when it is drawn.
///
/// Literals make it short: `["name": "Sri", "amount": .money(total), "due": .day(due), "late": false, "rows": [ … ]]`.
public enum Model: Sendable, Hashable {
  case text(String)
  case words(Words)
  /// `20 November 2026`.
  case day(Day)
  /// `November 2026`.
  case month(Month)
  case flag(Bool)
  case list([Model])
  case tree([String: Model])
  /// Known to be absent: its section is skipped and the template still has its key.
  case nothing

  /// `Rp 1.250.000`.
  public static func money(_ amount: Rupiah) -> Model { .text(amount.description) }
  public static func number(_ number: Int) -> Model {
    .text(Rupiah(Int64(number)).isNegative ? "-" + grouped(number) : grouped(number))
  }
  /// `20 November 2026, 14.05`.
  public static func moment(_ instant: Instant) -> Model {
    .words(
      Words(
        "\(instant.day.spelled(in: .indonesian)), \(instant.clock)",
        "\(instant.day.spelled(in: .english)), \(instant.clock)"))
  }

  public static func words(_ indonesian: String, _ english: String) -> Model { .words(Words(indonesian, english)) }
  public static func optional(_ text: String?) -> Model { text.map(Model.text) ?? .nothing }
  public static func optional(_ words: Words?) -> Model { words.map(Model.words) ?? .nothing }
  public static func optional(_ day: Day?) -> Model { day.map(Model.day) ?? .nothing }

  /// One entry per element.
  public static func each<S: Sequence>(_ elements: S, _ make: (S.Element) throws -> Model) rethrows -> Model {
    .list(try elements.map(make))
  }

  private static func grouped(_ number: Int) -> String { Rupiah(Int64(number)).grouped }
}

extension Model: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral, ExpressibleByIntegerLiteral
{
  public init(stringLiteral text: String) { self = .text(text) }
  public init(booleanLiteral flag: Bool) { self = .flag(flag) }
  public init(arrayLiteral elements: Model...) { self = .list(elements) }
  public init(dictionaryLiteral entries: (String, Model)...) {
    self = .tree(Dictionary(entries) { _, last in last })
  }
  public init(nilLiteral: ()) { self = .nothing }
  public init(integerLiteral number: Int) { self = .number(number) }
}

extension Model {
  /// This tree with the entries of `other`, which win.
  public func merging(_ other: Model) -> Model {
    guard case .tree(let mine) = self, case .tree(let theirs) = other else { return other }
    return .tree(mine.merging(theirs) { _, new in new })
  }

  /// As the template engine takes it, in one language.
  func drawn(in language: Language) -> Any {
    switch self {
    case .text(let text): text.isEmpty ? Nothing() as Any : text
    case .words(let words): words.text(in: language)
    case .day(let day): day.spelled(in: language)
    case .month(let month): month.spelled(in: language)
    case .flag(let flag): flag
    case .list(let list): list.map { $0.drawn(in: language) }
    case .tree(let tree): tree.mapValues { $0.drawn(in: language) }
    case .nothing: Nothing()
    }
  }

  /// An empty value: draws as nothing, and its section is skipped. It keeps a key from being looked up further out.
  private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }

  /// Whether a section over it is entered.
  var isEmpty: Bool {
    switch self {
    case .nothing, .flag(false), .text(""): true
    case .list(let list): list.isEmpty
    default: false
    }
  }
}
