public import Vocabulary

/// A page to be drawn: a template, what fills it, and where it stands among the others.
public struct Page: Sendable, Hashable {
  public var template: String
  public var model: Model
  public var title: Words
  /// Where the back link leads.
  public var back: Link?
  /// The way here, from the home page down, without this page.
  public var trail: [Link] = []
  /// The address of the navigation entry this page belongs to.
  public var section: String?
  /// Two columns and wide tables, for work at a desk.
  public var wide = false
  /// False where the page is the answer to a form: a link would lose what was typed.
  public var languageLink = true
  /// The title says that something must be corrected.
  public var hasFaults = false

  /// An address and what to call it.
  public struct Link: Sendable, Hashable {
    public let words: Words
    public let address: String

    public init(_ words: Words, _ address: String) {
      self.words = words
      self.address = address
    }

    public init(_ indonesian: String, _ english: String, _ address: String) {
      self.init(Words(indonesian, english), address)
    }

    var model: Model { ["words": .words(words), "address": .text(address)] }
  }

  public init(
    _ template: String, _ model: Model, title: Words, back: Link? = nil, trail: [Link] = [], section: String? = nil,
    wide: Bool = false
  ) {
    self.template = template
    self.model = model
    self.title = title
    self.back = back
    self.trail = trail
    self.section = section
    self.wide = wide
  }
}
