public import Gateways
public import Office

extension WebDesk {
  /// The desk of a real branch, with the banks it works with.
  public static func real(_ office: Office, banks: BankBook) -> WebDesk {
    var desk = WebDesk(office)
    desk.payingBank = banks.payer?.code
    guard !banks.banks.isEmpty else { return desk }
    desk.bankName = banks.banks.map(\.name).joined(separator: ", ")
    let door = Gateways.BankDoor(office: office, partners: banks.banks.map(\.partner))
    desk.bankDoor = { method, path, headers, body in
      let answer = await door.answer(SNAPCall(method: method, path: path, headers: headers, body: body))
      return (answer.status, answer.headers, answer.body)
    }
    return desk
  }
}
