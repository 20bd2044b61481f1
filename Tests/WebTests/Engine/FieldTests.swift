import Testing
import Vocabulary

@testable import Web

@Suite("Fields")
struct FieldTests {
  private func read(_ kind: Field.Kind, _ typed: String, required: Bool = true) -> String? {
    let field = Field("x", kind, Words("Isian", "Box"), required: required)
    guard case .success(let value) = field.read(typed) else { return nil }
    return value
  }

  @Test(
    "Good answers are kept in one form",
    arguments: [
      (Field.Kind.nik, " 9971-0141 0785.0001 ", "9971014107850001"), (.money, "Rp 1.250.000", "1250000"),
      (.money, "0", "0"), (.date, "7/1/1980", "1980-01-07"), (.date, "1980-01-07", "1980-01-07"),
      (.phone, "0812 3456 7890", "+6281234567890"), (.phone, "62 812-3456-7890", "+6281234567890"),
      (.phone, "+62 (812) 34567890", "+6281234567890"), (.email, "sri@contoh.id", "sri@contoh.id"),
      (.number(digits: 4...6), "12 34.5", "12345"), (.yesNo, "ya", "ya"), (.text, "  Ni Made ", "Ni Made"),
    ] as [(Field.Kind, String, String)])
  func good(kind: Field.Kind, typed: String, value: String) { #expect(read(kind, typed) == value) }

  @Test(
    "Bad answers are refused",
    arguments: [
      (Field.Kind.nik, "99710141078500"), (.nik, "9971014107850000"), (.nik, "abc"), (.money, "satu juta"),
      (.money, "1,5"),
      (.date, "31/2/2026"), (.date, "1/1/26"), (.date, "1/1/1850"), (.phone, "12345"), (.phone, "0812x"),
      (.phone, "00812345678"),
      (.email, "sri"), (.email, "sri@contoh"), (.email, "a b@contoh.id"), (.email, "@contoh.id"), (.email, "a@b@c.id"),
      (.number(digits: 4...6), "123"), (.number(digits: 4...6), "1234567"), (.number(digits: 4...6), "12a4"),
      (.yesNo, "mungkin"),
      (.choice([]), "x"), (.text, String(repeating: "x", count: 201)),
    ] as [(Field.Kind, String)])
  func bad(kind: Field.Kind, typed: String) { #expect(read(kind, typed) == nil, "\(typed)") }

  @Test(
    "Only what is required must be filled in",
    arguments: [Field.Kind.nik, .money, .date, .phone, .email, .text, .yesNo])
  func empty(kind: Field.Kind) {
    #expect(read(kind, "  ") == nil)
    #expect(read(kind, "  ", required: false) == "")
  }
}
