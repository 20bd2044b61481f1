import Store
public import Vocabulary

/// Registers people, keeps what is known of them, and ends memberships.
public struct MemberDesk: Sendable {
  let office: Office
}

extension MemberDesk {
  /// A member with all her memberships. Whoever reads is written down.
  public func member(_ id: MemberID, by actor: Actor, why reason: String) async throws -> Member {
    try actor.require(.readMembers, orBeing: id)
    return try await office.reading("members.read", by: actor, why: reason) { act in
      act.subject = id.value
      guard let member = try act.db.member(id) else { throw OfficeError.noSuchMember }
      return member
    }
  }

  /// Whom the office knows by a NIK or a membership number. Search first: there is no list to browse.
  public func find(_ text: String, by actor: Actor, why reason: String) async throws -> Member? {
    try actor.require(.readMembers)
    return try await office.reading("members.find", by: actor, why: reason) { act in
      let id: MemberID?
      if let nik = NIK(text) {
        id = try act.db.memberID(of: nik)
      } else if let kpj = KPJ(text) {
        id = try act.db.memberID(of: kpj)
      } else {
        throw OfficeError.fault(
          "query", "Tulis NIK (16 angka) atau nomor KPJ (11 angka).",
          "Write a NIK (16 digits) or a KPJ number (11 digits).")
      }
      act.subject = id?.value
      return try id.flatMap { try act.db.member($0) }
    }
  }
}

extension OfficeError {
  static let noSuchMember = OfficeError.notFound(
    Words("Peserta tidak ditemukan. Periksa NIK atau nomor KPJ.", "No such member. Check the NIK or the KPJ number."))

  static let noSuchMembership = OfficeError.notFound(
    Words("Nomor KPJ tidak ditemukan. Lihat lagi di kartu peserta.", "No such KPJ number. Look again at the card."))
}
