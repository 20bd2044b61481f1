import Foundation
import HTTPTypes
import Vocabulary

/// A problem document (RFC 9457), `application/problem+json`.
public struct Problem: Codable, Hashable, Sendable {
  public let type: String
  public let title: String
  public let status: Int
  public let detail: String
  /// A stable word for programs.
  public let code: String
  public let errors: [Place]?
  public let trace_id: String

  public struct Place: Codable, Hashable, Sendable {
    /// RFC 6901, or the parameter's name where the fault is in the query.
    public let pointer: String
    public let detail: String
  }

  init(_ refusal: Refusal, trace: String, language: Language) {
    type = "urn:naungan:problem:" + refusal.code
    title = refusal.title.text(in: language)
    status = refusal.status.code
    detail = refusal.detail.text(in: language)
    code = refusal.code
    trace_id = trace
    errors =
      refusal.faults.isEmpty
      ? nil
      : refusal.faults.map { fault in
        let whole = fault.place.isEmpty || fault.place.hasPrefix("/")
        return Place(
          pointer: whole ? fault.place : "/" + fault.place, detail: fault.words.text(in: language))
      }
  }
}
