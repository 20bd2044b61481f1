import Office
import Programs
import Vocabulary

extension MemberPages {
  func home(_ ask: Ask) async throws -> Reply {
    let me = try await me(ask, for: "her own page")
    let today = ask.now.day
    var due = Model.nothing
    if let paying = try paying(me) {
      due = paying.due(try await paying.owed(me.actor), today: today, address: "/anggota/iuran")
    }
    let savings = try await office.savings.balances(of: me.member.id, by: me.actor, why: "her own page")
    let claims = try await office.claims.claims(of: me.member.id, by: me.actor)
    let model: Model = [
      "name": .text(me.member.person.name), "status": me.membership.map { Shown.tag($0.status) } ?? .nothing,
      "segment": .optional(me.membership?.segment.words),
      "kpj": .optional(me.membership.map { Shown.spaced($0.kpj.digits) }),
      "notices": .list(notices(me)), "due": due,
      "balance": savings.isEmpty
        ? .nothing
        : ["amount": .money(savings.map(\.balance).sum()), "on": .day(today), "address": "/anggota/jht"],
      "claims": .each(claims.prefix(3), task), "canClaim": .flag(!savings.claimable(besides: claims).isEmpty),
      "links": .list(links(me)),
    ]
    return .page(Page("member/home", model, title: Words("Beranda", "Home"), section: "/anggota"))
  }

  /// One row of a list of claims.
  func task(_ claim: Claim) -> Model {
    let filed = Words(
      "\(claim.number), \(claim.filedOn.spelled(in: .indonesian))",
      "\(claim.number), \(claim.filedOn.spelled(in: .english))")
    return Part.task(
      claim.form.ground.words.capitalized, note: filed, address: "/anggota/klaim/\(claim.number)",
      tag: Shown.tag(claim.status))
  }

  /// What she should see to, the most pressing first.
  private func notices(_ me: Caller) -> [Model] {
    var notices: [Model] = []
    if case .lapsed(let since)? = me.selfEmployed?.status {
      notices.append(
        Part.notice(
          .bad, Words("Anda tidak terlindungi saat ini", "You are not covered now"),
          Words(
            "Iuran belum dibayar sampai \(since.spelled(in: .indonesian)). Bayar satu bulan, dan perlindungan berlaku lagi.",
            "Contributions are unpaid up to \(since.spelled(in: .english)). Pay one month and you are covered again."),
          link: Page.Link("Bayar sekarang", "Pay now", "/anggota/iuran")))
    }
    if me.member.renewedAt == nil {
      notices.append(
        Part.notice(
          .waiting, Words("Periksa data Anda", "Check your data"),
          Words(
            "Data ini dari perusahaan. Pastikan sudah benar.", "They came from your employer. See that they are right."),
          link: Page.Link("Periksa sekarang", "Check now", "/anggota/data/perbarui")))
    } else if me.member.person.bank.isNone {
      notices.append(
        Part.notice(
          .waiting, Words("Lengkapi nomor rekening", "Add your bank account"),
          Words(
            "Klaim dibayar lebih cepat kalau rekening sudah ada.", "Claims are paid sooner with an account on file."),
          link: Page.Link("Isi sekarang", "Do it now", "/anggota/data/perbarui")))
    }
    return notices
  }

  private func links(_ me: Caller) -> [Model] {
    var links = [
      Part.link(
        Words("Data saya", "My data"), "/anggota/data", note: Words("Alamat, HP, rekening", "Address, phone, account"))
    ]
    if me.selfEmployed != nil {
      links += [
        Part.link(Words("Ubah penghasilan", "Change my income"), "/anggota/penghasilan"),
        Part.link(Words("Berhenti usaha", "Stop my business"), "/anggota/berhenti"),
      ]
    } else {
      links.append(
        Part.link(
          Words("Daftar sebagai pekerja mandiri", "Join as self-employed"), "/anggota/mandiri",
          note: Words("Kalau Anda punya usaha sendiri", "If you have a business of your own")))
    }
    return links + [Part.link(Words("Siapa yang membuka data saya", "Who opened my data"), "/anggota/akses")]
  }

  /// The first page of somebody who just joined.
  func welcome(_ ask: Ask) async throws -> Reply {
    let me = try await me(ask, for: "her own page")
    guard let paying = try paying(me), let membership = me.selfEmployed else { return .see("/anggota") }
    let owed = try await paying.owed(me.actor)
    let model: Model = [
      "name": .text(me.member.person.name), "kpj": .text(Shown.spaced(membership.kpj.digits)),
      "va": paying.accountModel, "due": paying.due(owed, today: ask.now.day, address: "/anggota/iuran"),
      "ways": Paying.ways, "programmes": .each(membership.programmes.programmes) { ["words": .words($0.words)] },
    ]
    return .page(
      Page("member/welcome", model, title: Words("Selamat datang", "Welcome"), section: "/anggota"))
  }
}
