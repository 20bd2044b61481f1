import Office
import Vocabulary

/// A member's own pages. Each asks the office for what is hers, under her own name: another's numbers are refused there.
func memberRoutes(_ desk: WebDesk) -> [Route] {
  let pages = MemberPages(desk: desk)
  let her = Audience.only(.member)
  return [
    .get("/anggota", "Member's home", for: her) { try await pages.home($0) },
    .get("/anggota/mulai", "Just joined: numbers and how to pay", for: her) { try await pages.welcome($0) },
    .get("/anggota/iuran", "Her bills", for: her) { try await pages.bills($0) },
    .get("/anggota/iuran/{month}", "One bill and how to pay", for: her) { try await pages.bill($0) },
    .post("/anggota/iuran/{month}/bayar", "Pay in the sandbox", for: her) { try await pages.pay($0) },
    .get("/anggota/jht", "Her JHT balance", for: her) { try await pages.balance($0) },
    .get("/anggota/jht/{kpj}/{year}", "JHT statement of a year", for: her) { try await pages.statement($0) },
    .get("/anggota/jht/{kpj}/{year}/surat", "JHT statement as a letter", for: her) {
      try await pages.statementLetter($0)
    },
    .get("/anggota/iuran/{month}/surat", "A bill as a letter", for: her) { try await pages.billLetter($0) },
    .get("/anggota/kartu/{kpj}", "Her card", for: her) { try await pages.card($0) },
    .get("/anggota/klaim/{number}/tanda-terima", "Receipt of a claim", for: her) { try await pages.receipt($0) },
    .get("/anggota/klaim/{number}/keputusan", "Letter of the decision", for: her) {
      try await pages.decisionLetter($0)
    },
    .get("/anggota/data", "Her data", for: her) { try await pages.data($0) },
    .get("/anggota/akses", "Who opened her data", for: her) { try await pages.access($0) },
    .get("/anggota/klaim", "Her claims", for: her) { try await pages.claims($0) },
    .get("/anggota/klaim/{number}", "One claim, how far it is", for: her) { try await pages.claim($0) },
    .get("/anggota/klaim/{number}/batal", "Ask before withdrawing", for: her) { try await pages.askWithdrawal($0) },
    .post("/anggota/klaim/{number}/batal", "Withdraw a claim", for: her) { try await pages.withdraw($0) },
  ]
    + Wizard.routes("/anggota/data/perbarui", "Renew her data", for: her, reviewing: true) {
      try await pages.renewal($0)
    }
    + Wizard.routes("/anggota/mandiri", "Join as self-employed", for: her) { try await pages.joining($0) }
    + Wizard.routes("/anggota/penghasilan", "Change her income", for: her) { try await pages.incomeChange($0) }
    + Wizard.routes("/anggota/berhenti", "Stop her business", for: her) { try await pages.stopping($0) }
    + Wizard.routes("/anggota/klaim/jht", "Claim JHT", for: her) { try await pages.jhtClaim($0) }
    + Wizard.routes("/anggota/klaim/{number}/rekening", "Mend the account", for: her) { try await pages.mending($0) }
}

/// Handlers of the member's pages, one file for each part of her affairs.
struct MemberPages {
  let desk: WebDesk
  var office: Office { desk.office }

  static let home = Page.Link("Beranda", "Home", "/anggota")

  /// The caller and what the office knows of her.
  func me(_ ask: Ask, for reason: String) async throws -> Caller {
    let actor = try ask.actor()
    guard let id = actor.memberID else { throw Refusal.notYours }
    return Caller(actor: actor, member: try await office.members.member(id, by: actor, why: reason))
  }

  struct Caller {
    let actor: Actor
    let member: Member

    /// The one to show first: active before closed before ended, the newest of each.
    var membership: Membership? {
      func rank(_ status: MembershipStatus) -> Int { status.isActive ? 2 : status.isEnded ? 0 : 1 }
      return member.memberships.max { (rank($0.status), $0.joinedOn) < (rank($1.status), $1.joinedOn) }
    }

    /// Her open membership as a self-employed person.
    var selfEmployed: Membership? { member.memberships.last { $0.segment == .selfEmployed && !$0.status.isEnded } }
  }

  func paying(_ caller: Caller) throws -> Paying? {
    try caller.member.va.map { try Paying(desk, caller.member.id, $0) }
  }
}
