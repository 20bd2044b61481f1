import Dispatch
import Foundation
import Glibc

/// One request to a program on this machine, over a plain socket.
///
/// Foundation's client refuses chromedriver's answers: they have no blank after the colon of a header.
enum LocalHTTP {
  static func send(_ method: String, _ path: String, port: Int, body: Data? = nil) async throws -> (
    status: Int, body: Data
  ) {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try sendNow(method, path, port: port, body: body) })
      }
    }
  }

  private static func sendNow(_ method: String, _ path: String, port: Int, body: Data?) throws -> (
    status: Int, body: Data
  ) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var patience = timeval(tv_sec: 90, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard connected else { throw Browser.Failure(description: "nobody listens on port \(port)") }
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
    if let body { head += "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n" }
    try write(Array((head + "\r\n").utf8) + Array(body ?? Data()), to: descriptor)
    return try read(from: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Browser.Failure(description: "the connection broke while asking") }
      sent += count
    }
  }

  private static func read(from descriptor: Int32) throws -> (status: Int, body: Data) {
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let end = answer.range(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self).lowercased()
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
          .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) }
        let body = answer[end.upperBound...]
        if let length, body.count >= length {
          let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
          return (status, Data(body.prefix(length)))
        }
      }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { throw Browser.Failure(description: "the answer broke off") }
      answer.append(contentsOf: buffer[..<count])
    }
  }
}
