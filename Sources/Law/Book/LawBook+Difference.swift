public import Vocabulary

/// A book as it stands on a day.
public struct Edition: Sendable {
  public let book: LawBook
  public let day: Day

  public init(_ book: LawBook, on day: Day) {
    self.book = book
    self.day = day
  }
}

extension LawBook {
  /// The parameters that differ between two editions, in the order of their names; only names that begin with `prefix`.
  ///
  /// Only the two days count: what changed between them and changed back is no difference.
  public static func parameterChanges(
    from earlier: Edition, to later: Edition, prefix: String = ""
  ) -> [ParameterChange] {
    let names = Set((earlier.book.parameters + later.book.parameters).map(\.name)).filter { $0.hasPrefix(prefix) }
    return names.sorted().compactMap { name in
      let (old, new) = (earlier.book.find(name), later.book.find(name))
      guard let shown = new ?? old else { return nil }
      let (before, after) = (earlier.standing(name), later.standing(name))
      guard !isSame(before, after) else { return nil }
      return ParameterChange(
        name: name, title: shown.title, unit: shown.units, before: before, after: after,
        repeal: after == nil ? later.repeal(name) : nil,
        rows: rowChanges(before, old?.columns ?? [], after, new?.columns ?? []))
    }
  }

  /// The kinds of claim that ask for something else, in the order of their names. `prefix` is that of the claim's name,
  /// with or without `requirements/` before it.
  public static func requirementChanges(
    from earlier: Edition, to later: Edition, prefix: String = ""
  ) -> [RequirementChange] {
    let names = Set((earlier.book.requirements + later.book.requirements).map(\.claim))
    return names.sorted().filter { $0.hasPrefix(prefix) || "requirements/\($0)".hasPrefix(prefix) }.compactMap { name in
      let (old, new) = (earlier.list(name), later.list(name))
      guard let title = (new ?? old)?.title else { return nil }
      return change(
        name, title, old?.asked(on: earlier.day) ?? [], new?.asked(on: later.day) ?? [],
        since: new?.entry(on: later.day)?.from)
    }
  }

  private static func isSame(_ before: ParameterChange.Standing?, _ after: ParameterChange.Standing?) -> Bool {
    before?.value == after?.value && before?.source == after?.source && before?.confidence == after?.confidence
  }

  private static func rowChanges(
    _ before: ParameterChange.Standing?, _ oldColumns: [LawColumn], _ after: ParameterChange.Standing?,
    _ newColumns: [LawColumn]
  ) -> [RowChange] {
    let (old, new) = (before?.value.rows ?? [], after?.value.rows ?? [])
    let (gone, came) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    let key = oldColumns == newColumns ? key(of: oldColumns, old, new) : nil
    func same(_ a: LawRow, _ b: LawRow) -> Bool {
      guard let key else { return false }
      return key.allSatisfy { a.cells[$0.name] == b.cells[$0.name] }
    }
    let left = gone.map { row in
      RowChange(columns: oldColumns, before: row, after: came.first { same(row, $0) })
    }
    let fresh = came.filter { row in !gone.contains { same($0, row) } }
    return left + fresh.map { RowChange(columns: newColumns, before: nil, after: $0) }
  }

  /// The first columns that tell the rows of both tables apart; `nil` where it takes all of them.
  private static func key(of columns: [LawColumn], _ tables: [LawRow]...) -> [LawColumn]? {
    for count in 1..<max(columns.count, 1) {
      let key = Array(columns.prefix(count))
      let isKey = tables.allSatisfy { rows in
        Set(rows.map { row in key.map { row.cells[$0.name] } }).count == rows.count
      }
      if isKey { return key }
    }
    return nil
  }

  private static func change(
    _ claim: String, _ title: Words, _ old: [RequirementChange.Asked], _ new: [RequirementChange.Asked],
    since from: Day?
  ) -> RequirementChange? {
    var (went, came) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    var changed: [RequirementChange.Pair] = []
    for ask in went {
      guard let at = came.firstIndex(where: { $0.requirement.fact == ask.requirement.fact }) else { continue }
      changed.append(RequirementChange.Pair(before: ask, after: came.remove(at: at)))
      went.removeAll { $0 == ask }
    }
    guard !(came.isEmpty && went.isEmpty && changed.isEmpty) else { return nil }
    return RequirementChange(
      claim: claim, title: title, from: from, came: came, went: went, changed: changed)
  }
}

extension Edition {
  fileprivate func entry(_ name: String) -> StoredParameter.Entry? {
    book.find(name)?.entries.last { $0.from <= day }
  }

  fileprivate func standing(_ name: String) -> ParameterChange.Standing? {
    guard let entry = entry(name), let value = entry.value else { return nil }
    return ParameterChange.Standing(
      value: value, from: entry.from, source: entry.source, cited: cited(entry.source), confidence: entry.confidence)
  }

  fileprivate func repeal(_ name: String) -> ParameterChange.Repeal? {
    guard let entry = entry(name), entry.value == nil else { return nil }
    return ParameterChange.Repeal(
      from: entry.from, source: entry.source, cited: cited(entry.source), confidence: entry.confidence)
  }

  fileprivate func list(_ claim: String) -> RequirementList? { book.requirements.first { $0.claim == claim } }

  private func cited(_ source: Citation) -> Words {
    Words(book.cited(source, in: .indonesian), book.cited(source, in: .english))
  }
}

extension LawValue {
  fileprivate var rows: [LawRow] { if case .table(let rows) = self { rows } else { [] } }
}

extension RequirementList {
  fileprivate func entry(on day: Day) -> Entry? { entries.last { $0.from <= day } }

  fileprivate func asked(on day: Day) -> [RequirementChange.Asked] {
    (entry(on: day)?.asks ?? []).map { ask in
      let only = [(grounds, ask.grounds), (claimants, ask.claimants), (channels, ask.channels)].compactMap {
        all, chosen in
        let named = all.filter { chosen.contains($0.value) }
        return named.count == all.count ? nil : named.map(\.words)
      }
      return RequirementChange.Asked(
        requirement: ask.requirement, grounds: ask.grounds, claimants: ask.claimants, channels: ask.channels,
        only: only)
    }
  }
}
