import Office
import Vocabulary

extension MemberPages {
  /// Who opened her data: every reading and change by somebody else, newest first. People come first: what banks and our
  /// own jobs did every month would hide them, and is one press away.
  func access(_ ask: Ask) async throws -> Reply {
    let actor = try ask.actor()
    guard let id = actor.memberID else { throw Refusal.notYours }
    let all = try await office.audit.rows(about: id.value, limit: 5_000, by: actor)
    let everything = ask.query["semua"] == "ya"
    let rows = all.filter { row in
      row.actor != actor.id && row.actor != Actor.visitor.id && (everything || row.actor.hasPrefix("user/"))
    }
    let size = 50
    let last = max((rows.count - 1) / size, 0)
    let page = min(max(ask.query["halaman"].flatMap { Int($0) } ?? 1, 1) - 1, last)
    let shown = rows.dropFirst(page * size).prefix(size)
    let names = try await office.audit.names(of: Set(shown.map(\.actor)))
    func address(_ number: Int) -> String {
      "/anggota/akses?halaman=\(number + 1)" + (everything ? "&semua=ya" : "")
    }
    let model: Model = [
      "entries": .each(shown) { row in
        [
          "who": .words(who(row, names)), "what": .words(ActName.words(row.act)),
          // Only people give reasons in words; a bank's call names itself.
          "why": .text(row.actor.hasPrefix("user/") ? row.reason : ""), "when": .moment(row.at),
        ]
      },
      "pages": Part.pages(
        previous: page > 0 ? address(page - 1) : nil, next: page < last ? address(page + 1) : nil,
        shown: Words("\(rows.count) catatan", "\(rows.count) entries")),
      "toggle": everything
        ? ["words": .words("Hanya orang", "People only"), "address": "/anggota/akses"]
        : [
          "words": .words("Tampilkan juga bank dan sistem", "Show banks and systems too"),
          "address": "/anggota/akses?semua=ya",
        ],
      "empty": rows.isEmpty
        ? Part.empty(
          Words("Belum ada yang membuka", "Nobody has opened it"),
          Words("Data Anda belum pernah dibuka orang lain.", "Nobody else has opened your data yet.")) : .nothing,
    ]
    return .page(
      Page(
        "member/access", model, title: Words("Siapa yang membuka data saya", "Who opened my data"), back: Self.home,
        section: "/anggota/data"))
  }

  private func who(_ row: AuditRow, _ names: [String: String]) -> Words {
    if let name = names[row.actor] { return Words(name, name) }
    switch row.actor.prefix(while: { $0 != "/" }) {
    case "system": return Words("Sistem kami", "Our own system")
    case "bank": return Words("Bank penerima", "The collecting bank")
    default: return Words("Petugas", "An officer")
    }
  }
}
