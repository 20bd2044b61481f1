import Foundation

/// A port that was free a moment ago.
struct ListeningPort: Sendable {
  let host: String
  let port: Int

  /// `127.0.0.1:8080`, as an address in a browser wants it.
  var name: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }

  /// Tries the port before anything is opened, so that a taken one is told in a sentence. Port 0 finds a free one.
  ///
  /// - Throws: `unusable` when the port is taken, not ours to take, or the host is not of this machine.
  static func free(host: String, port: Int) throws(Ending) -> ListeningPort {
    guard let address = SocketAddress(host: host, port: port) else {
      throw Ending(
        .unusable, "Alamat \(host) tidak dikenal. Pakai 127.0.0.1, atau 0.0.0.0 untuk semua.",
        "The address \(host) is not known. Use 127.0.0.1, or 0.0.0.0 for all.")
    }
    let socket = address.newSocket()
    defer { close(socket) }
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard address.use({ bind(socket, $0, $1) }) == 0 else { throw taken(host, port, errno) }
    guard listen(socket, 1) == 0 else { throw taken(host, port, errno) }
    return ListeningPort(host: host, port: port == 0 ? SocketAddress.port(of: socket) : port)
  }

  private static func taken(_ host: String, _ port: Int, _ code: Int32) -> Ending {
    switch code {
    case EADDRINUSE:
      Ending(
        .unusable, "Port \(port) sedang dipakai program lain. Pilih port lain: --port \(port + 1).",
        "Port \(port) is in use by another program. Choose another: --port \(port + 1).")
    case EACCES:
      Ending(
        .unusable, "Port \(port) hanya untuk root. Pilih port di atas 1023.",
        "Port \(port) is for root only. Choose one above 1023.")
    default:
      Ending(
        .unusable, "Tidak dapat membuka \(host):\(port) (\(String(cString: strerror(code)))). Pilih --host lain.",
        "Cannot listen at \(host):\(port) (\(String(cString: strerror(code)))). Choose another --host.")
    }
  }

  /// Whether somebody can come in, asked again and again until `time` is over.
  func answers(within time: Duration) async -> Bool {
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end, !Task.isCancelled {
      if knock() { return true }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  private func knock() -> Bool {
    guard let address = SocketAddress(host: host, port: port) else { return false }
    let socket = address.newSocket()
    defer { close(socket) }
    return address.use { connect(socket, $0, $1) } == 0
  }
}
