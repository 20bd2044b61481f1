import HTTPTypes
public import Hummingbird
public import Logging
import NIOCore
import Vocabulary

/// The one file that knows the server underneath.
extension Site {
  /// Serves until the process is told to stop (SIGTERM, SIGINT); requests in flight are finished first.
  public func serve(host: String, port: Int, logger: Logger) async throws {
    try await application(host: host, port: port, logger: logger).runService()
  }

  /// The server, for those who run it among other work.
  ///
  /// - Parameter running: told the port once the server listens; of use where `port` is 0.
  public func application(
    host: String, port: Int, logger: Logger, running: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      responder: SiteResponder(site: self),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { channel in await running(channel.localAddress?.port ?? port) },
      logger: logger)
  }
}

struct SiteResponder: HTTPResponder {
  let site: Site

  func respond(to request: Request, context: Caller) async throws -> Response {
    let address =
      site.setup.trustsProxy
      ? request.headers[.forwardedFor]?.split(separator: ",").last?.trimmed ?? context.address : context.address
    let ask = Ask(
      request.method, request.head.path ?? "/", headers: request.headers, body: request.body,
      host: request.head.authority, address: address, now: site.setup.clock())
    let reply = await site.respond(to: ask)
    return Response(status: reply.status, headers: reply.headers, body: reply.body.sent)
  }

  /// What is kept of a connection.
  struct Caller: RequestContext {
    var coreContext: CoreRequestContextStorage
    let address: String?

    init(source: ApplicationRequestContextSource) {
      coreContext = CoreRequestContextStorage(source: source)
      address = source.channel.remoteAddress?.ipAddress
    }
  }
}

extension Reply.Body {
  fileprivate var sent: ResponseBody {
    switch self {
    case .empty: ResponseBody()
    case .bytes(let bytes): ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .page: preconditionFailure("pages are drawn before they are sent")
    case .stream(let length, let write):
      ResponseBody(contentLength: length) { writer in
        try await write { piece in try await writer.write(piece) }
        try await writer.finish(nil)
      }
    }
  }
}
