import HTTPTypes
import NIOCore
import Vocabulary

/// A file that came with a form, held in memory.
public struct UploadedFile: Sendable, Hashable {
  /// The form field.
  public let field: String
  public let filename: String
  public let type: String?
  public let bytes: [UInt8]
}

/// A form with files.
public struct Upload: Sendable {
  public internal(set) var fields = Form()
  public internal(set) var files: [UploadedFile] = []

  /// The file under `field`; a file input left empty sends a nameless file, which counts as none.
  public func file(_ field: String) -> UploadedFile? {
    files.first { $0.field == field && !($0.filename.isEmpty && $0.bytes.isEmpty) }
  }
}

extension Ask {
  /// A `multipart/form-data` body in memory. For files too large for that, see `eachPart(_:_:)`.
  public func upload(_ limits: Multipart.Limits = Multipart.Limits()) async throws -> Upload {
    var upload = Upload()
    var head: Multipart.Head?
    var bytes: [UInt8] = []
    try await eachPart(limits) { event in
      switch event {
      case .begins(let next): (head, bytes) = (next, [])
      case .bytes(let more): bytes += more
      case .ends:
        guard let ended = head else { return }
        if let filename = ended.filename {
          upload.files.append(UploadedFile(field: ended.name, filename: filename, type: ended.type, bytes: bytes))
        } else if let text = String(validating: bytes, as: UTF8.self) {
          upload.fields.append(ended.name, PlainText.cleaned(text))
        } else {
          throw Refusal.unreadableUpload("has a value that is no UTF-8")
        }
        (head, bytes) = (nil, [])
      }
    }
    return upload
  }

  /// Hands every part to `take` as it arrives, in constant memory. The route's own limit holds over the whole.
  public func eachPart(_ limits: Multipart.Limits, _ take: (Multipart.Event) async throws -> Void) async throws {
    guard contentType == "multipart/form-data" else { throw Refusal.unsupportedType("multipart/form-data") }
    guard var parser = Multipart(contentType: headers[.contentType] ?? "", limits: limits) else {
      throw Refusal.unreadableUpload("names no boundary")
    }
    if let announced = headers[.contentLength].flatMap(Int.init), announced > limit { throw Refusal.tooLarge(limit) }
    var count = 0
    for try await chunk in body {
      count += chunk.readableBytes
      guard count <= limit else { throw Refusal.tooLarge(limit) }
      for event in try parser.feed(chunk.readableBytesView) { try await take(event) }
    }
    try parser.finish()
  }
}
