import Foundation
import Gateways
import Office
import Store
import Vocabulary

/// A branch with its books open.
struct OpenBranch {
  let office: Office
  let folder: DataFolder
  /// What was agreed with the banks; `nil` where nothing is yet.
  let banks: BankFile?

  var database: Database { office.database }

  /// How the tables must stand.
  enum Tables {
    /// As this program needs them, or the command is refused.
    case asNeeded
    /// Made or brought up to date first.
    case brought
  }
}

extension BranchOptions {
  /// Opens the books, for one command or for service.
  ///
  /// - Throws: `Ending` with what to do when there are no books, when they wait for migrations, when their key is gone or
  /// when the file of the banks is at fault.
  func open(
    _ law: LawOptions, tables: OpenBranch.Tables = .asNeeded, connections: Int = 4, durability: Durability = .full,
    random: SeededRandom = .unseeded(), clock: @escaping @Sendable () -> Instant = Instant.now
  ) throws -> OpenBranch {
    let book = try law.load(own: folder.law)
    let banks = try folder.bankFile()
    let database = try openDatabase(tables: tables, connections: connections, durability: durability)
    let migrator = try Migrator(migrations: try Schema.migrations(for: database.engine))
    try bring(database, migrator, tables)
    let office = Office(
      database: database, law: book, keys: try OfficeKeys.load(from: folder.key), branch: banks?.branch() ?? .jambi,
      random: random, clock: clock)
    return OpenBranch(office: office, folder: folder, banks: banks)
  }

  func openDatabase(
    tables: OpenBranch.Tables, connections: Int = 2, durability: Durability = .full
  ) throws -> Database {
    let location = try location()
    if tables == .brought {
      try folder.make()
    } else if case .sqlite(let path) = location, !FileManager.default.fileExists(atPath: path) {
      throw Ending.noBooks(at: location)
    }
    return try Database.open(location, connections: connections, durability: durability)
  }

  private func bring(_ database: Database, _ migrator: Migrator, _ tables: OpenBranch.Tables) throws {
    let pending = try migrator.pending(database)
    if pending.count < migrator.migrations.count { try requireKey(of: database) }
    switch tables {
    case .brought: try migrator.apply(database, at: .now())
    case .asNeeded:
      guard pending.count < migrator.migrations.count else { throw Ending.noBooks(at: database.location) }
      guard pending.isEmpty else { throw Ending.behind(by: pending.count) }
    }
  }

  /// Books with a trail need the key that sealed it: a new one would make every row look forged.
  private func requireKey(of database: Database) throws {
    guard !FileManager.default.fileExists(atPath: folder.key) else { return }
    guard try database.readNow({ try $0.exists("SELECT 1 FROM audit_head") }) else { return }
    throw Ending(
      .unusable, "Kunci kantor \(folder.key) tidak ada, padahal buku sudah dipakai. Kembalikan dari cadangan.",
      "The office's key \(folder.key) is missing, and the books are in use. Put it back from your backup.")
  }
}

extension Ending {
  static func noBooks(at location: DatabaseLocation) -> Ending {
    Ending(
      .unusable,
      """
      Belum ada buku di \(location). Buat contoh dengan "naungan demo", atau kantor baru dengan \
      "naungan database migrate".
      """,
      """
      There are no books at \(location). Make a sample with "naungan demo", or a new branch with \
      "naungan database migrate".
      """)
  }

  static func behind(by count: Int) -> Ending {
    Ending(
      .unusable, "Basis data menunggu \(count) migrasi. Buat cadangan, lalu jalankan \"naungan database migrate\".",
      "The database waits for \(count) migrations. Make a backup, then run \"naungan database migrate\".")
  }
}

extension Instant {
  /// By the system's clock.
  static func now() -> Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
}

extension OpenBranch {
  /// The files for and from the bank that pays benefits; without an agreement those of the sandbox.
  func files(production: Bool) throws(Ending) -> BankFiles {
    if let banks { return BankFiles(office: office, bank: banks.paying) }
    guard !production else {
      throw Ending(
        .unusable, "Bank yang membayar belum tertulis di \(folder.banks). Contohnya ada di docs/operating.md.",
        "No paying bank stands in \(folder.banks). docs/operating.md has an example.")
    }
    return BankFiles(office: office, bank: .sandbox(of: office))
  }
}
