import HTTPTypes
import Vocabulary

/// The door that the collecting bank knocks at (SNAP BI, services 24 and 25). The signature covers the very bytes that
/// were sent, so nothing here reads them: method, path, headers and body go to the gateway as they came.
func snapRoutes(_ desk: WebDesk) -> [Route] {
  ["inquiry", "payment"].map { service in
    Route.post(
      "/snap/v1.0/transfer-va/\(service)", "Virtual account \(service) by the collecting bank", for: .anyone,
      face: .plain,
      limit: 65_536
    ) { ask in
      guard let door = desk.bankDoor else { throw Refusal.notFound }
      let headers = Dictionary(ask.headers.map { ($0.name.canonicalName, $0.value) }) { first, _ in first }
      let answer = await door(ask.method.rawValue, ask.path, headers, try await ask.bytes())
      var fields = HTTPFields()
      for (name, value) in answer.headers {
        if let name = HTTPField.Name(name) { fields[name] = value }
      }
      return Reply(HTTPResponse.Status(code: answer.status), headers: fields, body: .bytes(answer.body))
    }
  }
}
