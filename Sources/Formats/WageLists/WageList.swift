public import Vocabulary

/// What an employer uploads: who joins, who leaves, whose wage changes. One line, one person, one change.
public struct WageList: Hashable, Sendable {
  public var lines: [Line]

  public init(lines: [Line]) { self.lines = lines }

  public struct Line: Hashable, Sendable {
    /// Where it stands in the file, counted from 1 with the titles.
    public var line: Int
    public var nik: NIK
    /// Empty only where the person is known already, that is on leaving and on a change of wage.
    public var name: String
    public var change: Change

    public init(line: Int, nik: NIK, name: String, change: Change) {
      (self.line, self.nik, self.name, self.change) = (line, nik, name, change)
    }
  }

  public enum Change: Hashable, Sendable {
    case join(Joining)
    /// The last day of work.
    case leave(Day)
    /// The new monthly wage, and the day from which it counts where the employer says so.
    case wage(Rupiah, from: Day?)
  }

  public struct Joining: Hashable, Sendable {
    public var birth: Day
    public var sex: Sex
    public var mothersMaidenName: String?
    /// A month's wage.
    public var wage: Rupiah
    /// The first day of work.
    public var start: Day

    public init(birth: Day, sex: Sex, mothersMaidenName: String? = nil, wage: Rupiah, start: Day) {
      (self.birth, self.sex, self.mothersMaidenName) = (birth, sex, mothersMaidenName)
      (self.wage, self.start) = (wage, start)
    }
  }

  /// What was found in a file: the lines that are in order, and all that is wrong with the others.
  public struct Reading: Sendable {
    public var list: WageList
    /// Each names its line and column: `line 412, wage`.
    public var faults: [Fault]
    /// Worth a look, no reason to refuse: a birth date that differs from the one in the NIK.
    public var warnings: [Fault]

    public var isInOrder: Bool { faults.isEmpty }
  }

  public enum Action: String, Sendable, CaseIterable {
    case join = "JOIN"
    case leave = "LEAVE"
    case wage = "WAGE"

    /// As the template has it.
    public var indonesian: String {
      switch self {
      case .join: "MASUK"
      case .leave: "KELUAR"
      case .wage: "UPAH"
      }
    }
  }
}

extension WageList.Change {
  public var action: WageList.Action {
    switch self {
    case .join: .join
    case .leave: .leave
    case .wage: .wage
    }
  }
}
