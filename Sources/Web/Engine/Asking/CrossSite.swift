import HTTPTypes
import Vocabulary

/// Refuses what another site's page makes a visitor's browser send.
///
/// Browsers say where a request came from in `Sec-Fetch-Site`, older ones in `Origin`; programs send neither. A bearer
/// token is never added by a browser, so requests that carry one are not concerned.
enum CrossSite {
  static func refuses(_ ask: Ask, credential: Credential) -> Bool {
    if ask.isSafe { return false }
    if case .bearer = credential { return false }
    if let site = ask.headers[.secFetchSite] { return site != "same-origin" && site != "none" }
    guard let origin = ask.headers[.origin] else { return false }
    guard let scheme = origin.firstRange(of: "://"), let host = ask.host else { return true }
    return origin[scheme.upperBound...].lowercased() != host.lowercased()
  }
}
