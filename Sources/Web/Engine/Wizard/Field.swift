public import Vocabulary

/// One thing to fill in: what it is called, what helps to fill it in, and how it is read.
public struct Field: Sendable {
  public enum Kind: Sendable {
    case text
    case nik
    /// Digits only, that many of them.
    case number(digits: ClosedRange<Int>)
    case money
    /// Three boxes; `7/1/1980` typed into the first is understood too.
    case date
    case choice([Choice])
    case yesNo
    case phone
    case email
    /// Never shown again once typed.
    case password
    case longText
    /// `accept` is what the file dialog offers: `.csv,.xlsx`.
    case file(accept: String)
  }

  public struct Choice: Sendable {
    public let value: String
    public let words: Words
    public let hint: Words?

    public init(_ value: String, _ words: Words, hint: Words? = nil) {
      self.value = value
      self.words = words
      self.hint = hint
    }

    public init(_ value: String, _ indonesian: String, _ english: String) {
      self.init(value, Words(indonesian, english))
    }
  }

  public let name: String
  public let kind: Kind
  public let label: Words
  public let hint: Words?
  /// A filled-in example, shown beside the field: `9971 0141 0785 0001`.
  public let example: String?
  public let required: Bool
  /// The browser's word for what goes here (`name`, `tel`, `bday`); `off` keeps a number from being remembered.
  public let autocomplete: String

  public init(
    _ name: String, _ kind: Kind, _ label: Words, hint: Words? = nil, example: String? = nil, required: Bool = true,
    autocomplete: String? = nil
  ) {
    precondition(!name.hasPrefix("_") && !name.contains("."), "a field's name has no dot and no leading underscore")
    self.name = name
    self.kind = kind
    self.label = label
    self.hint = hint
    self.example = example
    self.required = required
    self.autocomplete = autocomplete ?? kind.usualAutocomplete
  }
}

extension Field {
  var isFile: Bool { if case .file = kind { true } else { false } }
  var isPassword: Bool { if case .password = kind { true } else { false } }
}

extension Field.Kind {
  var usualAutocomplete: String {
    switch self {
    case .phone: "tel"
    case .email: "email"
    case .password: "new-password"
    default: "off"
    }
  }

  public static let yesNoChoices = [Field.Choice("ya", "Ya", "Yes"), Field.Choice("tidak", "Tidak", "No")]
}
