import Office
import Store
import Vocabulary

/// The return of a year on every account: previewed, approved, posted. Beside it a raw read of the movements it reads
/// (three times, as preview, approval and posting do) and a raw load of as many movements as it writes.
struct ReturnBenchmark {
  let office: Office
  let clock: SteppedClock
  let raw: any RawBook
  let year: Int

  func run() async throws -> ReturnFigures {
    let finance = Actor.given(id: "user/bench-finance", name: "Keuangan", roles: [.finance])
    let head = Actor.given(id: "user/bench-head", name: "Kepala", roles: [.branchHead])
    clock.move(to: Month(year: year + 1, month: 1), day: 12)
    let movements = try raw.count("jht_movement", inRaw: false)
    let previewWatch = Stopwatch()
    let run = try await office.savings.previewReturn(of: year, by: finance, key: ActKey("bench/preview"))
    let preview = previewWatch.elapsed
    let approveWatch = Stopwatch()
    _ = try await office.savings.approveReturn(run, by: head, key: ActKey("bench/approve"))
    let approve = approveWatch.elapsed
    let postWatch = Stopwatch()
    let done = try await office.savings.postReturn(of: year, by: finance)
    let post = postWatch.elapsed
    let (read, load) = try rawTwin(raw)
    return ReturnFigures(
      accounts: done.accounts, movements: movements, preview: preview, approve: approve, post: post, read: read,
      load: load)
  }

  private func rawTwin(_ raw: some RawBook) throws -> (Elapsed, Elapsed) {
    let readWatch = Stopwatch()
    _ = try raw.readAll("jht_movement", orderedBy: "member_id, kpj, kind, reference")
    let read = readWatch.elapsed
    let rows = try raw.capture("jht_movement", where: "kind = 2 AND reference = \(year)")
    let loadWatch = Stopwatch()
    try raw.load([rows])
    return (read, loadWatch.elapsed)
  }
}

struct ReturnFigures {
  let accounts: Int
  let movements: Int
  let preview: Elapsed
  let approve: Elapsed
  let post: Elapsed
  let read: Elapsed
  let load: Elapsed

  var whole: Double { preview.wall + approve.wall + post.wall }
  var floor: Double { 3 * read.wall + load.wall }

  func tell() {
    say(
      """
        yearly return: \(grouped(Double(accounts))) accounts, \(grouped(Double(movements))) movements; preview \
      \(fixed(preview.wall)) s, approval \(fixed(approve.wall)) s, posting \(fixed(post.wall)) s = \
      \(grouped(Double(accounts) / whole)) accounts/s; raw read \(fixed(read.wall)) s, raw load \(fixed(load.wall)) s; \
      ratio \(fixed(floor / whole))
      """)
  }

  static func summarize(_ rounds: [ReturnFigures]) {
    guard !rounds.isEmpty else { return }
    say(
      """
        yearly return: \(grouped(rounds.map { Double($0.accounts) / $0.whole }.median)) accounts/s; preview alone \
      \(grouped(rounds.map { Double($0.movements) / $0.preview.wall }.median)) movements/s, raw read \
      \(grouped(rounds.map { Double($0.movements) / $0.read.wall }.median)); ratio to three raw reads and a raw load \
      \(fixed(rounds.map { $0.floor / $0.whole }.median))
      """)
  }
}
