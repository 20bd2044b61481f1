import Ledger
import Vocabulary

/// The rules that the books are held to, as officers read them. The ledger and the office name them in English.
enum BookRuleWords {
  static func words(_ rule: String) -> Words { Words(indonesian(rule), rule.prefix(1).uppercased() + rule.dropFirst()) }

  private static func indonesian(_ rule: String) -> String {
    if let known = known[rule] { return known }
    if rule.hasPrefix("debits equal credits in fund ") {
      let name = String(rule.dropFirst("debits equal credits in fund ".count))
      return "Debit sama dengan kredit, dana \(Fund(rawValue: name)?.words.indonesian ?? name)"
    }
    if rule.hasSuffix(" is never on the debit side") {
      return "Akun \(rule.dropLast(" is never on the debit side".count)) tidak pernah bersaldo debit"
    }
    return rule
  }

  private static let known = [
    "what is receivable is what is billed and unpaid": "Piutang sama dengan iuran yang ditagih dan belum dibayar",
    "members' JHT accounts equal account 2000": "Saldo JHT semua peserta sama dengan akun 2000",
    "payers' deposits equal account 2100": "Titipan semua pembayar sama dengan akun 2100",
    "unknown payments equal account 2190": "Uang tanpa pemilik sama dengan akun 2190",
    "open bills equal account 1200": "Tagihan yang terbuka sama dengan akun 1200",
    "the list of open bills equals account 1200": "Daftar tagihan terbuka sama dengan akun 1200",
    "lines of bills equal the bills": "Baris tagihan sama dengan tagihannya",
    "payments received are settled bills, deposits and suspense":
      "Uang yang diterima sama dengan tagihan lunas, titipan, dan uang tanpa pemilik",
    "approved claims are payable, in payment or paid":
      "Klaim yang disetujui terutang, sedang dibayar, atau sudah dibayar",
    "every ledger entry balances in every fund": "Setiap ayat jurnal seimbang di setiap dana",
    "every ledger line has its entry": "Setiap baris jurnal punya ayatnya",
    "no JHT account is below zero": "Tidak ada saldo JHT di bawah nol",
    "no payer's deposit is below zero": "Tidak ada titipan di bawah nol",
    "the list of open bills has every bill neither settled nor void, and no other":
      "Daftar tagihan terbuka berisi tepat semua tagihan yang belum lunas dan tidak gugur",
    "no bill is both settled and void": "Tidak ada tagihan yang lunas sekaligus gugur",
    "every NIK in the registry is a member's, and the other way round":
      "Setiap NIK dalam daftar milik seorang peserta, dan sebaliknya",
    "every membership's number is in the registry": "Setiap nomor KPJ ada dalam daftar",
    "every approved claim has a payment, and at most one outstanding or made":
      "Setiap klaim yang disetujui punya pembayaran, dan paling banyak satu yang berjalan atau selesai",
  ]
}
