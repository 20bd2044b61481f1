public import Formats
import Store
public import Vocabulary

extension LetterDesk {
  /// The bill of a month as a letter: what each programme costs, until when, and where to pay.
  ///
  /// For the payer itself, and officers who may read contributions.
  public func bill(of payer: PayerID, _ name: Bill.Name, in language: Language = .indonesian, by actor: Actor)
    async throws -> Letter
  {
    let own = actor.memberID?.value == payer.value || actor.employerID?.value == payer.value
    guard own || actor.has(.readContributions) else { throw OfficeError.notAllowed(.readContributions) }
    return try await office.reading("letters.bill", by: actor, why: "letter") { act in
      act.subject = payer.value
      act.detail = "bill \(name)"
      guard let bill = try act.db.bill(payer, name), let va = try act.db.account(of: payer) else {
        throw OfficeError.noSuchBill
      }
      return BillLetter(
        bill: bill, recipient: try act.db.recipient(payer), va: va, deposit: try act.db.deposit(of: payer),
        open: try act.db.openBills(of: [payer]).map(\.total).sum(), issued: try act.db.issueDay(of: bill),
        paper: stationery(language)
      ).letter
    }
  }
}

extension Connection {
  fileprivate func account(of payer: PayerID) throws -> VirtualAccount? {
    try row("SELECT va FROM payer WHERE payer_id = $1", payer) { try $0.virtualAccount(0) }
  }

  fileprivate func issueDay(of bill: Bill) throws -> Day {
    let at = try row(
      "SELECT issued_at FROM bill WHERE payer_id = $1 AND month = $2 AND seq = $3", bill.payerID, bill.month,
      bill.sequence
    ) { try $0.instant(0) }
    guard let at else { throw OfficeError.noSuchBill }
    return at.day
  }

  /// Name and address of a member or an employer.
  fileprivate func recipient(_ payer: PayerID) throws -> [String] {
    if let member = try member(MemberID(payer)) {
      return [member.person.name, member.person.address, member.person.village]
    }
    guard let employer = try employer(EmployerID(payer)) else { return [] }
    return [employer.profile.name, employer.profile.address]
  }
}
