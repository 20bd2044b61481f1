import Law
import Office
import Simulation
import Store
import Vocabulary

/// Builds the sample branch month by month through the office's own acts, and after each month loads the very rows of
/// that month into the raw book: both meet the machine in the same mood, and tables of the same size.
struct BranchBenchmark {
  static let first = Month(year: 2023, month: 1)

  let ground: Ground
  let law: LawBook
  let options: Options

  func run() async throws -> BranchFigures {
    let clock = SteppedClock(Self.first.day(1))
    let office = Office(
      database: ground.book, law: law, keys: OfficeKeys(seed: "benchmark"), random: SeededRandom(seed: 1),
      clock: { clock.read() })
    let size = BranchSize.jambi2023.scaled(to: options.share)
    var simulator = Simulator(
      office: office, clock: clock, setting: .init(size: size, first: Self.first, months: options.months))
    let steps = Steps()
    simulator.onStep = { steps.begin($0) }
    var figures = BranchFigures()
    var lines = 0
    try await simulator.run { report in
      steps.end()
      lines += report.lines
    } night: {
      let month = Self.first.adding(figures.months.count)
      let taken = steps.take()
      figures.add(try rawMonth(ground.raw, month, taken))
    }
    figures.lines = lines
    try compare(ground.raw)
    // The simulator credits a year in the January after; a year that ends with the simulation is left for us.
    let last = Self.first.adding(options.months - 1)
    if last.monthOfYear == 12 {
      figures.returns = try await ReturnBenchmark(
        office: office, clock: clock, raw: ground.raw, year: last.year
      ).run()
    }
    figures.tell(ground.engine)
    return figures
  }

  private func rawMonth(
    _ raw: some RawBook, _ month: Month, _ taken: [Simulator.Step: Elapsed]
  ) throws -> BranchFigures.OfMonth {
    var figures = BranchFigures.OfMonth(steps: taken)
    for isHot in [false, true] {
      let all = try MonthRows.all.filter { $0.isHot == isHot }.map {
        try raw.capture($0.table, where: $0.condition(month))
      }
      let watch = Stopwatch()
      try raw.load(all)
      let rows = all.map(\.count).reduce(0, +)
      if isHot {
        (figures.hotRows, figures.hotRaw) = (rows, watch.elapsed)
      } else {
        (figures.otherRows, figures.otherRaw) = (rows, watch.elapsed)
      }
    }
    return figures
  }

  /// Equal work first: every table that the raw load fills has as many rows as the book.
  private func compare(_ raw: some RawBook) throws {
    for table in Set(MonthRows.all.map(\.table)) {
      let (book, copy) = (try raw.count(table, inRaw: false), try raw.count(table, inRaw: true))
      guard book == copy else { throw Halt("\(table) has \(book) rows, and the raw load made \(copy)") }
    }
  }
}

/// What each part of the simulated month took.
final class Steps {
  private var taken: [Simulator.Step: Elapsed] = [:]
  private var running: (step: Simulator.Step, watch: Stopwatch)?

  func begin(_ step: Simulator.Step) {
    end()
    running = (step, Stopwatch())
  }

  func end() {
    if let running { taken[running.step, default: Elapsed()] += running.watch.elapsed }
    running = nil
  }

  func take() -> [Simulator.Step: Elapsed] {
    end()
    defer { taken = [:] }
    return taken
  }
}
