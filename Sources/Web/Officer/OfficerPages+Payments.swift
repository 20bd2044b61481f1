import Office
import Vocabulary

extension OfficerPages {
  var paymentRoutes: [Route] {
    [
      get("/pembayaran", "Payments of benefits", .makePayouts, .releasePayouts, .recordPayoutResults) {
        .page(try await payments($0))
      },
      post("/pembayaran", "Make a payment file", .makePayouts) { ask in
        let batch = try await office.claims.makePayouts(by: try ask.actor(), key: try await ask.form().actKey())
        return .see(batch.map { "/petugas/pembayaran/\($0.id)" } ?? "/petugas/pembayaran?hasil=kosong")
      },
      get(
        "/pembayaran/{batch}", "A payment file with the bank's answers", .makePayouts, .releasePayouts,
        .recordPayoutResults
      ) { .page(try await batch($0)) },
      post("/pembayaran/{batch}/pelepasan", "Release a payment file", .releasePayouts) { ask in
        let id: PayoutBatchID = try ask.identifier("batch")
        _ = try await office.claims.releasePayouts(id, by: try ask.actor(), key: try await ask.form().actKey())
        return .see("/petugas/pembayaran/\(id)")
      },
      post("/pembayaran/pengiriman", "Send released files to the sample bank", .recordPayoutResults) { ask in
        guard let send = desk.sendPayouts else { throw Refusal.notFound }
        return .see("/petugas/pembayaran?hasil=\(try await send())")
      },
    ]
  }

  private func payments(_ ask: Ask) async throws -> Page {
    let actor = try ask.actor()
    let batches = try await office.claims.payoutBatches(by: actor)
    let name = try await names(batches.map(\.madeBy))
    let canSee = actor.has(.makePayouts) || actor.has(.releasePayouts)
    let waiting = canSee ? try await office.claims.payoutsWaiting(by: actor) : nil
    let canSend = desk.sendPayouts != nil && actor.has(.recordPayoutResults)
    let isOpen = batches.contains { $0.releasedBy != nil && !$0.isAnswered }
    return Page(
      "officer/payments",
      [
        "notice": notice(ask.query["hasil"]),
        "waiting": ready(waiting, actor, ask),
        "nothing": waiting?.count == 0
          ? .words("Tidak ada klaim yang siap dibayar.", "No claim is ready to pay.") : .nothing,
        "send": canSend && isOpen ? ["key": .text(ask.newKey())] : .nothing,
        "empty": batches.isEmpty
          ? Part.empty(
            Words("Belum ada berkas", "No files yet"),
            Words("Berkas dibuat dari klaim yang sudah disetujui.", "Files are made from approved claims."))
          : .nothing,
        "batches": .each(batches) { batch in
          [
            "number": .text(batch.message), "address": .text("/petugas/pembayaran/\(batch.id)"),
            "made": .moment(batch.madeAt), "by": .words(name(batch.madeBy)), "count": .number(batch.payouts.count),
            "amount": .money(batch.total), "tag": batch.tag,
          ]
        },
      ], title: Words("Pembayaran manfaat", "Payments of benefits"), section: "/petugas/pembayaran", wide: true)
  }

  private func ready(_ waiting: (count: Int, total: Rupiah)?, _ actor: Actor, _ ask: Ask) -> Model {
    guard let waiting, waiting.count > 0 else { return .nothing }
    return [
      "count": .number(waiting.count), "amount": .money(waiting.total),
      "make": actor.has(.makePayouts) ? ["key": .text(ask.newKey())] : .nothing,
    ]
  }

  private func notice(_ result: String?) -> Model {
    switch result {
    case nil: .nothing
    case "kosong":
      Part.notice(.neutral, Words("Tidak ada pembayaran yang menunggu.", "No payment is waiting."))
    case let text?:
      Int(text).map { count in
        Part.notice(
          .good,
          Words("Bank menjawab \(count) pembayaran.", "The bank answered \(count) payment\(count == 1 ? "" : "s")."))
      } ?? .nothing
    }
  }

  private func batch(_ ask: Ask) async throws -> Page {
    let actor = try ask.actor()
    let batch = try await office.claims.payoutBatch(try ask.identifier("batch"), by: actor)
    let name = try await names([batch.madeBy] + (batch.releasedBy.map { [$0] } ?? []))
    let results = Dictionary(grouping: batch.results, by: \.endToEnd)
    let open = batch.releasedBy == nil && actor.has(.releasePayouts)
    let isOther = batch.madeBy != actor.id
    return Page(
      "officer/batch",
      [
        "number": .text(batch.spaced), "status": batch.tag,
        "facts": [
          "rows": [
            Part.fact(Words("Jumlah", "Total"), .money(batch.total)),
            Part.fact(Words("Pembayaran", "Payments"), .number(batch.payouts.count)),
            Part.fact(Words("Dibuat", "Made"), .moment(batch.madeAt), source: name(batch.madeBy)),
            Part.fact(
              Words("Dilepas oleh", "Released by"),
              batch.releasedBy.map { .words(name($0)) } ?? .words("Belum", "Not yet")),
          ]
        ],
        "release": open && isOther
          ? [
            "address": .text("/petugas/pembayaran/\(batch.id)/pelepasan"), "key": .text(ask.newKey()),
            "total": .money(batch.total),
          ] : .nothing,
        "order": batch.releasedBy != nil && actor.has(.releasePayouts) && desk.payingBank != nil
          ? .text("/petugas/pembayaran/\(batch.id)/berkas") : .nothing,
        "noRelease": batch.releasedBy == nil && !(open && isOther)
          ? .words(
            "Menunggu orang kedua: kepala kantor cabang melepasnya.",
            "Waiting for a second person: the branch head releases it.")
          : .nothing,
        "payouts": .each(batch.payouts) { payout in
          let claim = payout.endToEnd.split(separator: "-").dropLast().joined(separator: "-")
          let result = results[payout.endToEnd]?.last
          return [
            "reference": .text(payout.endToEnd),
            "address": actor.has(.readClaims) && ClaimNumber(claim) != nil
              ? .text("/petugas/klaim/\(claim)") : .nothing,
            "to": .text("\(Shown.account(payout.bank)), \(payout.bank.holder)"), "amount": .money(payout.amount),
            "tag": result?.tag ?? Part.tag(Words("Belum dijawab", "No answer yet"), .waiting),
            "note": .optional((result?.reason).flatMap { $0.isEmpty ? nil : $0 }),
          ]
        },
      ], title: Words("Berkas \(batch.message)", "File \(batch.message)"),
      trail: [Self.home, Page.Link("Pembayaran", "Payments", "/petugas/pembayaran")], section: "/petugas/pembayaran",
      wide: true)
  }
}

extension PayoutBatch {
  /// The message's name in groups that a phone can break: `NGN 8092 4230 2899 2853 92`.
  fileprivate var spaced: String {
    let letters = message.prefix { !$0.isDigit }
    return "\(letters) \(Shown.spaced(String(message.dropFirst(letters.count))))"
  }

  fileprivate var tag: Model {
    if releasedBy == nil { return Part.tag(Words("Menunggu dilepas", "To be released"), .waiting) }
    return isAnswered
      ? Part.tag(Words("Sudah dijawab bank", "Answered"), .good)
      : Part.tag(Words("Menunggu bank", "With the bank"), .waiting)
  }
}

extension PayoutResult {
  fileprivate var tag: Model {
    switch outcome {
    case .paid: Part.tag(Words("Dibayar", "Paid"), .good)
    case .rejected: Part.tag(Words("Ditolak bank", "Rejected"), .bad)
    case .returned: Part.tag(Words("Dikembalikan", "Returned"), .bad)
    }
  }
}
