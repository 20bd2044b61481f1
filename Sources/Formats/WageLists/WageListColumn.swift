import Vocabulary

/// The columns of a wage list, in the order of the template, and the titles by which each is known.
enum WageListColumn: String, CaseIterable {
  case nik
  case name
  case birth = "birth date"
  case sex
  case mother = "mother's maiden name"
  case wage
  case start = "start date"
  case action

  /// The title in the template.
  var title: String {
    switch self {
    case .nik: "NIK"
    case .name: "Nama"
    case .birth: "Tanggal Lahir"
    case .sex: "Jenis Kelamin"
    case .mother: "Nama Ibu Kandung"
    case .wage: "Upah"
    case .start: "Tanggal Mulai"
    case .action: "Tindakan"
    }
  }

  // Compared in small letters without blanks and signs.
  private var titles: [String] {
    switch self {
    case .nik: ["nik", "noktp", "nomorktp", "nonik", "nomorindukkependudukan", "nationalid", "nationalidnumber"]
    case .name: ["nama", "namalengkap", "namatenagakerja", "namapekerja", "namakaryawan", "name", "fullname"]
    case .birth: ["tanggallahir", "tgllahir", "birthdate", "dateofbirth", "dob", "lahir"]
    case .sex: ["jeniskelamin", "kelamin", "jk", "lp", "sex", "gender"]
    case .mother: ["namaibukandung", "namaibu", "ibukandung", "ibu", "mothersmaidenname", "mothersname", "mother"]
    case .wage: ["upah", "gaji", "upahsebulan", "gajipokok", "upahperbulan", "wage", "monthlywage", "salary", "upahrp"]
    case .start:
      [
        "tanggalmulai", "mulaibekerja", "tglmulai", "tanggalmulaibekerja", "tglmulaibekerja", "mulai", "tanggalberlaku",
        "berlaku", "tanggal", "startdate", "start", "effectivedate", "date",
      ]
    case .action: ["tindakan", "aksi", "perubahan", "jenisperubahan", "action", "change"]
    }
  }

  /// `nil` for a title nobody here knows; such columns are passed over.
  static func named(_ title: String) -> WageListColumn? { byTitle[plain(title)] }

  private static func plain(_ title: String) -> String { title.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static let byTitle: [String: WageListColumn] = {
    var columns: [String: WageListColumn] = [:]
    for column in allCases {
      for title in column.titles { columns[title] = column }
    }
    return columns
  }()
}
