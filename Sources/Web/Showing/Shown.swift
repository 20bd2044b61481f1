import Law
import Office
import Programs
import Vocabulary

/// How values of the office look on a page, the same on all of them.
enum Shown {
  /// Digits in groups of four.
  static func spaced(_ digits: String) -> String { Field.spaced(digits) }

  /// The last four digits; the others are nobody's business on a screen.
  static func account(_ bank: BankAccount) -> String {
    bank.isNone ? "–" : "\(Bank.named[bank.code] ?? bank.code) •••\(bank.number.suffix(4))"
  }

  /// What a membership covers in one word, and since when or until when.
  static func tag(_ status: MembershipStatus) -> Model {
    switch status {
    case .active: Part.tag(status.words, .good)
    case .lapsed: Part.tag(Words("Belum aktif: iuran belum dibayar", "Not active: unpaid"), .bad)
    case .ended: Part.tag(status.words, .neutral)
    }
  }

  static func tag(_ state: BillState, dueOn due: Day, today: Day) -> Model {
    switch state {
    case .settled: Part.tag(Words("Sudah dibayar", "Paid"), .good)
    case .void: Part.tag(Words("Tidak ditagih lagi", "No longer due"), .neutral)
    case .open where due < today: Part.tag(Words("Terlambat", "Late"), .bad)
    case .open: Part.tag(Words("Belum dibayar", "Not paid yet"), .waiting)
    }
  }

  static func tag(_ status: ClaimStatus) -> Model {
    switch status {
    case .submitted: Part.tag(Words("Menunggu diperiksa", "Waiting to be checked"), .waiting)
    case .verified: Part.tag(Words("Menunggu disetujui", "Waiting for approval"), .waiting)
    case .approved: Part.tag(Words("Disetujui", "Approved"), .good)
    case .inPayment: Part.tag(Words("Sedang dikirim bank", "With the bank"), .good)
    case .paid: Part.tag(Words("Sudah dibayar", "Paid"), .good)
    case .refused: Part.tag(Words("Ditolak", "Refused"), .bad)
    case .returned: Part.tag(Words("Rekening perlu diperbaiki", "Mend the account"), .bad)
    case .withdrawn: Part.tag(Words("Dibatalkan", "Withdrawn"), .neutral)
    }
  }

  /// `parts/working`: the steps of a decision with their articles, and what comes out.
  static func working(_ working: Working, law: LawBook, total words: Words, _ amount: Rupiah) -> Model {
    let steps = working.map { step in
      Part.reckoned(
        step.words, step.amount.map(Model.money) ?? .nothing, article: "", draft: step.confidence == .draft
      ).merging(["article": .words(cited(step.citation, law))])
    }
    return Part.working(steps, total: words, .money(amount))
  }

  /// The instrument's title and the article.
  static func cited(_ citation: Citation, _ law: LawBook) -> Words {
    Words(law.cited(citation, in: .indonesian), law.cited(citation, in: .english))
  }

  /// Working days after `start`, up to and with `end`: Saturdays and Sundays left out. Below zero where `end` lies before.
  static func workingDays(from start: Day, to end: Day) -> Int {
    guard start <= end else { return -workingDays(from: end, to: start) }
    return (0..<start.days(until: end)).count { !isWeekend(start.adding(days: $0 + 1)) }
  }

  private static func isWeekend(_ day: Day) -> Bool {
    let weekday = (Int(day.number) % 7 + 11) % 7  // 1970-01-01 was a Thursday: 0 is Sunday
    return weekday == 0 || weekday == 6
  }
}

extension Segment {
  var words: Words {
    switch self {
    case .wageEarner: Words("Pekerja penerima upah (PU)", "Wage earner (PU)")
    case .selfEmployed: Words("Pekerja mandiri (BPU)", "Self-employed (BPU)")
    case .construction: Words("Jasa konstruksi (Jakon)", "Construction (Jakon)")
    case .migrant: Words("Pekerja migran (PMI)", "Migrant worker (PMI)")
    }
  }
}

extension Words {
  /// With a capital letter in front.
  var capitalized: Words {
    func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Words(capital(indonesian), capital(english))
  }
}
