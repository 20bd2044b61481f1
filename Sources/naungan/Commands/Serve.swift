import ArgumentParser
import Gateways
import Logging
import Office
import Store
import Vocabulary
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Open the branch: pages, the interface for programs, the bank's door.",
    discussion: """
      Runs until it is told to stop (Ctrl-C, SIGTERM), and finishes what it is answering. The log is JSON, a line a \
      request, on standard error. The audit trail is sealed at the start, each hour and at the end.

      Banks that collect for a real branch are let in once keys/banks.yaml in its folder names them.

        naungan serve
        naungan serve --production --secure --no-migrate --database postgres://naungan@db.example/naungan
      """)

  @Option(help: ArgumentHelp("The address to listen at; 0.0.0.0 for all.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "number"))
  var port = 8080

  @Flag(help: "A proxy of ours in front speaks TLS: cookies say so, and its X-Forwarded-For is believed.")
  var secure = false

  @Flag(name: .customLong("no-migrate"), help: "Refuse to start where migrations wait, rather than run them.")
  var noMigrate = false

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535.") }
  }

  func run() async throws {
    let mark = try branch.folder.sampleMark()
    if branch.production, mark != nil {
      throw Ending(
        .unusable, "Folder \(branch.data) berisi cabang contoh. Kantor sungguhan perlu foldernya sendiri.",
        "The folder \(branch.data) holds a sample branch. A real branch needs a folder of its own.")
    }
    let door = try ListeningPort.free(host: host, port: port)
    try branch.folder.make()
    // Each connection keeps up to 16 MB of pages; five are plenty for a branch, and leave room in 200 MB.
    let open = try branch.open(law, tables: noMigrate ? .asNeeded : .brought, connections: 5)
    let site = try site(open, mark)
    try await open.seal()
    try await serve(site, door, open, mark)
    try await open.seal()
    open.database.close()
    Terminal.note("Berhenti. Jejak audit disegel.", "Stopped. The audit trail is sealed.")
  }

  private func site(_ open: OpenBranch, _ mark: SampleMark?) throws -> Site {
    let desk =
      branch.production
      ? open.desk : try SandboxBank(open.office, in: branch).desk(logins: mark?.sampleLogins ?? [])
    let secure = secure
    return try desk.site { setup in
      setup.secure = secure
      setup.trustsProxy = secure
      setup.log = RequestLog.write
    }
  }

  /// Serves, seals each hour, and tells where once somebody can come in.
  private func serve(_ site: Site, _ door: ListeningPort, _ open: OpenBranch, _ mark: SampleMark?) async throws {
    let logger = Logger(label: "naungan") { JSONLines(label: $0) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        while !Task.isCancelled {
          try await Task.sleep(for: .seconds(3_600))
          // One hour without a seal is better than an office that closes for want of it; the next hour tries again.
          do { try await open.seal() } catch { logger.error("the audit trail was not sealed: \(error)") }
          do { try await open.office.access.purge() } catch { logger.error("old sessions were not cleared: \(error)") }
        }
      }
      group.addTask {
        if await door.answers(within: .seconds(30)) { tell(door, mark) }
        // Ended together with the service.
        while true { try await Task.sleep(for: .seconds(3_600)) }
      }
      group.addTask { try await site.serve(host: door.host, port: door.port, logger: logger) }
      defer { group.cancelAll() }
      // Whichever ends first ends the service; the other two only sleep.
      try await group.next()
    }
  }

  private func tell(_ door: ListeningPort, _ mark: SampleMark?) {
    Terminal.say("Kantor buka di http://\(door.name)", "The office is open at http://\(door.name)")
    guard let mark, mark.complete else { return }
    Terminal.print(SampleStaff.told)
  }
}

extension OpenBranch {
  /// The desk of a real branch, with the door for the banks that were agreed with.
  fileprivate var desk: WebDesk {
    var desk = WebDesk(office)
    desk.files = banks.map { BankFiles(office: office, bank: $0.paying) }
    guard let banks else { return desk }
    desk.connect(BankDoor(office: office, partners: banks.collecting), of: banks.collecting)
    return desk
  }
}

extension SampleMark {
  fileprivate var sampleLogins: [SampleLogin] {
    logins.map { SampleLogin($0.who, login: $0.login, password: password) }
  }
}
