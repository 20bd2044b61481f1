import Programs
import Store
public import Vocabulary

/// One line of an employer's report on its workers (Formulir 1a).
public enum WorkerReport: Codable, Hashable, Sendable {
  case joins(PersonForm, occupation: String, startedOn: Day, wage: Rupiah)
  case leaves(kpj: KPJ, endedOn: Day, reason: EndReason)
  case earns(kpj: KPJ, wage: Rupiah, from: Month)
}

/// What became of a report.
public struct ReportOutcome: Codable, Hashable, Sendable {
  public let joined: [Enrolled]
  public let left: Int
  public let changed: Int
}

extension EmployerDesk {
  /// Takes a report whole or not at all: every fault of every line is answered at once, with the line's number.
  public func report(_ lines: [WorkerReport], for id: EmployerID, by actor: Actor, key: ActKey) async throws
    -> ReportOutcome
  {
    try actor.require(.changeEmployers, orWorkingFor: id)
    struct Report: Codable {
      let employer: EmployerID
      let lines: [WorkerReport]
    }
    return try await office.act("employers.report", by: actor, key: key, input: Report(employer: id, lines: lines)) {
      act in
      guard let employer = try act.db.employer(id) else { throw OfficeError.noSuchEmployer }
      let outcome = try act.take(lines, of: employer)
      act.subject = id.value
      act.detail = "\(outcome.joined.count) joined, \(outcome.left) left, \(outcome.changed) wages"
      return outcome
    }
  }
}

extension Act {
  fileprivate func take(_ lines: [WorkerReport], of employer: Employer) throws -> ReportOutcome {
    var faults: [Fault] = []
    var joiners: [Enrolment] = []
    var seen: Set<NIK> = []
    var paid: Set<String> = []
    var (left, changed) = (0, 0)
    let working = try db.working(at: employer.id)
    for (offset, line) in lines.enumerated() {
      do {
        switch line {
        case .joins(let form, let occupation, let startedOn, let wage):
          let enrolment = try enrolment(
            form, occupation: occupation, startedOn: startedOn, wage: wage, employer: employer)
          try refuse(twice: enrolment.person.nik, seen: &seen, working: working)
          try refuse(mistaken: enrolment.person)
          joiners.append(enrolment)
        case .leaves(let kpj, let endedOn, let reason):
          try end(try worker(kpj, of: employer.id), on: endedOn, reason: reason)
          left += 1
        case .earns(let kpj, let wage, let from):
          guard !paid.contains("\(kpj) \(from)") else { throw OfficeError.faults([WageChange.twice(kpj, from)]) }
          try change(try worker(kpj, of: employer.id), WageChange(kpj: kpj, amount: wage, from: from))
          paid.insert("\(kpj) \(from)")
          changed += 1
        }
      } catch let error as OfficeError {
        let at = lines.count > 1 ? "line \(offset + 1), " : ""
        if case .faults(let found) = error {
          faults += found.map { Fault(at + $0.place, $0.words) }
        } else {
          faults.append(Fault(at + "kpj", error.words))
        }
      }
    }
    guard faults.isEmpty else { throw OfficeError.faults(faults) }
    return ReportOutcome(joined: try enrol(joiners), left: left, changed: changed)
  }

  private func enrolment(
    _ form: PersonForm, occupation: String, startedOn: Day, wage: Rupiah, employer: Employer
  ) throws -> Enrolment {
    let (person, found) = form.read(on: today)
    var faults = found
    if let person { faults += try AgeRule(law: office.law, on: today).faults(of: person, segment: employer.segment) }
    faults += ContributionFacts.faults(ofWage: wage, segment: employer.segment, place: "wage")
    if !wage.isPositive {
      faults.append(
        Fault("wage", "Upah harus lebih dari nol, misalnya 3.500.000.", "A wage is above zero, for example 3.500.000."))
    }
    if startedOn > today {
      faults.append(
        Fault("startedOn", "Hari mulai kerja tidak boleh sesudah hari ini.", "Work cannot have begun after today."))
    }
    if let person, startedOn < person.bornOn {
      faults.append(Fault("startedOn", "Hari mulai kerja sebelum tanggal lahir.", "Work began before birth."))
    }
    guard faults.isEmpty, let person else { throw OfficeError.faults(faults) }
    return Enrolment(
      person: person, segment: employer.segment, employerID: employer.id, programmes: employer.profile.programmes,
      occupation: occupation, relief: employer.profile.relief.rawValue, joinedOn: startedOn, wage: wage,
      confirmed: false)
  }

  private func refuse(twice nik: NIK, seen: inout Set<NIK>, working: Set<MemberID>) throws {
    let known = try db.memberID(of: nik)
    if !seen.insert(nik).inserted || known.map(working.contains) == true {
      throw OfficeError.fault(
        "nik", "NIK \(nik.masked) sudah ada di daftar pekerja Anda.",
        "NIK \(nik.masked) is on your list of workers already.")
    }
  }

  /// A NIK that is registered is this worker's only if name and birth date agree: whoever types somebody's number is not
  /// told whose it is, and gives no stranger a membership.
  private func refuse(mistaken person: Person) throws {
    guard let id = try db.memberID(of: person.nik), let known = try db.member(id)?.person else { return }
    guard known.bornOn == person.bornOn, known.name.lettersAlone == person.name.lettersAlone else {
      throw OfficeError.fault(
        "nik",
        "NIK \(person.nik.masked) terdaftar dengan nama atau tanggal lahir lain. Cocokkan dengan KTP; kalau sudah cocok, minta pekerja datang ke kantor.",
        "NIK \(person.nik.masked) is registered with another name or birth date. Compare the card; if it agrees, send the worker to the office."
      )
    }
  }

  private func worker(_ kpj: KPJ, of employer: EmployerID) throws -> Membership {
    guard let member = try db.memberID(of: kpj),
      let membership = try db.memberships(of: member).first(where: { $0.kpj == kpj }), membership.employerID == employer
    else {
      throw OfficeError.fault(
        "kpj", "KPJ \(kpj) bukan pekerja perusahaan ini. Lihat lagi daftar pekerja.",
        "KPJ \(kpj) is no worker of this employer. Look again at the list of workers.")
    }
    return membership
  }
}

extension String {
  /// For comparing names: capitals or not, dots and blanks apart.
  fileprivate var lettersAlone: String { lowercased().filter(\.isLetter) }
}
