import Formats
import Office
import Vocabulary

extension MemberPages {
  /// Her card for one membership.
  func card(_ ask: Ask) async throws -> Reply {
    let (actor, id) = try herself(ask)
    guard let kpj = KPJ(ask.parameter("kpj")) else { throw Refusal.notFound }
    let card = try await office.letters.card(of: id, kpj, in: ask.language, by: actor)
    return .pdf(try card.pdf(), "kartu-\(kpj).pdf")
  }

  func statementLetter(_ ask: Ask) async throws -> Reply {
    let (actor, id) = try herself(ask)
    guard let kpj = KPJ(ask.parameter("kpj")), let year = Int(ask.parameter("year")) else { throw Refusal.notFound }
    let letter = try await office.letters.statement(of: id, kpj, year: year, in: ask.language, by: actor)
    return .pdf(try letter.pdf(), "saldo-jht-\(kpj)-\(year).pdf")
  }

  func billLetter(_ ask: Ask) async throws -> Reply {
    let (actor, id) = try herself(ask)
    guard let payer = PayerID(id.value), let name = Bill.Name(ask.parameter("month")) else { throw Refusal.notFound }
    let letter = try await office.letters.bill(of: payer, name, in: ask.language, by: actor)
    return .pdf(try letter.pdf(), "tagihan-\(name).pdf")
  }

  /// The receipt of a claim: its number, and what happens next.
  func receipt(_ ask: Ask) async throws -> Reply {
    guard let number = ClaimNumber(ask.parameter("number")) else { throw Refusal.notFound }
    let letter = try await office.letters.submission(number, in: ask.language, by: ask.actor())
    return .pdf(try letter.pdf(), "tanda-terima-\(number).pdf")
  }

  /// The decision on a claim, approved or refused.
  func decisionLetter(_ ask: Ask) async throws -> Reply {
    guard let number = ClaimNumber(ask.parameter("number")) else { throw Refusal.notFound }
    let letter = try await office.letters.decision(number, in: ask.language, by: ask.actor())
    return .pdf(try letter.pdf(), "keputusan-\(number).pdf")
  }

  private func herself(_ ask: Ask) throws -> (Actor, MemberID) {
    let actor = try ask.actor()
    guard let id = actor.memberID else { throw Refusal.notYours }
    return (actor, id)
  }
}

extension Reply {
  /// A paper to keep.
  static func pdf(_ bytes: [UInt8], _ filename: String) -> Reply {
    .file(bytes, type: "application/pdf", filename: filename)
  }
}
