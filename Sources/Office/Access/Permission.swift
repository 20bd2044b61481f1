public import Vocabulary

/// One thing that somebody may be allowed to do. Every act of the office names the one it needs.
public enum Permission: String, Codable, Sendable, CaseIterable {
  case registerMembers, readMembers, changeMembers
  case registerEmployers, readEmployers, changeEmployers
  case billContributions, readContributions, receivePayments, assignPayments
  case previewReturns, approveReturns, postReturns
  case submitClaims, readClaims, verifyClaims, approveClaims
  case makePayouts, releasePayouts, recordPayoutResults, closeMatters
  case readBooks, readAudit, manageUsers
}

/// What somebody is to the office. Members and employers act on what is theirs; staff on what their role allows.
public enum Role: String, Codable, Sendable, CaseIterable {
  /// Peserta, on her own memberships.
  case member
  /// Petugas perusahaan, on his employer's workers and bills.
  case employer
  /// Customer Service: the desk.
  case customerService
  /// Petugas Administrasi Peserta (PAP): registrations, changes, posting.
  case membershipOfficer
  /// Kepala Bidang Pelayanan: approves claims.
  case claimsHead
  /// Kepala Bidang Kepesertaan.
  case membershipHead
  /// Keuangan: money in and out.
  case finance
  /// Kepala Kantor Cabang: second signature on money.
  case branchHead
  /// Auditor: sees everything, changes nothing.
  case auditor
  /// Keeps the users, and nothing else.
  case administrator
  /// The collecting bank.
  case bank
  /// The office's own jobs.
  case system
}

extension Role {
  /// Who may do what: the whole table, to be read by the people it binds.
  ///
  /// Members and employers have no permission here: theirs is over what is theirs, which `Actor.require` lets through.
  public static let table: [Role: Set<Permission>] = [
    .member: [],
    .employer: [],
    .customerService: [
      .registerMembers, .readMembers, .changeMembers, .readEmployers, .readContributions, .submitClaims, .readClaims,
      .verifyClaims,
    ],
    .membershipOfficer: [
      .registerMembers, .readMembers, .changeMembers, .registerEmployers, .readEmployers, .changeEmployers,
      .billContributions, .readContributions, .assignPayments,
    ],
    .claimsHead: [
      .readMembers, .readEmployers, .readContributions, .readClaims, .verifyClaims, .approveClaims, .makePayouts,
    ],
    .membershipHead: [
      .registerMembers, .readMembers, .changeMembers, .registerEmployers, .readEmployers, .changeEmployers,
      .billContributions, .readContributions, .assignPayments, .readBooks,
    ],
    .finance: [
      .readContributions, .receivePayments, .assignPayments, .previewReturns, .postReturns, .makePayouts,
      .recordPayoutResults, .closeMatters, .readClaims, .readBooks,
    ],
    .branchHead: [
      .readMembers, .readEmployers, .readContributions, .readClaims, .approveClaims, .approveReturns, .releasePayouts,
      .readBooks, .readAudit,
    ],
    .auditor: [.readMembers, .readEmployers, .readContributions, .readClaims, .readBooks, .readAudit],
    .administrator: [.manageUsers],
    .bank: [.receivePayments, .recordPayoutResults],
    .system: [
      .registerMembers, .readMembers, .registerEmployers, .readEmployers, .changeEmployers, .changeMembers,
      .billContributions, .readContributions, .receivePayments, .recordPayoutResults, .postReturns, .manageUsers,
      .readBooks,
    ],
  ]

  public var words: Words {
    switch self {
    case .member: Words("Peserta", "Member")
    case .employer: Words("Petugas perusahaan", "Employer's officer")
    case .customerService: Words("Customer Service", "Customer service")
    case .membershipOfficer: Words("Petugas Administrasi Peserta", "Membership officer")
    case .claimsHead: Words("Kepala Bidang Pelayanan", "Head of services")
    case .membershipHead: Words("Kepala Bidang Kepesertaan", "Head of membership")
    case .finance: Words("Petugas Keuangan", "Finance officer")
    case .branchHead: Words("Kepala Kantor Cabang", "Branch head")
    case .auditor: Words("Auditor", "Auditor")
    case .administrator: Words("Administrator pengguna", "User administrator")
    case .bank: Words("Bank penerima", "Collecting bank")
    case .system: Words("Sistem", "System")
    }
  }
}
