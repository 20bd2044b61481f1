import Foundation
import Law
import Store

@main
struct Bench {
  static func main() async {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      let law = try LawBook.load(folder: options.root + "/law", own: options.root + "/samples/law")
      if options.parts.contains("tariff") { try TariffBenchmark(law: law).run(rounds: options.rounds) }
      guard options.parts.contains("branch") else { return }
      var totals: [Engine: [BranchFigures]] = [:]
      for round in 1...options.rounds {
        for engine in options.engines {
          say("\n\(engine.rawValue), round \(round) of \(options.rounds), load \(load())")
          let ground = try Ground.make(engine, options)
          defer { ground.clear() }
          totals[engine, default: []].append(
            try await BranchBenchmark(ground: ground, law: law, options: options).run())
        }
      }
      for engine in options.engines { BranchFigures.summarize(totals[engine] ?? [], engine) }
    } catch {
      FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
      exit(1)
    }
  }

  /// How busy the machine was in the last minute, beside which every figure must be read.
  private static func load() -> String {
    var average = [0.0]
    getloadavg(&average, 1)
    return fixed(average[0], 1)
  }
}
