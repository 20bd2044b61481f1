import Gateways
import Office
import Synchronization
import Vocabulary
import Web

/// The bank of a branch that has none: it pays bills through the office's own door, and answers payment files.
struct SandboxBank {
  let office: Office
  let gate: SandboxGate
  let sandbox: BankSandbox

  /// - Throws: `unusable` on a real branch.
  init(_ office: Office, in branch: BranchOptions) throws {
    try branch.requireSandbox()
    let door = BankDoor(office: office, partners: [.sandbox(of: office)])
    let gate = try SandboxGate(production: branch.production)
    self.office = office
    self.gate = gate
    sandbox = BankSandbox(gate, office: office) { await door.answer($0) }
  }

  /// Answers an order at once, and when asked again as a bank does some days later: what was on its way has arrived.
  var courier: PayoutCourier {
    let seen = SeenOrders()
    let sandbox = sandbox
    return PayoutCourier(office: office) { order in
      seen.isNew(order) ? await sandbox.execute(order) : await sandbox.later(order)
    }
  }

  /// The desk of a branch for trying out.
  func desk(logins: [SampleLogin]) -> WebDesk {
    let courier = courier
    var desk = WebDesk.sample(office, gate, logins: logins)
    desk.sendPayouts = {
      try await courier.carry(by: .system("payout-courier")).map(\.heard.recorded).reduce(0, +)
    }
    return desk
  }
}

/// The orders that were handed over since the program started.
private final class SeenOrders: Sendable {
  private let orders = Mutex<Set<[UInt8]>>([])

  func isNew(_ order: [UInt8]) -> Bool { orders.withLock { $0.insert(order).inserted } }
}
