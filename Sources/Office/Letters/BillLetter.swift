import Formats
import Vocabulary

/// The bill of a month.
struct BillLetter {
  let bill: Bill
  let recipient: [String]
  let va: VirtualAccount
  /// The payer's money that no bill has used yet.
  let deposit: Rupiah
  /// All open bills together, this one among them.
  let open: Rupiah
  let issued: Day
  let paper: Stationery

  var letter: Letter {
    let month = bill.month.spelled(in: paper.language)
    return paper.letter(
      "TAG/\(va)/\(bill.month)", on: issued, to: recipient,
      about: paper.say("Tagihan iuran \(month)", "Contributions for \(month)"),
      [.paragraph(state), .table(programmes)] + (bill.state == .open ? howToPay : []))
  }

  private var state: String {
    switch bill.state {
    case .open:
      paper.say(
        "Iuran Anda \(bill.total). Bayar paling lambat \(paper.day(bill.dueOn)).",
        "Your contributions are \(bill.total). Pay by \(paper.day(bill.dueOn)).")
    case .settled(let day):
      paper.say(
        "Tagihan ini sudah lunas pada \(paper.day(day)). Terima kasih.",
        "This bill was paid on \(paper.day(day)). Thank you.")
    case .void:
      paper.say("Tagihan ini tidak perlu dibayar lagi.", "This bill need not be paid any more.")
    }
  }

  private var programmes: Letter.Table {
    let rows = [
      ("JKK", Words("Jaminan Kecelakaan Kerja", "Work accident"), bill.jkk),
      ("JKM", Words("Jaminan Kematian", "Death"), bill.jkm),
      ("JHT", Words("Jaminan Hari Tua", "Old-age savings"), bill.jht),
      ("JP", Words("Jaminan Pensiun", "Pension"), bill.jp),
    ].filter { !$0.2.isZero }
    return Letter.Table(
      columns: [
        .init(paper.say("Program", "Programme")), .init(paper.say("Untuk", "For")),
        .init(paper.say("Jumlah (Rp)", "Amount (Rp)"), .right),
      ],
      rows: rows.map { [$0.0, paper.say($0.1), $0.2.grouped] },
      total: [
        "",
        paper.say(
          "Jumlah untuk \(bill.workers) orang",
          bill.workers == 1 ? "Total for 1 person" : "Total for \(bill.workers) people"),
        bill.total.grouped,
      ])
  }

  private var howToPay: [Letter.Block] {
    var facts = [
      Letter.Fact(paper.say("Nomor virtual account", "Virtual account"), va.spaced),
      Letter.Fact(paper.say("Jumlah", "Amount"), bill.total.description),
      Letter.Fact(paper.say("Paling lambat", "By"), paper.day(bill.dueOn)),
    ]
    if open > bill.total {
      // Money settles the oldest bill first, so whoever owes more must know.
      facts.append(
        Letter.Fact(paper.say("Semua tagihan yang belum dibayar", "All unpaid bills together"), open.description))
    }
    if deposit.isPositive {
      facts.append(Letter.Fact(paper.say("Titipan Anda pada kami", "Your deposit with us"), deposit.description))
    }
    return [
      .heading(paper.say("Cara membayar", "How to pay")), .facts(facts),
      .points([
        paper.say(
          "Buka m-banking, ATM, atau datang ke teller bank. Pilih \"virtual account\".",
          "Open your banking application, a cash machine or go to a bank counter. Choose \"virtual account\"."),
        paper.say(
          "Ketik nomor virtual account di atas. Periksa nama yang muncul: harus nama Anda.",
          "Type the virtual account above. Check the name that appears: it must be yours."),
        paper.say(
          "Bayar jumlahnya. Nomor ini milik Anda selamanya; pakai lagi bulan depan.",
          "Pay the amount. The number is yours for good; use it again next month."),
      ]),
    ]
  }
}
