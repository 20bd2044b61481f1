import Simulation
import Store

/// What one building of the branch came to.
struct BranchFigures {
  struct OfMonth {
    let steps: [Simulator.Step: Elapsed]
    var hotRows = 0
    var hotRaw = Elapsed()
    var otherRows = 0
    var otherRaw = Elapsed()

    init(steps: [Simulator.Step: Elapsed]) { self.steps = steps }

    var hot: Elapsed { sum(.bills, .payments) }
    var whole: Elapsed { steps.values.reduce(into: Elapsed()) { $0 += $1 } }
    var wholeRaw: Elapsed {
      var raw = hotRaw
      raw += otherRaw
      return raw
    }
    private func sum(_ parts: Simulator.Step...) -> Elapsed {
      parts.reduce(into: Elapsed()) { $0 += steps[$1] ?? Elapsed() }
    }
  }

  private(set) var months: [OfMonth] = []
  var lines = 0
  var returns: ReturnFigures?

  mutating func add(_ month: OfMonth) { months.append(month) }

  var rows: Int { months.map { $0.hotRows + $0.otherRows }.reduce(0, +) }
  var hotRows: Int { months.map(\.hotRows).reduce(0, +) }
  func total(_ part: (OfMonth) -> Elapsed) -> Elapsed { months.reduce(into: Elapsed()) { $0 += part($1) } }

  /// Rows a second of the book over rows a second of the raw load.
  var ratio: Double { total(\.wholeRaw).wall / total(\.whole).wall }
  var hotRatio: Double { total(\.hotRaw).wall / total(\.hot).wall }
}

extension BranchFigures {
  func tell(_ engine: Engine) {
    say("  \(grouped(Double(lines))) lines billed, \(grouped(Double(rows))) rows in \(months.count) months")
    tell("whole branch", rows, total(\.whole), total(\.wholeRaw), months.map { $0.wholeRaw.wall / $0.whole.wall })
    tell("bill, pay, post", hotRows, total(\.hot), total(\.hotRaw), months.map { $0.hotRaw.wall / $0.hot.wall })
    for step in Simulator.Step.allCases {
      let spent = total { $0.steps[step] ?? Elapsed() }
      say("    \(step.rawValue): \(fixed(spent.wall, 1)) s (\(fixed(spent.cpu, 1)) s of processor)")
    }
    returns?.tell()
  }

  private func tell(_ name: String, _ rows: Int, _ own: Elapsed, _ raw: Elapsed, _ ratios: [Double]) {
    let speeds = [own, raw].map { grouped(Double(rows) / $0.wall) }
    say(
      """
        \(name): \(fixed(own.wall, 1)) s (\(fixed(own.cpu, 1)) s of processor), \(speeds[0]) rows/s; raw \
      \(fixed(raw.wall, 1)) s (\(fixed(raw.cpu, 1))), \(speeds[1]) rows/s; ratio \(fixed(raw.wall / own.wall)), \
      median of months \(fixed(ratios.median))
      """)
  }

  /// Medians over the rounds.
  static func summarize(_ rounds: [BranchFigures], _ engine: Engine) {
    func median(_ figure: (BranchFigures) -> Double) -> Double { rounds.map(figure).median }
    say(
      """

      \(engine.rawValue), medians of \(rounds.count):
        whole branch: \(fixed(median { $0.total(\.whole).wall }, 1)) s, \
      \(grouped(median { Double($0.rows) / $0.total(\.whole).wall })) rows/s, raw \
      \(grouped(median { Double($0.rows) / $0.total(\.wholeRaw).wall })), ratio \(fixed(median(\.ratio)))
        bill, pay, post: \(fixed(median { $0.total(\.hot).wall }, 1)) s, \
      \(grouped(median { Double($0.hotRows) / $0.total(\.hot).wall })) rows/s, raw \
      \(grouped(median { Double($0.hotRows) / $0.total(\.hotRaw).wall })), ratio \(fixed(median(\.hotRatio)))
      """)
    ReturnFigures.summarize(rounds.compactMap(\.returns))
  }
}
