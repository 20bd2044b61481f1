public import HTTPTypes
public import Vocabulary

/// Why a request is not carried out. One value becomes an error page for people and a problem document for programs.
///
/// Errors of the office reach this through `Site.Setup.explain`; a handler throws and thinks no further.
public struct Refusal: Error, Sendable, Hashable {
  public var status: HTTPResponse.Status
  /// A stable word for programs: `not_found`, `idempotency_key_missing`.
  public var code: String
  public var title: Words
  public var detail: Words
  /// Places in the body that are wrong; a place that begins with `/` is a JSON pointer already.
  public var faults: [Fault]
  public var headers: HTTPFields

  public init(
    _ status: HTTPResponse.Status, _ code: String, _ title: Words, _ detail: Words, faults: [Fault] = [],
    headers: HTTPFields = [:]
  ) {
    self.status = status
    self.code = code
    self.title = title
    self.detail = detail
    self.faults = faults
    self.headers = headers
  }
}

extension Refusal {
  public static let notFound = Refusal(
    .notFound, "not_found", Words("Halaman tidak ditemukan", "Page not found"),
    Words(
      "Alamat ini tidak ada, atau isinya bukan untuk Anda. Periksa lagi tulisannya.",
      "There is nothing at this address, or it is not for you. Check how it is written."))

  public static let signInFirst = Refusal(
    .unauthorized, "sign_in_first", Words("Masuk dulu", "Sign in first"),
    Words("Anda perlu masuk untuk membuka halaman ini.", "You need to sign in to open this page."),
    headers: [.wwwAuthenticate: "Bearer"])

  public static let notYours = Refusal(
    .forbidden, "forbidden", Words("Anda tidak berwenang", "You may not do this"),
    Words(
      "Akun Anda tidak boleh membuka halaman ini. Kalau ini tugas Anda, minta izin kepada kepala bidang.",
      "Your account may not open this page. If it is part of your work, ask your head of section."))

  public static let crossSite = Refusal(
    .forbidden, "cross_site", Words("Kiriman ditolak", "Request refused"),
    Words(
      "Kiriman ini datang dari situs lain. Buka halaman kami sendiri, lalu ulangi.",
      "This request came from another site. Open our own page and try again."))

  public static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Refusal {
    let list = allowed.map(\.rawValue).joined(separator: ", ")
    return Refusal(
      .methodNotAllowed, "method_not_allowed", Words("Cara ini tidak ada di sini", "Method not allowed"),
      Words(
        "Halaman ini hanya bisa dibuka lewat tombolnya. Mulai lagi dari halaman depan. (Alamat ini menerima \(list).)",
        "This page opens by its button only. Begin again at the front page. (The address accepts \(list).)"),
      headers: [.allow: list])
  }

  public static func conflict(_ code: String, _ detail: Words) -> Refusal {
    Refusal(.conflict, code, Words("Tidak bisa dilakukan sekarang", "Not possible now"), detail)
  }

  /// Well formed, but not right: 422 with every fault at once.
  public static func invalid(_ faults: [Fault]) -> Refusal {
    Refusal(
      .unprocessableContent, "invalid", Words("Isian belum benar", "Something is not right"),
      Words("Perbaiki \(faults.count) bagian, lalu kirim lagi.", "Correct \(faults.count) place(s) and send again."),
      faults: faults)
  }

  public static func badQuery(_ name: String, _ words: Words) -> Refusal {
    Refusal(
      .badRequest, "bad_query", Words("Alamat belum benar", "The address is not right"), words,
      faults: [Fault(name, words)])
  }

  public static let notJSON = Refusal(
    .badRequest, "not_json", Words("Bukan JSON", "Not JSON"),
    Words("Isi kiriman bukan JSON yang sah.", "The body is not valid JSON."))

  public static let unreadableForm = Refusal(
    .badRequest, "unreadable_form", Words("Isian tidak terbaca", "Unreadable form"),
    Words("Isian rusak di jalan. Kirim sekali lagi.", "The form was damaged on the way. Send it once more."))

  /// `flaw` continues the sentence "The upload …" in the log's language.
  public static func unreadableUpload(_ flaw: String) -> Refusal {
    Refusal(
      .badRequest, "unreadable_upload", Words("Berkas tidak terbaca", "Unreadable upload"),
      Words("Berkas rusak di jalan. Kirim sekali lagi.", "The upload \(flaw). Send it once more."))
  }

  public static func tooLarge(_ limit: Int) -> Refusal {
    let size = limit >= 1_000_000 ? "\(limit / 1_000_000) MB" : "\(max(1, limit / 1_000)) kB"
    return Refusal(
      .contentTooLarge, "too_large", Words("Terlalu besar", "Too large"),
      Words(
        "Kiriman ini lebih besar dari \(size). Bagi menjadi beberapa bagian, lalu kirim satu per satu.",
        "What you sent is larger than \(size). Divide it and send the parts one by one."))
  }

  public static func tooMany(_ parts: Int) -> Refusal {
    Refusal(
      .contentTooLarge, "too_many_parts", Words("Terlalu banyak bagian", "Too many parts"),
      Words(
        "Kiriman ini berisi lebih dari \(parts) bagian. Kirim lebih sedikit sekaligus.",
        "What you sent has more than \(parts) parts. Send fewer at a time."))
  }

  public static func unsupportedType(_ wanted: String) -> Refusal {
    Refusal(
      .unsupportedMediaType, "unsupported_type", Words("Jenis kiriman salah", "Wrong content type"),
      Words(
        "Kiriman ini tidak dapat kami baca. Buka lagi halamannya, lalu kirim lewat tombolnya. (Jenisnya harus \(wanted).)",
        "We cannot read this. Open the page again and send by its button. (Send it as \(wanted).)"),
      headers: [.accept: wanted])
  }

  public static let keyMissing = Refusal(
    .badRequest, "idempotency_key_missing", Words("Kunci kiriman belum ada", "Idempotency key missing"),
    Words(
      "Sertakan Idempotency-Key, agar kiriman ulang tidak dikerjakan dua kali.",
      "Send an Idempotency-Key, so that a repeated request is not carried out twice."))

  public static let keyMalformed = Refusal(
    .badRequest, "idempotency_key_malformed", Words("Kunci kiriman belum benar", "Idempotency key malformed"),
    Words(
      "Idempotency-Key berisi 1 sampai 100 huruf atau angka tanpa spasi.",
      "An Idempotency-Key is 1 to 100 visible ASCII characters."))

  public static let keyTooShort = Refusal(
    .badRequest, "idempotency_key_too_short", Words("Kunci kiriman terlalu pendek", "Idempotency key too short"),
    Words(
      "Tanpa masuk, pakai kunci acak 16 huruf atau lebih, misalnya UUID.",
      "Without signing in, use a random key of 16 characters or more, such as a UUID."))

  public static let preconditionRequired = Refusal(
    .preconditionRequired, "precondition_required", Words("Versi belum disebut", "If-Match is required"),
    Words(
      "Sebut versi yang Anda ubah dengan If-Match.", "Say which version you are changing with If-Match."))

  public static let changedMeanwhile = Refusal(
    .preconditionFailed, "changed_meanwhile", Words("Sudah diubah orang lain", "Changed meanwhile"),
    Words(
      "Data ini sudah berubah sejak Anda membukanya. Buka lagi, lalu ulangi perubahan Anda.",
      "This has changed since you opened it. Open it again and repeat your change."))

  /// For what nobody foresaw. The error itself is for the log, never for the caller.
  public static let unforeseen = Refusal(
    .internalServerError, "internal_error", Words("Ada gangguan pada sistem kami", "Something went wrong on our side"),
    Words(
      "Ini bukan salah Anda. Yang sudah Anda kirim sebelumnya tetap tersimpan. Coba lagi beberapa menit lagi.",
      "This is not your fault. What you sent before is safe. Try again in a few minutes."))

  public static let unavailable = Refusal(
    .serviceUnavailable, "unavailable", Words("Belum siap", "Not ready"),
    Words("Layanan sedang disiapkan. Coba lagi sebentar lagi.", "The service is starting. Try again shortly."),
    headers: [.retryAfter: "10"])
}

extension HTTPResponse.Status {
  static let preconditionRequired = HTTPResponse.Status(code: 428, reasonPhrase: "Precondition Required")
}
