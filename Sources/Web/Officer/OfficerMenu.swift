import Office
import Vocabulary

/// What each officer finds in the menu and on the first page: what the roles allow, and nothing else.
enum OfficerMenu {
  private struct Entry {
    let link: Page.Link
    let note: Words
    let permissions: [Permission]
  }

  /// For the navigation bar.
  static func links(_ actor: Actor) -> [Page.Link] {
    [OfficerPages.home] + entries.filter { $0.permissions.contains(where: actor.has) }.map(\.link)
  }

  /// For the first page, each with a sentence.
  static func model(_ actor: Actor) -> Model {
    .each(entries.filter { $0.permissions.contains(where: actor.has) }) {
      Part.link($0.link.words, $0.link.address, note: $0.note)
    }
  }

  private static let entries = [
    Entry(
      link: Page.Link("Klaim", "Claims", "/petugas/klaim"),
      note: Words("Semua klaim yang menunggu, menurut tahap", "All waiting claims, by stage"),
      permissions: [.readClaims]),
    Entry(
      link: Page.Link("Peserta", "Members", "/petugas/peserta"),
      note: Words("Cari dengan NIK atau KPJ", "Find by NIK or KPJ"), permissions: [.readMembers]),
    Entry(
      link: Page.Link("Tagihan", "Bills", "/petugas/tagihan"),
      note: Words("Terbitkan tagihan bulanan", "Issue the month's bills"), permissions: [.billContributions]),
    Entry(
      link: Page.Link("Titipan", "Unassigned", "/petugas/titipan"),
      note: Words("Uang masuk yang belum dikenal", "Money that nobody recognised"), permissions: [.assignPayments]),
    Entry(
      link: Page.Link("Perkara bank", "Bank matters", "/petugas/perkara"),
      note: Words("Kabar bank yang harus ditanyakan", "What the bank must explain"), permissions: [.closeMatters]),
    Entry(
      link: Page.Link("Pembayaran", "Payments", "/petugas/pembayaran"),
      note: Words("Berkas pembayaran manfaat", "Files that pay benefits"),
      permissions: [.makePayouts, .releasePayouts, .recordPayoutResults]),
    Entry(
      link: Page.Link("Hasil", "Returns", "/petugas/hasil"),
      note: Words("Hasil pengembangan JHT tahunan", "The yearly JHT return"),
      permissions: [.previewReturns, .approveReturns, .postReturns]),
    Entry(
      link: Page.Link("Buku", "Books", "/petugas/buku"),
      note: Words("Neraca saldo dan pemeriksaan", "Trial balance and checks"), permissions: [.readBooks]),
    Entry(
      link: Page.Link("Audit", "Audit", "/petugas/audit"),
      note: Words("Siapa melakukan apa, kapan, mengapa", "Who did what, when and why"), permissions: [.readAudit]),
    Entry(
      link: Page.Link("Pengguna", "Users", "/petugas/pengguna"),
      note: Words("Petugas kantor dan perannya", "Staff and their roles"), permissions: [.manageUsers]),
  ]
}
