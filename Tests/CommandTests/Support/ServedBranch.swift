import Foundation
import FoundationNetworking

/// A branch that is being served, and a program that talks to it.
final class ServedBranch: Sendable {
  let running: RunningProgram
  let address: String

  struct NotServed: Error, CustomStringConvertible {
    let err: String
    var description: String { "serve ended: \(err)" }
  }

  private init(_ running: RunningProgram, _ address: String) {
    self.running = running
    self.address = address
  }

  /// Starts `serve` on a free port and waits until it says where.
  static func start(_ branch: SampleFolder, _ more: [String] = []) async throws -> ServedBranch {
    let running = try RunningProgram(["serve", "--port", "0"] + more + branch.options)
    while true {
      let lines = running.out.split(separator: "\n")
      if let line = lines.first, running.out.contains("\n"), let at = line.firstRange(of: "http://") {
        return ServedBranch(running, String(line[at.lowerBound...]))
      }
      guard running.isRunning else { throw NotServed(err: await running.ended().err) }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  struct Answer {
    let status: Int
    let text: String
  }

  func get(_ path: String, token: String? = nil) async throws -> Answer {
    try await send(request(path, token: token))
  }

  /// - Parameter json: `nil` for an act that needs nothing but its address.
  func post(_ path: String, _ json: Any?, token: String? = nil, key: String? = nil) async throws -> Answer {
    var request = try request(path, token: token)
    request.httpMethod = "POST"
    if let json {
      request.httpBody = try JSONSerialization.data(withJSONObject: json, options: [.sortedKeys])
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    if let key { request.setValue("\"\(key)\"", forHTTPHeaderField: "Idempotency-Key") }
    return try await send(request)
  }

  /// Signs in for the interface for programs.
  func token(_ login: String) async throws -> String {
    struct Session: Decodable { let token: String }
    let answer = try await post("/api/v1/sessions", ["login": login, "password": SampleFolder.password])
    return try JSONDecoder().decode(Session.self, from: Data(answer.text.utf8)).token
  }

  private func request(_ path: String, token: String?) throws -> URLRequest {
    guard let url = URL(string: address + path) else { throw URLError(.badURL) }
    var request = URLRequest(url: url, timeoutInterval: 20)
    if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
    return request
  }

  private func send(_ request: URLRequest) async throws -> Answer {
    let (data, response) = try await URLSession.shared.data(for: request)
    return Answer(
      status: (response as? HTTPURLResponse)?.statusCode ?? 0, text: String(decoding: data, as: UTF8.self))
  }
}
