import Formats
import Programs
import Vocabulary

/// A year of a JHT account.
struct StatementLetter {
  struct DeclaredRate {
    let rate: Rate
    let citation: Citation
    let isDraft: Bool
  }

  let statement: JHTStatement
  let member: Member
  /// `nil` while no rate is declared for the year.
  let rate: DeclaredRate?
  let on: Day
  let paper: Stationery

  var letter: Letter {
    let year = statement.year
    return paper.letter(
      "SAL/\(statement.kpj)/\(year)", on: on, to: paper.recipient(member.person),
      about: paper.say("Saldo Jaminan Hari Tua Anda tahun \(year)", "Your old-age savings (JHT) in \(year)"),
      [
        .paragraph(
          paper.say(
            "Inilah tabungan hari tua Anda selama \(year). Bandingkan iurannya dengan slip gaji atau bukti bayar Anda.",
            "These are your old-age savings in \(year). Compare the contributions with your pay slips or receipts.")),
        .facts(summary),
        .paragraph(earned),
        .table(movements),
        .paragraph(
          paper.say(
            "Ada yang tidak cocok? Datang ke kantor kami dengan bukti bayar, atau minta pemberi kerja Anda memeriksa laporannya.",
            "Does something not agree? Come to our office with your receipts, or ask your employer to check its reports."
          )),
      ] + (rate?.isDraft == true && statement.complete ? [.paragraph(paper.draftMark)] : []))
  }

  private var summary: [Letter.Fact] {
    var facts = [
      Letter.Fact(paper.say("Nama", "Name"), member.person.name), Letter.Fact("KPJ", statement.kpj.digits),
      Letter.Fact(paper.say("Saldo awal tahun", "Balance at the start"), statement.opening.description),
      Letter.Fact(paper.say("Iuran masuk", "Contributions"), statement.contributions.description),
      Letter.Fact(paper.say("Hasil pengembangan", "Return"), statement.earned.description),
    ]
    if !statement.paid.isZero {
      facts.append(Letter.Fact(paper.say("Dibayarkan", "Paid out"), statement.paid.description))
    }
    return facts + [Letter.Fact(paper.say("Saldo akhir", "Balance at the end"), statement.closing.description)]
  }

  private var earned: String {
    guard statement.complete, let rate else {
      return paper.say(
        "Hasil pengembangan tahun \(statement.year) belum dibukukan, jadi saldo akhir masih dapat bertambah.",
        "The return of \(statement.year) is not credited yet, so the balance may still grow.")
    }
    let star = rate.isDraft ? " *" : ""
    return paper.say(
      "Hasil pengembangan dihitung dengan \(rate.rate) setahun\(star) (\(paper.printed(rate.citation))).",
      "The return is reckoned at \(rate.rate) a year\(star) (\(paper.printed(rate.citation))).")
  }

  private var movements: Letter.Table {
    var balance = statement.opening
    let rows = statement.movements.map { movement in
      balance += movement.amount
      return [paper.day(movement.creditedOn), words(movement), movement.amount.grouped(signed: true), balance.grouped]
    }
    return Letter.Table(
      columns: [
        .init(paper.say("Dibukukan", "Credited")), .init(paper.say("Uraian", "What for")),
        .init(paper.say("Jumlah (Rp)", "Amount (Rp)"), .right), .init(paper.say("Saldo (Rp)", "Balance (Rp)"), .right),
      ],
      rows: [["", paper.say("Saldo awal", "Opening balance"), "", statement.opening.grouped]] + rows,
      total: ["", paper.say("Saldo akhir", "Closing balance"), "", statement.closing.grouped])
  }

  private func words(_ movement: JHTMovement) -> String {
    let what = paper.say(movement.kind.words)
    if let month = movement.month { return "\(what) \(month.spelled(in: paper.language))" }
    return movement.kind == .yearlyReturn ? "\(what) (\(movement.reference))" : what
  }
}

extension Rupiah {
  fileprivate func grouped(signed: Bool) -> String { isNegative ? "−\(grouped)" : grouped }
}
