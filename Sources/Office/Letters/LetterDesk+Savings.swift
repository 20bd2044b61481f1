public import Formats
import Law
import Programs
import Store
public import Vocabulary

extension LetterDesk {
  /// The yearly statement of a JHT account: what stood there, what came in, what it earned, movement by movement.
  ///
  /// For the member herself, and officers who may read members.
  public func statement(
    of member: MemberID, _ kpj: KPJ, year: Int, in language: Language = .indonesian, by actor: Actor
  ) async throws -> Letter {
    try actor.require(.readMembers, orBeing: member)
    return try await office.reading("letters.statement", by: actor, why: "letter") { act in
      act.subject = member.value
      act.detail = "\(kpj) \(year)"
      guard let found = try act.db.member(member) else { throw OfficeError.noSuchMember }
      let movements = try act.db.jhtMovements(of: member).filter { $0.kpj == kpj.digits }
      let years =
        movements.isEmpty
        ? [] : JHTBalance(kpj, movements, through: act.today.year, try act.db.completedReturnYears()).years
      guard let statement = years.first(where: { $0.year == year }) else {
        throw OfficeError.notFound(
          Words("Tidak ada saldo JHT untuk tahun \(year).", "There are no JHT savings for the year \(year)."))
      }
      return StatementLetter(
        statement: statement, member: found, rate: try act.office.law.returnRate(of: year), on: act.today,
        paper: stationery(language)
      ).letter
    }
  }

  /// The member's card for one membership, with a code by which the office knows its own cards.
  ///
  /// For the member herself, and officers who may read members.
  /// - Throws: `OfficeError.conflict("membership-ended")` for a membership that is over.
  public func card(of member: MemberID, _ kpj: KPJ, in language: Language = .indonesian, by actor: Actor) async throws
    -> MemberCard
  {
    try actor.require(.readMembers, orBeing: member)
    return try await office.reading("letters.card", by: actor, why: "card") { act in
      act.subject = member.value
      act.detail = kpj.digits
      guard let found = try act.db.member(member) else { throw OfficeError.noSuchMember }
      guard let membership = found.membership(kpj) else { throw OfficeError.noSuchMembership }
      guard !membership.status.isEnded else {
        throw OfficeError.conflict(
          code: "membership-ended",
          Words(
            "Kepesertaan \(kpj) sudah berakhir, jadi kartunya tidak dapat dicetak lagi.",
            "Membership \(kpj) is over, so its card can no longer be printed."))
      }
      return MemberCard(
        name: found.person.name, kpj: kpj, segment: membership.segment, programmes: membership.programmes,
        office: office.branch.name,
        code: PaperCode(key: office.keys.letters).text("KPJ/\(kpj)", on: membership.joinedOn),
        issued: Instant(membership.joinedOn), language: language)
    }
  }
}

extension LawBook {
  /// The rate declared for a year, as it is printed; `nil` while none is.
  fileprivate func returnRate(of year: Int) throws -> StatementLetter.DeclaredRate? {
    do throws(LawError) {
      let rule = try JHTReturnRule(year: year, law: self)
      return .init(rate: rule.rate, citation: rule.citation, isDraft: rule.confidence == .draft)
    } catch {
      switch error {
      case .notDeclared, .silent: return nil
      default: throw error
      }
    }
  }
}
