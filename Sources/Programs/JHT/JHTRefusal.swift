public import Vocabulary

/// Why a claim is not payable now. A refusal is an answer: its words say what to do next.
public enum JHTRefusal: Codable, Sendable, Hashable {
  case groundNotForSegment(JHTGround, [Segment])
  case stillActive
  case ageNotReached(on: Day)
  case tooEarly(payableFrom: Day)
  case membershipTooShort(eligibleFrom: Day)
  case partialAlreadyTaken(on: Day)
  /// The ground would do, but this channel serves ended memberships only.
  case channelNeedsEndedMembership(ClaimChannel)
  case dataNotRenewed(ClaimChannel)
  case balanceOverChannelLimit(limit: Rupiah, balance: Rupiah)
  case nothingToPay
  /// Nobody is left who inherits: the savings go to the office that keeps estates.
  case noHeir
}

extension JHTRefusal {
  /// A stable name for interfaces and statistics.
  public var code: String {
    switch self {
    case .groundNotForSegment: "ground-not-for-segment"
    case .stillActive: "still-active"
    case .ageNotReached: "age-not-reached"
    case .tooEarly: "filed-too-early"
    case .membershipTooShort: "membership-too-short"
    case .partialAlreadyTaken: "partial-already-taken"
    case .channelNeedsEndedMembership: "channel-needs-ended-membership"
    case .dataNotRenewed: "data-not-renewed"
    case .balanceOverChannelLimit: "balance-over-channel-limit"
    case .nothingToPay: "nothing-to-pay"
    case .noHeir: "no-heir"
    }
  }

  public func words(in language: Language) -> String { words.text(in: language) }

  /// One plain sentence that says what to do next.
  public var words: Words {
    switch self {
    case .groundNotForSegment(let ground, let segments):
      let names = segments.map(\.rawValue).joined(separator: ", ")
      return Words(
        "Sebab \"\(ground.words.indonesian)\" tidak berlaku untuk peserta \(names). Pilih sebab klaim yang lain.",
        "The ground \"\(ground.words.english)\" is not for members of \(names). Choose another ground.")
    case .stillActive:
      return Words(
        "Kepesertaan Anda masih aktif. Minta pemberi kerja melaporkan bahwa Anda sudah berhenti, lalu ajukan lagi.",
        "Your membership is still active. Ask your employer to report that you have left, then file again.")
    case .ageNotReached(let day):
      return dated(
        day, "Anda belum berusia cukup. Ajukan lagi mulai", "You have not reached the age yet. File again from")
    case .tooEarly(let day):
      return dated(day, "Masa tunggu belum selesai. Ajukan lagi mulai", "The waiting time is not over. File again from")
    case .membershipTooShort(let day):
      return dated(
        day, "Masa kepesertaan belum cukup untuk mengambil sebagian saldo. Ajukan lagi mulai",
        "Your membership is too short to take a part of the balance. File again from")
    case .partialAlreadyTaken(let day):
      return Words(
        "Sebagian saldo sudah Anda ambil pada \(day.spelled(in: .indonesian)). Sisanya dapat diambil setelah Anda "
          + "berhenti bekerja atau mencapai usia pensiun.",
        "You took a part of the balance on \(day.spelled(in: .english)). The rest can be taken when you stop working "
          + "or reach the retirement age.")
    case .channelNeedsEndedMembership(let channel):
      return Words(
        "Di \(channel.words.indonesian) klaim hanya untuk kepesertaan yang sudah berakhir. Ajukan lewat Lapak Asik "
          + "atau kantor cabang.",
        "Only ended memberships can be claimed through \(channel.words.english). File through Lapak Asik or at a "
          + "branch.")
    case .dataNotRenewed(let channel):
      return Words(
        "Data Anda belum diperbarui. Lakukan pengkinian data di \(channel.words.indonesian), lalu ajukan lagi.",
        "Your data have not been renewed. Renew them in \(channel.words.english), then file again.")
    case .balanceOverChannelLimit(let limit, let balance):
      return Words(
        "Saldo \(balance) melebihi batas \(limit) untuk aplikasi JMO. Ajukan lewat Lapak Asik atau kantor cabang.",
        "The balance of \(balance) is above the limit of \(limit) for JMO. File through Lapak Asik or at a branch.")
    case .noHeir:
      return Words(
        "Tidak ada ahli waris. Saldo JHT diserahkan ke Balai Harta Peninggalan; hubungi kantor itu.",
        "There is no heir. The savings go to Balai Harta Peninggalan, the estates office; turn to it.")
    case .nothingToPay:
      return Words(
        "Tidak ada saldo JHT yang dapat dibayar. Periksa apakah semua nomor KPJ sudah ditulis.",
        "There is no JHT balance to pay. Check that every KPJ is named.")
    }
  }

  private func dated(_ day: Day, _ indonesian: String, _ english: String) -> Words {
    Words("\(indonesian) \(day.spelled(in: .indonesian)).", "\(english) \(day.spelled(in: .english)).")
  }
}
