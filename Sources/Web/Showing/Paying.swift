import Office
import Programs
import Vocabulary

/// What a payer owes and how to pay it: the same for members and employers.
struct Paying {
  let desk: WebDesk
  let payer: PayerID
  let va: VirtualAccount

  init<Owner>(_ desk: WebDesk, _ owner: Identifier<Owner>, _ va: VirtualAccount) throws {
    guard let payer = PayerID(owner.value) else { throw Refusal.notFound }
    (self.desk, self.payer, self.va) = (desk, payer, va)
  }

  /// What is open, oldest first, and what was paid in already.
  struct Owed {
    let open: [Bill]
    let deposit: Rupiah
    var total: Rupiah { max(open.map(\.total).sum() - deposit, .zero) }
  }

  func owed(_ actor: Actor) async throws -> Owed {
    let office = desk.office
    let bills = try await office.contributions.bills(of: payer, limit: 120, by: actor)
    return Owed(
      open: bills.filter { $0.state == .open }.sorted { $0.month < $1.month },
      deposit: try await office.contributions.deposit(of: payer, by: actor))
  }

  /// The hero of a home page: everything open in one amount.
  func due(_ owed: Owed, today: Day, address: String) -> Model {
    guard let oldest = owed.open.first, owed.total.isPositive else { return .nothing }
    let one = owed.open.count == 1
    return [
      "amount": .money(owed.total), "month": .month(oldest.month), "by": .day(oldest.dueOn),
      "address": .text(one ? "\(address)/\(oldest.month)" : address), "late": .flag(oldest.dueOn < today),
      "more": one ? .nothing : .number(owed.open.count),
    ]
  }

  var accountModel: Model { ["spaced": .text(va.spaced), "bank": .text(desk.bankName)] }

  /// The sample branch's button that plays the bank.
  func sandbox(_ owed: Owed, _ ask: Ask, address: String, fault: Words? = nil, typed: String? = nil) -> Model {
    guard desk.sandbox else { return .nothing }
    let field = Field(
      "amount", .money, Words("Jumlah yang dibayar", "Amount to pay"),
      hint: Words("Boleh kurang atau lebih: lihat apa yang terjadi.", "Less or more is fine: see what happens."))
    let value = typed ?? String(owed.total.amount)
    return [
      "address": .text(address), "key": .text(ask.newKey()),
      "field": field.model(value, fault: fault, alone: false, answers: Answers()).merging(["lead": nil]),
    ]
  }

  /// Pays what the form says through the sandbox. Answers what is wrong with the amount, or nothing.
  func pay(_ form: Form) async throws -> Words? {
    guard let pay = desk.pay else { throw Refusal.notFound }
    guard let amount = Rupiah(typed: form["amount"] ?? ""), amount.isPositive else {
      return Words("Tulis jumlah dengan angka, misalnya 36.800.", "Write the amount in digits, for example 36.800.")
    }
    let receipt = try await pay(va, amount, form.actKey())
    guard receipt.isAccepted else { throw Refusal.conflict("payment-refused", receipt.words) }
    return nil
  }

  func rows(_ bills: [Bill], today: Day, address: String) -> Model {
    .each(bills) { bill in
      [
        "month": .month(bill.month), "address": .text("\(address)/\(bill.month)"), "workers": .number(bill.workers),
        "amount": .money(bill.total), "due": .day(bill.dueOn),
        "status": Shown.tag(bill.state, dueOn: bill.dueOn, today: today),
      ]
    }
  }

  /// How to pay, at each kind of counter.
  static let ways: Model = .list([
    way(
      Words("Lewat ATM", "At a cash machine"),
      [
        Words("Pilih Bayar, lalu Virtual Account.", "Choose Pay, then Virtual Account."),
        Words("Ketik nomor di atas.", "Type the number above."),
        Words("Cocokkan nama dan jumlahnya.", "Check the name and the amount."),
        Words("Tekan Ya. Simpan struknya.", "Press Yes. Keep the slip."),
      ]),
    way(
      Words("Lewat HP (m-banking)", "By mobile banking"),
      [
        Words("Buka menu Virtual Account.", "Open the Virtual Account menu."),
        Words("Salin nomor di atas.", "Copy the number above."),
        Words("Cocokkan nama dan jumlahnya, lalu bayar.", "Check the name and the amount, then pay."),
      ]),
    way(
      Words("Di minimarket atau kantor pos", "At a minimarket or post office"),
      [
        Words("Bilang mau bayar BPJS Ketenagakerjaan.", "Say that you are paying BPJS Ketenagakerjaan."),
        Words("Tunjukkan nomor di atas kepada kasir.", "Show the number above to the cashier."),
        Words("Simpan struknya.", "Keep the slip."),
      ]),
  ])

  private static func way(_ title: Words, _ steps: [Words]) -> Model {
    ["title": .words(title), "steps": .each(steps) { ["words": .words($0)] }]
  }
}
