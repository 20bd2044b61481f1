// swift-tools-version: 6.2
import PackageDescription

// Measures the book's hot path against what the engines do raw. A package of its own, so that building and testing the
// program never builds it. `make bench` runs it; docs/benchmarks.md tells what is measured and what came out.

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "naungan", path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "Books", package: "naungan"), .product(name: "CSQLite", package: "naungan"),
        .product(name: "CPostgreSQL", package: "naungan"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
