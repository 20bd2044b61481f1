import Law
import Office
import Programs
import Vocabulary

extension CaseFile {
  private var isSecondPerson: Bool { claim.submittedBy != actor.id && claim.verifiedBy != actor.id }

  /// The forms that this officer gets on this claim as it stands.
  func actions(_ key: () -> String) -> Model {
    let status = claim.status
    let address = "/petugas/klaim/\(claim.number)"
    func form(_ path: String, if open: Bool, _ more: Model = [:]) -> Model {
      guard open else { return .nothing }
      return (["address": .text("\(address)/\(path)"), "key": .text(key())] as Model).merging(more)
    }
    let net = answer?.payable?.net
    let mayRefuse = actor.has(.verifyClaims) || actor.has(.approveClaims)
    return [
      "verify": form(
        "pemeriksaan", if: status == .submitted && actor.has(.verifyClaims) && claim.submittedBy != actor.id,
        ["asks": .each(claim.form.requirements(by: law, on: claim.filedOn), Self.asked)]),
      "approve": form(
        "persetujuan", if: status == .verified && actor.has(.approveClaims) && isSecondPerson && net != nil,
        ["words": net.map { .words("Setujui \($0)", "Approve \($0)") } ?? .nothing]),
      "refuse": form(
        "penolakan", if: [.submitted, .verified].contains(status) && mayRefuse, ["open": .flag(isRefusing)]),
      "withdraw": form("pembatalan", if: status == .submitted && actor.has(.submitClaims)),
      "mend": form(
        "rekening", if: status == .returned && actor.has(.submitClaims),
        [
          "holder": .text(claim.bank.holder),
          "banks": .each(Bank.named.sorted { $0.value < $1.value }) {
            ["value": .text($0.key), "words": .text($0.value)]
          },
        ]),
    ]
  }

  /// A fact with the papers of which any one shows it, or with who has it already.
  private static func asked(_ requirement: Requirement) -> Model {
    let papers = requirement.documents.map(\.title)
    return [
      "fact": .words(requirement.fact),
      "papers": papers.isEmpty
        ? .nothing
        : .words(
          papers.map(\.indonesian).joined(separator: "; atau "), papers.map(\.english).joined(separator: "; or ")),
      "holder": requirement.holder.map { .words($0.words) } ?? .nothing,
    ]
  }

  /// What an officer is told who finds no form.
  func whyNothing() -> Words? {
    switch claim.status {
    case .submitted where actor.has(.verifyClaims) && claim.submittedBy == actor.id:
      return Words(
        "Anda yang menerima klaim ini. Petugas lain memeriksa berkasnya.",
        "You took this claim in. Somebody else checks the papers.")
    case .submitted where !actor.has(.verifyClaims):
      return Words("Menunggu petugas memeriksa berkas.", "Waiting for an officer to check the papers.")
    case .verified where actor.has(.approveClaims) && !isSecondPerson:
      return Words(
        "Anda yang memeriksa berkas ini. Orang lain yang menyetujui.",
        "You checked these papers. Somebody else approves.")
    case .verified where actor.has(.approveClaims) && answer?.payable == nil:
      return Words(
        "Menurut aturan hari ini klaim ini belum bisa dibayar. Lihat alasannya di atas.",
        "By today's law this claim is not payable. See the reasons above.")
    case .verified where !actor.has(.approveClaims):
      return Words("Menunggu persetujuan kepala bidang.", "Waiting for the head of section to approve.")
    case .approved:
      return Words("Menunggu masuk berkas pembayaran.", "Waiting to go into a payment file.")
    case .inPayment: return Words("Menunggu jawaban bank.", "Waiting for the bank's answer.")
    case .returned where !actor.has(.submitClaims):
      return Words("Menunggu rekening yang benar dari peserta.", "Waiting for the right account from the member.")
    case .paid, .refused, .withdrawn: return Words("Klaim ini sudah selesai.", "This claim is finished.")
    default: return nil
    }
  }
}
