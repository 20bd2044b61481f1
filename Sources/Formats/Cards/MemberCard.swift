public import Vocabulary

/// A member's card, to carry on a telephone or to print in the size of a bank card.
public struct MemberCard: Hashable, Sendable {
  public var name: String
  public var kpj: KPJ
  public var segment: Segment
  public var programmes: ProgrammeSet
  /// The office that keeps the membership.
  public var office: String
  /// What the QR code says: an address at which the card can be checked.
  public var code: String
  /// The day it was issued is printed; the moment stands in the file as its date of creation.
  public var issued: Instant
  public var language: Language

  public init(
    name: String, kpj: KPJ, segment: Segment, programmes: ProgrammeSet, office: String, code: String, issued: Instant,
    language: Language = .indonesian
  ) {
    (self.name, self.kpj, self.segment, self.programmes) = (name, kpj, segment, programmes)
    (self.office, self.code, self.issued, self.language) = (office, code, issued, language)
  }
}
