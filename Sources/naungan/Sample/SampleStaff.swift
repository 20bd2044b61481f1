import Office
import Vocabulary

/// Who can sign in to a sample branch, all with one password.
enum SampleStaff {
  static let password = "naungan-contoh"

  struct One {
    let login: String
    let name: String
    let role: OfficeRole
  }

  static let all = [
    One(login: "cs1", name: "Dian Customer Service", role: .customerService),
    One(login: "cs2", name: "Yoga Customer Service", role: .customerService),
    One(login: "pap", name: "Putri Petugas Peserta", role: .membershipOfficer),
    One(login: "kabid", name: "Hendra Kepala Bidang", role: .claimsHead),
    One(login: "keuangan", name: "Maya Keuangan", role: .finance),
    One(login: "kacab", name: "Surya Kepala Cabang", role: .branchHead),
    One(login: "auditor", name: "Lina Auditor", role: .auditor),
    One(login: "admin", name: "Bayu Administrator", role: .administrator),
  ]

  /// The people a newcomer meets first, then the staff.
  static let logins: [SampleMark.Login] =
    [
      SampleMark.Login(
        login: "sri",
        who: Words("Sri Wahyuni, pedagang sayur, peserta mandiri", "Sri Wahyuni, sells vegetables, self-employed")),
      SampleMark.Login(
        login: "budi", who: Words("Budi Santoso, baru berhenti kerja", "Budi Santoso, has just left his job")),
      SampleMark.Login(login: "maju", who: Words("PT Maju Bersama, perusahaan", "PT Maju Bersama, an employer")),
    ] + all.map { SampleMark.Login(login: $0.login, who: Words("\($0.name)", "\($0.name): \($0.role.words.english)")) }

  /// The logins for people, one a line.
  static var told: String {
    var table = TextTable(["LOGIN", "PASSWORD", ""])
    for one in logins { table.add([one.login, password, one.who.text(in: Terminal.language)]) }
    return table.text
  }
}
