import Formats
import Programs
import Vocabulary

/// "Your claim is approved": the amounts, where they go, and how they were worked out.
struct ApprovalLetter {
  let claim: Claim
  let member: Member
  let approval: ClaimApproval
  /// Where it is paid, after any mending.
  let account: BankAccount
  /// The approver's name, where it is known.
  let approver: String?
  /// The day by which it was promised.
  let due: Day
  let paper: Stationery

  var letter: Letter {
    paper.letter(
      "KEP/\(claim.number)", on: approval.approvedAt.day, to: paper.recipient(member.person),
      about: paper.say("Klaim Jaminan Hari Tua Anda disetujui", "Your old-age savings (JHT) claim is approved"),
      [
        .paragraph(
          paper.say(
            "Kami menyetujui klaim Anda. Anda menerima \(approval.payable.net).",
            "We have approved your claim. You receive \(approval.payable.net).")),
        .facts(claim.facts(of: member, on: paper)),
        .heading(paper.say("Jumlah dan pembayaran", "Amount and payment")),
        .facts(amounts),
        .paragraph(payment),
      ]
        + paper.working(
          approval.decision.working, total: (Words("Anda terima", "You receive"), approval.payable.net))
        + paper.objection, signedBy: signatory)
  }

  private var amounts: [Letter.Fact] {
    let payable = approval.payable
    var facts = [
      Letter.Fact(paper.say("Jumlah sebelum pajak", "Before tax"), payable.gross.description),
      Letter.Fact(paper.say("Pajak (PPh) dipotong", "Income tax withheld"), payable.tax.description),
    ]
    if !payable.rounding.isZero {
      facts.append(Letter.Fact(paper.say("Pembulatan", "Rounding"), payable.rounding.description))
    }
    return facts + [
      Letter.Fact(paper.say("Anda terima", "You receive"), payable.net.description),
      Letter.Fact(paper.say("Rekening", "Account"), "\(paper.account(account)), \(account.holder)"),
    ]
  }

  private var payment: String {
    if claim.status == .returned {
      return paper.say(
        "Bank mengembalikan uang ini. Beri kami nomor rekening lain atas nama Anda sendiri, lewat aplikasi atau di kantor "
          + "kami. Uang Anda tetap aman.",
        "The bank sent the money back. Give us another account in your own name, online or at our office. Your money is safe."
      )
    }
    if claim.status == .paid, let paid = claim.events.last(where: { $0.kind == .paid }) {
      return paper.say(
        "Bank sudah mengirim uang pada \(paper.day(paid.at.day)).",
        "The bank sent the money on \(paper.day(paid.at.day)).")
    }
    guard due >= approval.approvedAt.day else {
      return paper.say("Bank mengirim uang secepatnya.", "The bank sends the money as soon as it can.")
    }
    return paper.say(
      "Bank mengirim uang paling lambat \(paper.day(due)).", "The bank sends the money by \(paper.day(due)).")
  }

  private var signatory: Letter.Signatory? {
    approver.map { Letter.Signatory(name: $0, role: branchRole) }
  }

  private var branchRole: String { paper.say("untuk \(paper.branch.name)", "for \(paper.branch.name)") }
}
