import Office
import Programs
import Vocabulary

extension OfficerPages {
  var memberRoutes: [Route] {
    [
      get("/peserta", "Find a member by NIK or KPJ", .readMembers) { .page(found(Form(), searched: false, $0)) },
      post("/peserta", "Find a member by NIK or KPJ", .readMembers) { try await search($0) },
      get("/peserta/{member}", "A member, for a purpose that is written down", .readMembers) { try await member($0) },
    ]
  }

  /// Search first: there is no list to browse, and no search without a purpose. The number travels in the body, so that no
  /// log or history keeps it; who is found has an address without it.
  private func search(_ ask: Ask) async throws -> Reply {
    let form = try await ask.form()
    return try await filling {
      let purpose = form.line("untuk")
      var faults: [Fault] = []
      if form.line("cari").isEmpty {
        faults.append(Fault("query", "Tulis NIK atau nomor KPJ.", "Write a NIK or a KPJ number."))
      }
      faults += Self.faults(ofPurpose: purpose)
      guard faults.isEmpty else { throw OfficeError.faults(faults) }
      let member = try await office.members.find(form.line("cari"), by: try ask.actor(), why: purpose)
      guard let member else { return .page(found(form, searched: true, ask)) }
      return .see("/petugas/peserta/\(member.id)?" + Form([("untuk", purpose)]).encoded)
    } again: { faults in
      found(form, searched: false, ask, faults: faults)
    }
  }

  static func faults(ofPurpose text: String) -> [Fault] {
    (5...200).contains(text.count)
      ? []
      : [
        Fault(
          "reason", "Tulis keperluan Anda, misalnya: peserta di loket menanyakan saldo.",
          "Write your purpose, for example: member at the desk asks for her balance.")
      ]
  }

  private func found(_ form: Form, searched: Bool, _ ask: Ask, faults: [Fault] = []) -> Page {
    let mayRegister = ask.identity?.actor.has(.registerMembers) == true
    let model: Model = [
      "faults": Part.faultsOrNothing(faults), "query": .text(form.line("cari")), "purpose": .text(form.line("untuk")),
      "queryFault": Self.fault("query", faults), "reasonFault": Self.fault("reason", faults),
      "register": mayRegister ? "/petugas/peserta/baru" : nil,
      "empty": searched
        ? Part.empty(
          Words("Belum terdaftar", "Not registered"),
          Words("Tidak ada peserta dengan nomor itu. Periksa angkanya.", "No member has this number. Check the digits.")
        )
        : .nothing,
    ]
    var page = Page(
      "officer/members", model, title: Words("Cari peserta", "Find a member"), section: "/petugas/peserta", wide: true)
    page.hasFaults = !faults.isEmpty
    return page
  }

  /// What is wrong with a field, to stand beside it.
  static func fault(_ place: String, _ faults: [Fault]) -> Model {
    .optional(faults.first { $0.place == place }?.words)
  }

  private func member(_ ask: Ask) async throws -> Reply {
    let (id, actor, purpose) = (try ask.member(), try ask.actor(), ask.query.line("untuk"))
    guard Self.faults(ofPurpose: purpose).isEmpty else { return .page(reasonPage(ask)) }
    let member = try await office.members.member(id, by: actor, why: purpose)
    var view = MemberView(member: member, actor: actor, today: ask.now.day, purpose: purpose)
    view.balances = try await office.savings.balances(of: id, by: actor, why: purpose)
    if actor.has(.readClaims) { view.claims = try await office.claims.claims(of: id, by: actor) }
    if member.va != nil, actor.has(.readContributions), let payer = PayerID(id.value) {
      view.bills = try await office.contributions.bills(of: payer, limit: 6, by: actor)
    }
    return .page(
      Page(
        "officer/member",
        view.model.merging([
          "code": actor.has(.changeMembers)
            ? ["address": .text("/petugas/peserta/\(id)/kode"), "key": .text(ask.newKey())] : .nothing
        ]), title: Words(member.person.name, member.person.name),
        trail: [Self.home, Page.Link("Cari peserta", "Find a member", "/petugas/peserta")], section: "/petugas/peserta",
        wide: true))
  }

  private func reasonPage(_ ask: Ask) -> Page {
    let faults = ask.query["untuk"] == nil ? [] : Self.faults(ofPurpose: ask.query.line("untuk"))
    var page = Page(
      "officer/reason", ["address": .text(ask.path), "faults": Part.faultsOrNothing(faults)],
      title: Words("Untuk keperluan apa?", "For what purpose?"),
      back: Page.Link("Cari peserta", "Find a member", "/petugas/peserta"),
      section: "/petugas/peserta")
    page.hasFaults = !faults.isEmpty
    return page
  }
}

/// A member as an officer sees her: only what his role may read.
private struct MemberView {
  let member: Member
  let actor: Actor
  let today: Day
  let purpose: String
  var balances: [JHTBalance] = []
  var claims: [Claim] = []
  var bills: [Bill] = []

  var model: Model {
    let person = member.person
    let isActive = member.memberships.contains { $0.status.isActive }
    return [
      "name": .text(person.name), "purpose": .text(purpose),
      "status": isActive
        ? Part.tag(Words("Aktif", "Active"), .good) : Part.tag(Words("Tidak aktif", "Not active"), .neutral),
      "person": ["rows": .list(facts(person))],
      "memberships": .each(member.memberships) { membership in
        [
          "kpj": .text(Shown.spaced(membership.kpj.digits)),
          "employer": .text(membership.occupation.isEmpty ? "–" : membership.occupation),
          "segment": .text(membership.segment.rawValue), "programmes": .text(membership.programmes.description),
          "from": .day(membership.joinedOn), "until": until(membership.status), "tag": Shown.tag(membership.status),
        ]
      },
      "balance": balances.isEmpty
        ? .nothing : ["amount": .money(balances.map(\.balance).sum()), "on": .day(today)],
      "hasClaims": .flag(!claims.isEmpty),
      "claims": .each(claims) { claim in
        Part.task(
          Words(claim.number.text, claim.number.text), note: claim.form.ground.words.capitalized,
          address: "/petugas/klaim/\(claim.number)", tag: Shown.tag(claim.status))
      },
      "hasBills": .flag(!bills.isEmpty),
      "bills": .each(bills) { bill in
        [
          "month": .month(bill.month), "amount": .money(bill.total), "due": .day(bill.dueOn),
          "tag": Shown.tag(bill.state, dueOn: bill.dueOn, today: today),
        ]
      },
      "hasLinks": .flag(!links.isEmpty), "links": .list(links),
    ]
  }

  private var links: [Model] {
    guard actor.has(.submitClaims), balances.contains(where: { $0.balance.isPositive }) else { return [] }
    return [
      Part.link(
        Words("Terima klaim JHT", "Take in a JHT claim"), "/petugas/peserta/\(member.id)/klaim",
        note: Words("Peserta ada di loket dengan berkasnya", "The member is at the desk with her papers"))
    ]
  }

  private func until(_ status: MembershipStatus) -> Model {
    if case .ended(let day, _) = status { .day(day) } else { .nothing }
  }

  private func facts(_ person: Person) -> [Model] {
    func text(_ text: String) -> Model { .text(text.isEmpty ? "–" : text) }
    return [
      Part.fact(Words("NIK", "NIK"), .text(Shown.spaced(person.nik.digits))),
      Part.fact(Words("Lahir", "Born"), .words(born(person))),
      Part.fact(Words("Nama ibu kandung", "Mother's name"), text(person.motherName)),
      Part.fact(
        Words("Alamat", "Address"),
        text([person.address, person.village].filter { !$0.isEmpty }.joined(separator: ", "))),
      Part.fact(Words("Telepon", "Phone"), text(person.phone)),
      Part.fact(Words("E-mail", "E-mail"), text(person.email)),
      Part.fact(Words("Rekening", "Account"), .text(Shown.account(person.bank))),
      Part.fact(Words("Virtual account", "Virtual account"), text(member.va?.spaced ?? "")),
      Part.fact(
        Words("Data diperbarui peserta", "Renewed by the member"),
        member.renewedAt.map(Model.moment) ?? .words("Belum", "Never")),
    ]
  }

  private func born(_ person: Person) -> Words {
    let place = person.birthPlace.isEmpty ? "" : "\(person.birthPlace), "
    return Words(
      place + person.bornOn.spelled(in: .indonesian), place + person.bornOn.spelled(in: .english))
  }
}
