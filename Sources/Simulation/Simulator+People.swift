import Office
import Programs
import Vocabulary

extension Simulator {
  /// The named people first, then the employers: PU businesses of forty on average, construction projects of thirty.
  mutating func openBranch() async throws {
    try await openNamed()
    let employers = (setting.size.wageEarners + 39) / 40
    for number in 0..<employers { try await openBusiness(number, construction: false) }
    for number in 0..<((setting.size.construction + 29) / 30) {
      try await openBusiness(employers + number, construction: true)
    }
  }

  private mutating func openBusiness(_ number: Int, construction: Bool) async throws {
    let name =
      construction
      ? "Proyek \(random.pick(Names.projects)) \(random.pick(Names.places)) \(number)"
      : "PT \(random.pick(Names.businesses)) \(random.pick(Names.places)) \(number)"
    // Of a hundred businesses 10 are micro, 40 small, 35 medium and 15 large.
    let lot = random.below(100)
    let scale: BusinessScale = lot < 10 ? .micro : lot < 50 ? .small : lot < 85 ? .medium : .large
    let form = EmployerForm(
      name: name, contactName: random.pick(Names.first), business: construction ? "konstruksi" : "usaha",
      scale: scale.rawValue, riskClass: 1 + random.below(5), construction: construction)
    let employer = try await again {
      try await office.employers.register(form, by: .system("sample"), key: key("business", number))
    }
    add(employer, isNamed: false)
  }

  mutating func add(_ employer: Employer, isNamed: Bool) {
    businesses.append(Business(id: employer.id, segment: employer.segment, programmes: employer.profile.programmes))
    if let payer = PayerID(employer.id.value) {
      payers[payer] = Payer(va: employer.va, isEmployer: true, isNamed: isNamed)
    }
  }

  /// Brings each segment to the number of the month: people leave, and others join.
  mutating func meetTarget(_ month: Month, _ index: Int) async throws {
    for segment in [Segment.wageEarner, .construction, .selfEmployed] {
      let active = lives.indices.filter { lives[$0].isActive && lives[$0].segment == segment }
      let target = setting.size.target(segment, month: index, of: setting.months)
      // Seven in a thousand change jobs or stop each month, besides what the branch shrinks by.
      let leaving = index == 0 ? 0 : active.count * 7 / 1_000 + max(0, active.count - target)
      let gone = try await leave(active, leaving, segment, month)
      try await join(target - (active.count - gone), segment, month)
    }
  }

  private mutating func join(_ count: Int, _ segment: Segment, _ month: Month) async throws {
    guard count > 0 else { return }
    let hosts = businesses.indices.filter { businesses[$0].segment == segment && $0 > 0 }
    var enrolments: [Enrolment] = []
    var employers: [Int?] = []
    for _ in 0..<count {
      people += 1
      let person = Names.person(people, bornFrom: month.year - 58, to: month.year - 19, &random)
      let host = segment == .selfEmployed ? nil : hosts[random.below(hosts.count)]
      employers.append(host)
      enrolments.append(enrolment(of: person, segment, host, month))
    }
    for (part, chunk) in stride(from: 0, to: count, by: 10_000).enumerated() {
      let slice = chunk..<min(chunk + 10_000, count)
      let enrolled = try await again {
        try await office.members.enrol(
          Array(enrolments[slice]), by: .system("sample"), key: key("join", month, segment.rawValue, part))
      }
      for (offset, one) in zip(slice, enrolled) {
        lives.append(
          Life(
            memberID: one.memberID, kpj: one.kpj, segment: segment, employer: employers[offset],
            wage: enrolments[offset].wage, isNamed: false))
        if let va = one.va, let payer = PayerID(one.memberID.value) {
          payers[payer] = Payer(va: va, isEmployer: false, isNamed: false)
        }
      }
    }
  }

  private mutating func enrolment(of person: Person, _ segment: Segment, _ host: Int?, _ month: Month) -> Enrolment {
    if let host {
      let wage = Rupiah(Int64(2_800_000 + random.below(120) * 50_000))
      return Enrolment(
        person: person, segment: segment, employerID: businesses[host].id, programmes: businesses[host].programmes,
        occupation: "pekerja", relief: "none", joinedOn: month.day(1 + random.below(2)), wage: wage,
        confirmed: random.chance(70))
    }
    let trade = random.pick(Names.trades)
    // Three in ten of the self-employed save for old age.
    let programmes: ProgrammeSet = random.chance(30) ? [.jkk, .jkm, .jht] : [.jkk, .jkm]
    return Enrolment(
      person: person, segment: .selfEmployed, programmes: programmes, occupation: trade,
      relief: (trade == "tukang ojek" || trade == "sopir travel" ? Relief.transport : .nonTransport).rawValue,
      joinedOn: month.day(1 + random.below(2)), wage: Rupiah(Int64(900_000 + random.below(40) * 100_000)),
      confirmed: true)
  }

  /// `count` of `active` leave: workers are reported out by their employers, the self-employed say so themselves.
  private mutating func leave(_ active: [Int], _ count: Int, _ segment: Segment, _ month: Month) async throws -> Int {
    guard count > 0 else { return 0 }
    var left: [Int: [Int]] = [:]
    var chosen: Set<Int> = []
    for _ in 0..<count {
      let life = active[random.below(active.count)]
      if !lives[life].isNamed, chosen.insert(life).inserted {
        left[lives[life].employer ?? -1, default: []].append(life)
      }
    }
    let lastDay = month.previous.lastDay
    for (employer, group) in left.sorted(by: { $0.key < $1.key }) {
      if employer >= 0 {
        try await reportOut(group, businesses[employer].id, lastDay, month)
      } else {
        for life in group { try await stopBusiness(life, month) }
      }
      for life in group { lives[life].isActive = false }
    }
    return chosen.count
  }

  private mutating func reportOut(_ group: [Int], _ employer: EmployerID, _ lastDay: Day, _ month: Month) async throws {
    let reasons: [EndReason] = group.map { _ in random.pick([.resigned, .resigned, .contractEnded, .laidOff]) }
    let lines = zip(group, reasons).map { WorkerReport.leaves(kpj: lives[$0].kpj, endedOn: lastDay, reason: $1) }
    _ = try await again {
      try await office.employers.report(lines, for: employer, by: Self.clerk, key: key("leave", month, employer))
    }
    leavers += zip(group, reasons).map { Leaver(life: $0, leftOn: lastDay, reason: $1) }
  }

  private mutating func stopBusiness(_ life: Int, _ month: Month) async throws {
    let (kpj, day) = (lives[life].kpj, month.day(2))
    _ = try await again { try await office.members.stopBusiness(kpj, on: day, by: Self.desk, key: key("stop", kpj)) }
    leavers.append(Leaver(life: life, leftOn: day, reason: .stoppedBusiness))
  }

  /// Each January three wages in four rise by three to nine percent.
  mutating func raiseWages(_ month: Month, _ index: Int) async throws {
    guard month.monthOfYear == 1, index > 0 else { return }
    var changes: [WageChange] = []
    for life in lives.indices where lives[life].isActive && lives[life].employer != nil && random.chance(75) {
      lives[life].wage = Rupiah(lives[life].wage.amount * Int64(103 + random.below(7)) / 100)
      changes.append(WageChange(kpj: lives[life].kpj, amount: lives[life].wage, from: month))
    }
    for (part, start) in stride(from: 0, to: changes.count, by: 10_000).enumerated() {
      let slice = Array(changes[start..<min(start + 10_000, changes.count)])
      _ = try await again { try await office.members.change(slice, by: Self.clerk, key: key("wages", month, part)) }
    }
  }
}
