import Office
import Vocabulary

/// One person's working life as the simulator follows it. The office knows the rest.
struct Life {
  let memberID: MemberID
  let kpj: KPJ
  let segment: Segment
  /// Which of the simulator's employers; `nil` for the self-employed.
  let employer: Int?
  var wage: Rupiah
  var isActive = true
  /// Sri, Budi and PT Maju's people: chance does not touch them.
  let isNamed: Bool
}

/// An employer as the simulator follows it.
struct Business {
  let id: EmployerID
  let segment: Segment
  let programmes: ProgrammeSet
}

/// What a payer owes as far as the simulator knows, and how it pays.
struct Payer {
  let va: VirtualAccount
  let isEmployer: Bool
  let isNamed: Bool
  var owed = Rupiah.zero
  var lastBill = Rupiah.zero
}

/// Somebody who left and will claim.
struct Leaver {
  let life: Int
  let leftOn: Day
  let reason: EndReason
}
