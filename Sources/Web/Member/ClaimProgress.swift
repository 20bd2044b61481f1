import Formats
import Law
import Office
import Programs
import Vocabulary

/// A claim as its claimant follows it: what has happened, what comes next, and what was decided.
struct ClaimProgress {
  let claim: Claim
  let law: LawBook

  var steps: [Model] { claim.events.map(done) + ahead }

  private func done(_ event: ClaimEvent) -> Model {
    var note: Words?
    switch event.kind {
    case .refused: note = Words(event.detail, event.detail)
    case .returned:
      let reason = StatusReason(rawValue: event.detail).words
      note = Words("Alasan bank: \(reason.indonesian)", "The bank's reason: \(reason.english)")
    case .accountMended: note = Words("Rekening baru: \(event.detail)", "New account: \(event.detail)")
    default: break
    }
    let bad = event.kind == .returned || event.kind == .refused
    return Part.step(words(event.kind), bad ? .now : .done, when: .moment(event.at), note: note)
  }

  private func words(_ kind: ClaimEvent.Kind) -> Words {
    switch kind {
    case .submitted: Words("Klaim diterima", "Claim received")
    case .verified: Words("Berkas diperiksa dan lengkap", "Papers checked and complete")
    case .refused: Words("Klaim ditolak", "Claim refused")
    case .approved: Words("Pembayaran disetujui", "Payment approved")
    case .sentToBank: Words("Dikirim ke bank", "Sent to the bank")
    case .paid: Words("Uang masuk ke rekening Anda", "Money on your account")
    case .returned: Words("Dikembalikan bank", "Returned by the bank")
    case .accountMended: Words("Rekening diperbaiki", "Account mended")
    case .withdrawn: Words("Dibatalkan oleh Anda", "Withdrawn by you")
    }
  }

  /// What is still to come; the first of it is going on now.
  private var ahead: [Model] {
    let check = Words("Petugas memeriksa berkas", "An officer checks the papers")
    let approve = Words("Petugas lain menyetujui", "Another officer approves")
    let send = Words("Kami kirim ke bank", "We send it to the bank")
    let pay = Words("Dibayar ke rekening Anda", "Paid to your account")
    let mend = Words("Perbaiki nomor rekening Anda", "Mend your account number")
    let words: [Words] =
      switch claim.status {
      case .submitted: [check, approve, send, pay]
      case .verified: [approve, send, pay]
      case .approved: [send, pay]
      case .inPayment: [pay]
      case .returned: [mend, pay]
      case .refused, .paid, .withdrawn: []
      }
    return words.enumerated().map { Part.step($1, $0 == 0 ? .now : .later) }
  }

  /// What was decided and how it was reckoned; nothing before that.
  var decision: Model {
    if let approval = claim.approval {
      let net = approval.payable.net
      return [
        "title": .words("Keputusan", "Decision"),
        "text": .words(
          "Klaim Anda disetujui sebesar \(net).", "Your claim is approved: \(net)."),
        "working": Shown.working(
          approval.decision.working, law: law, total: Words("Anda terima", "You receive"), net),
      ]
    }
    guard claim.status == .refused, let reason = claim.events.last(where: { $0.kind == .refused })?.detail else {
      return .nothing
    }
    return [
      "title": .words("Keputusan", "Decision"),
      "text": .words(
        "Klaim Anda ditolak. Alasan: \(reason) Kalau Anda tidak setuju, datang ke kantor dan bawa nomor klaim ini.",
        "Your claim is refused. Reason: \(reason) If you do not agree, come to the branch with this number."),
      "working": nil,
    ]
  }
}
