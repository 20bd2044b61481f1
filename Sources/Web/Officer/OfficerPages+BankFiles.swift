import Formats
import Gateways
import HTTPTypes
import Office
import Vocabulary

// Where no line to the bank stands, finance carries the files: the order out once it is released, the bank's answers in.

extension OfficerPages {
  static let largestBankFile = 25_000_000

  var bankFileRoutes: [Route] {
    [
      get("/pembayaran/{batch}/berkas", "A released payment file, for the bank", .releasePayouts, .recordPayoutResults)
      {
        try await order($0)
      },
      .post(
        "/petugas/pembayaran/{batch}/jawaban", "Take in a file of the bank's answers",
        for: .staff([.recordPayoutResults]), limit: Self.largestBankFile
      ) { try await takeAnswers($0) },
    ]
  }

  private func order(_ ask: Ask) async throws -> Reply {
    let order = try await desk.bankFiles().order(of: try ask.identifier("batch"), by: try ask.actor())
    return .file(order.bytes, type: "application/xml", filename: order.filename)
  }

  private func takeAnswers(_ ask: Ask) async throws -> Reply {
    let id: PayoutBatchID = try ask.identifier("batch")
    let upload = try await ask.upload(Multipart.Limits(fileBytes: Self.largestBankFile))
    guard let file = upload.file("file"), !file.bytes.isEmpty else {
      let words = Words("Pilih berkas dari bank dulu.", "Choose the bank's file first.")
      return .page(try await batch(ask, refused: [Fault("", words)]), status: .unprocessableContent)
    }
    do {
      let heard = try await desk.bankFiles().takeAnswers(file.bytes, by: try ask.actor())
      let counts = "jawaban=\(heard.recorded)&masuk=\(heard.received?.received ?? 0)&perkara=\(heard.left.count)"
      return .see("/petugas/pembayaran/\(id)?\(counts)")
    } catch let error as FormatError {
      return .page(try await batch(ask, refused: error.faults), status: .unprocessableContent)
    }
  }

  /// What became of the last file, as the address says.
  func answersNotice(_ ask: Ask) -> Model {
    guard let recorded = ask.query["jawaban"].flatMap({ Int($0) }) else { return .nothing }
    let received = ask.query["masuk"].flatMap { Int($0) } ?? 0
    let left = ask.query["perkara"].flatMap { Int($0) } ?? 0
    var (indonesian, english) = ("\(recorded) jawaban baru dicatat.", "\(recorded) new answers recorded.")
    if received > 0 {
      indonesian += " \(received) iuran masuk."
      english += " \(received) contributions came in."
    }
    if left > 0 {
      indonesian += " \(left) hal harus ditanyakan ke bank."
      english += " \(left) matters to ask the bank about."
    }
    return Part.notice(
      left > 0 ? .waiting : .good, Words("Berkas bank sudah dibaca", "The bank's file was read"),
      Words(indonesian, english),
      link: left > 0 ? Page.Link("Lihat perkara", "See the matters", "/petugas/perkara") : nil)
  }

  /// The links and the form of a released file.
  func bankFiles(_ batch: PayoutBatch, _ actor: Actor) -> Model {
    guard batch.releasedBy != nil, desk.files != nil else { return .nothing }
    let (may, takes) = (actor.has(.releasePayouts), actor.has(.recordPayoutResults))
    guard may || takes else { return .nothing }
    let field = Field(
      "file", .file(accept: ".xml,application/xml,text/xml"), Words("Berkas XML dari bank", "The bank's XML file"),
      hint: Words(
        "Laporan pembayaran (pain.002) atau mutasi (camt.054).", "A report (pain.002) or statement (camt.054)."))
    return [
      "order": .text("/petugas/pembayaran/\(batch.id)/berkas"),
      "upload": takes
        ? [
          "address": .text("/petugas/pembayaran/\(batch.id)/jawaban"),
          "field": field.model("", fault: nil, alone: false, answers: Answers()).merging(["lead": nil]),
        ] : .nothing,
    ]
  }
}

extension WebDesk {
  /// - Throws: a refusal where no bank was agreed with: an order of any other account must not leave.
  func bankFiles() throws -> BankFiles {
    guard let files else {
      throw Refusal.conflict(
        "no-paying-bank",
        Words(
          "Bank yang membayar belum diatur. Pengelola sistem menulisnya di keys/banks.yaml.",
          "No paying bank is set. Whoever runs the system writes it into keys/banks.yaml."))
    }
    return files
  }
}
