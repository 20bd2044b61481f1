import Office
import Vocabulary

/// An employer's own pages. Each asks the office under the caller's own name: another employer's numbers are refused there.
func employerRoutes(_ desk: WebDesk) -> [Route] {
  let pages = EmployerPages(desk: desk)
  let own = Audience.only(.employer)
  return [
    .get("/perusahaan", "Employer's home", for: own) { try await pages.home($0) },
    .get("/perusahaan/mulai", "Just registered: numbers and next steps", for: own) { try await pages.welcome($0) },
    .get("/perusahaan/pekerja", "Its workers", for: own) { try await pages.workers($0) },
    .post("/perusahaan/pekerja", "Find a worker by name, NIK or KPJ", for: own) { try await pages.findWorker($0) },
    .get("/perusahaan/pekerja/{kpj}", "One worker", for: own) { try await pages.worker($0) },
    .get("/perusahaan/tagihan", "Its bills", for: own) { try await pages.bills($0) },
    .get("/perusahaan/tagihan/{month}", "One bill, worker by worker", for: own) { try await pages.bill($0) },
    .get("/perusahaan/tagihan/{month}/daftar", "The bill's lines as CSV", for: own) { try await pages.billFile($0) },
    .get("/perusahaan/tagihan/{month}/surat", "A bill as a letter", for: own) { try await pages.billLetter($0) },
    .post("/perusahaan/tagihan/{month}/bayar", "Pay in the sandbox", for: own) { try await pages.pay($0) },
    .get("/perusahaan/unggah", "Upload a list", for: own) { try await pages.chooseFile($0) },
    .get("/perusahaan/unggah/contoh", "An example of a list", for: own) { _ in EmployerPages.example },
    .get("/perusahaan/unggah/kosong", "An empty list", for: own) { _ in EmployerPages.template },
    .post("/perusahaan/unggah", "Check an uploaded list", for: own, limit: EmployerPages.largestFile) {
      try await pages.checkFile($0)
    },
    .post("/perusahaan/unggah/kirim", "Send a checked list", for: own, limit: EmployerPages.largestList) {
      try await pages.sendFile($0)
    },
  ]
    + Wizard.routes("/perusahaan/pekerja/baru", "Add a worker", for: own) { try await pages.joining($0) }
    + Wizard.routes("/perusahaan/pekerja/{kpj}/upah", "Change a wage", for: own) { try await pages.wageChange($0) }
    + Wizard.routes("/perusahaan/pekerja/{kpj}/berhenti", "Report a leaver", for: own) { try await pages.leaving($0) }
}

/// Handlers of the employer's pages, one file for each part of its affairs.
struct EmployerPages {
  let desk: WebDesk
  var office: Office { desk.office }

  static let home = Page.Link("Beranda", "Home", "/perusahaan")

  /// The caller and the employer that he works for.
  struct Caller {
    let actor: Actor
    let employer: Employer
  }

  func us(_ ask: Ask) async throws -> Caller {
    let actor = try ask.actor()
    guard let id = actor.employerID else { throw Refusal.notYours }
    return Caller(actor: actor, employer: try await office.employers.employer(id, by: actor))
  }

  func workers(_ us: Caller, for reason: String) async throws -> [Worker] {
    try await office.employers.workers(of: us.employer.id, by: us.actor, why: reason)
  }

  func paying(_ us: Caller) throws -> Paying { try Paying(desk, us.employer.id, us.employer.va) }

  /// The first month whose wages can still be changed.
  func firstOpenMonth(_ us: Caller, today: Day) async throws -> Month {
    let last = try await office.contributions.bills(of: paying(us).payer, limit: 1, by: us.actor).first
    return max(today.month, last?.month.next ?? today.month)
  }
}
