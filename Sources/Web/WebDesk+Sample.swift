public import Gateways
public import Office
import Vocabulary

extension WebDesk {
  /// The desk of a sample branch, where the sandbox plays every bank: payers pay through our own signed door, and payment
  /// files are answered at once.
  ///
  /// - Parameter gate: shows that this is not production; there is none there.
  public static func sample(_ office: Office, _ gate: SandboxGate, logins: [SampleLogin] = []) -> WebDesk {
    let door = Gateways.BankDoor(office: office, partners: [.sandbox(of: office)])
    let bank = BankSandbox(gate, office: office) { await door.answer($0) }
    let courier = PayoutCourier(office: office) { await bank.execute($0) }
    var desk = WebDesk(office, sampleLogins: logins)
    desk.payingBank = "989"
    desk.pay = { va, amount, key in
      let paid = await bank.pay(va, amount, reference: key.text, at: office.clock())
      return SandboxReceipt(reference: paid.reference, isAccepted: paid.isPaid, words: paid.words)
    }
    desk.sendPayouts = {
      try await courier.carry(by: .system("sandbox")).map(\.heard.recorded).reduce(0, +)
    }
    desk.bankDoor = { method, path, headers, body in
      let answer = await door.answer(SNAPCall(method: method, path: path, headers: headers, body: body))
      return (answer.status, answer.headers, answer.body)
    }
    return desk
  }
}
