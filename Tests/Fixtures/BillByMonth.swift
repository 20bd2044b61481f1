public import Formats
public import Office
public import Vocabulary

// Most tests have one bill a month and name it by the month alone.

extension ContributionDesk {
  public func bill(_ payer: PayerID, _ month: Month, by actor: Actor) async throws -> Bill {
    try await bill(payer, Bill.Name(month), by: actor)
  }

  public func lines(of payer: PayerID, _ month: Month, by actor: Actor, why reason: String) async throws -> [BillLine] {
    try await lines(of: payer, Bill.Name(month), by: actor, why: reason)
  }
}

extension LetterDesk {
  public func bill(of payer: PayerID, _ month: Month, in language: Language = .indonesian, by actor: Actor) async throws
    -> Letter
  {
    try await bill(of: payer, Bill.Name(month), in: language, by: actor)
  }
}
