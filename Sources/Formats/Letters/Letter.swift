public import Vocabulary

/// A letter of the office: an A4 page or more with letterhead, body, signatures and a code to check it by.
public struct Letter: Hashable, Sendable {
  public var letterhead: Letterhead
  /// The town it is written in.
  public var place: String
  public var day: Day
  /// Stands in the file as its date of creation; nothing on the page shows it.
  public var created: Instant
  /// The letter's number.
  public var reference: String
  /// Name and address, a line each.
  public var recipient: [String]
  public var subject: String
  public var body: [Block]
  /// `Hormat kami,`.
  public var closing: String
  public var signatories: [Signatory]
  /// Small print at the foot of every page.
  public var footer: String
  public var code: Code?
  /// Of the fixed words, such as `Nomor` and `Halaman`.
  public var language: Language

  public init(
    letterhead: Letterhead, place: String, day: Day, created: Instant, reference: String, recipient: [String],
    subject: String, body: [Block], closing: String = "", signatories: [Signatory] = [], footer: String = "",
    code: Code? = nil, language: Language = .indonesian
  ) {
    (self.letterhead, self.place, self.day, self.created) = (letterhead, place, day, created)
    (self.reference, self.recipient, self.subject, self.body) = (reference, recipient, subject, body)
    (self.closing, self.signatories, self.footer) = (closing, signatories, footer)
    (self.code, self.language) = (code, language)
  }

  public struct Letterhead: Hashable, Sendable {
    public var office: String
    /// Address, telephone; a line each.
    public var lines: [String]

    public init(office: String, lines: [String]) { (self.office, self.lines) = (office, lines) }
  }

  public struct Signatory: Hashable, Sendable {
    public var name: String
    public var role: String

    public init(name: String, role: String) { (self.name, self.role) = (name, role) }
  }

  /// A QR code below the signatures, and the words beside it.
  public struct Code: Hashable, Sendable {
    public var text: String
    public var caption: String

    public init(text: String, caption: String) { (self.text, self.caption) = (text, caption) }
  }

  public enum Block: Hashable, Sendable {
    case paragraph(String)
    case heading(String)
    /// Names and values in two columns: `Nama`, `Sri Contoh`.
    case facts([Fact])
    /// What to bring, what to do.
    case points([String])
    case table(Table)
    /// How an amount was worked out (cara menghitung).
    case working(Working)
  }

  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  public struct Table: Hashable, Sendable {
    public var columns: [Column]
    public var rows: [[String]]
    /// Set off below a line; blank cells may be empty text.
    public var total: [String]?

    public init(columns: [Column], rows: [[String]], total: [String]? = nil) {
      (self.columns, self.rows, self.total) = (columns, rows, total)
    }

    public struct Column: Hashable, Sendable {
      public var title: String
      public var alignment: Alignment

      public init(_ title: String, _ alignment: Alignment = .left) {
        (self.title, self.alignment) = (title, alignment)
      }
    }

    public enum Alignment: Hashable, Sendable {
      case left
      case center
      /// For amounts.
      case right
    }
  }

  public struct Working: Hashable, Sendable {
    public var title: String
    public var steps: [Step]
    /// The result, below a line.
    public var total: Step?

    public init(title: String, steps: [Step], total: Step? = nil) {
      (self.title, self.steps, self.total) = (title, steps, total)
    }

    public struct Step: Hashable, Sendable {
      public var text: String
      public var amount: String
      /// Where the law says so, as people cite it.
      public var article: String

      public init(_ text: String, amount: String = "", article: String = "") {
        (self.text, self.amount, self.article) = (text, amount, article)
      }
    }
  }
}
