import Gateways
import HTTPTypes
import Office
import Vocabulary

extension OfficerPages {
  /// A released file, for carrying to the bank.
  var orderRoutes: [Route] {
    [
      get("/pembayaran/{batch}/berkas", "The payment file for the bank (pain.001)", .releasePayouts) { ask in
        guard let bank = desk.payingBank else {
          throw Refusal.conflict(
            "no-paying-bank",
            Words(
              "Bank pembayar belum diatur. Hubungi pengelola sistem.", "No paying bank is set. Ask whoever runs this."))
        }
        let batch = try await office.claims.releasedPayouts(try ask.identifier("batch"), by: try ask.actor())
        var reply = Reply(body: .bytes(try batch.order(of: office, debtorBank: bank)))
        reply.headers[.contentType] = "application/xml"
        reply.headers[.contentDisposition] = "attachment; filename=\"\(batch.message).xml\""
        return reply
      }
    ]
  }
}
