// swift-tools-version: 6.2
import PackageDescription

// One package, one direction of dependency: every target names the rooms it may look into, and
// `swift build --explicit-target-dependency-import-check error` keeps it so. See ARCHITECTURE.md.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let http: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"),
  .product(name: "HTTPTypes", package: "swift-http-types"),
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "Logging", package: "swift-log"),
]

func room(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "naungan",
  products: [
    .executable(name: "naungan", targets: ["naungan"]),
    // What Benchmarks/, a package of its own, measures and measures against.
    .library(name: "Books", targets: ["Simulation", "Office", "Programs", "Law", "Store", "Vocabulary"]),
    .library(name: "CSQLite", targets: ["CSQLite"]),
    .library(name: "CPostgreSQL", targets: ["CPostgreSQL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
  ],
  targets: [
    // System libraries, two lines each.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

    // The rooms, from the words to the doors.
    room("Vocabulary", []),
    room("Law", ["Vocabulary", .product(name: "Yams", package: "Yams")]),
    room("Programs", ["Law", "Vocabulary"]),
    room("Ledger", ["Vocabulary"]),
    room("Formats", ["Vocabulary", "CPango", "CQRencode"]),
    room("Store", ["Vocabulary", "CSQLite", "CPostgreSQL"]),
    room(
      "Office", ["Store", "Ledger", "Programs", "Law", "Formats", "Vocabulary", "CSodium"], resources: [.copy("Schema")]
    ),
    room("Gateways", ["Office", "Formats", "Vocabulary", "CSodium"]),
    room("Simulation", ["Office", "Programs", "Law", "Store", "Vocabulary"]),
    room(
      "Web",
      [
        "Gateways", "Office", "Formats", "Ledger", "Programs", "Law", "Vocabulary",
        .product(name: "Mustache", package: "swift-mustache"),
      ]
        + http,
      resources: [.copy("Templates"), .copy("Assets")]),
    .executableTarget(
      name: "naungan",
      dependencies: [
        "Web", "Simulation", "Gateways", "Office", "Store", "Formats", "Ledger", "Programs", "Law", "Vocabulary",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),

    // What tests share: an office with a clock of its own, and people who do not exist.
    .target(
      name: "Fixtures", dependencies: ["Office", "Formats", "Store", "Programs", "Law", "Vocabulary"],
      path: "Tests/Fixtures",
      swiftSettings: strict),

    // The tests, from quick to slow.
    tests("VocabularyTests", ["Vocabulary"]),
    tests("LawTests", ["Law", "Vocabulary"]),
    tests("ProgramsTests", ["Programs", "Law", "Vocabulary"]),
    tests("LedgerTests", ["Ledger", "Vocabulary"]),
    tests("FormatsTests", ["Formats", "Vocabulary"]),
    tests("StoreTests", ["Store", "Vocabulary"]),
    tests(
      "OfficeTests", ["Fixtures", "Formats", "Office", "Gateways", "Store", "Ledger", "Programs", "Law", "Vocabulary"]),
    tests(
      "WebTests",
      ["Fixtures", "Web", "Gateways", "Office", "Formats", "Programs", "Ledger", "Store", "Law", "Vocabulary"] + http),
    tests(
      "StoryTests", ["Fixtures", "Office", "Gateways", "Store", "Ledger", "Programs", "Law", "Formats", "Vocabulary"]),
    tests("SimulationTests", ["Simulation", "Fixtures", "Office", "Gateways", "Store", "Ledger", "Law", "Vocabulary"]),
    tests("CommandTests", ["Store", "Vocabulary"]),
    tests("BrowserTests", []),
    tests("TidyTests", []),
  ],
  swiftLanguageModes: [.v6]
)
