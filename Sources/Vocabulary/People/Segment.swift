/// The four kinds of membership (segmen kepesertaan).
public enum Segment: String, Codable, Sendable, CaseIterable {
  /// Penerima upah: a worker with an employer and a wage.
  case wageEarner = "PU"
  /// Bukan penerima upah: self-employed and informal.
  case selfEmployed = "BPU"
  /// Jasa konstruksi: a worker on a construction project.
  case construction = "JAKON"
  /// Pekerja migran Indonesia.
  case migrant = "PMI"
}

/// The five programmes. Their acronyms are never translated.
public enum Programme: String, Codable, Sendable, CaseIterable, Comparable {
  case jkk = "JKK"
  case jkm = "JKM"
  case jht = "JHT"
  case jp = "JP"
  case jkp = "JKP"

  public static func < (a: Programme, b: Programme) -> Bool { a.bit < b.bit }

  var bit: Int { Programme.allCases.firstIndex(of: self) ?? 0 }
}

/// A set of programmes, small enough for a column.
public struct ProgrammeSet: OptionSet, Hashable, Sendable, Codable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public init(_ programme: Programme) { self.init(rawValue: 1 << programme.bit) }

  public static let jkk = ProgrammeSet(.jkk)
  public static let jkm = ProgrammeSet(.jkm)
  public static let jht = ProgrammeSet(.jht)
  public static let jp = ProgrammeSet(.jp)
  public static let jkp = ProgrammeSet(.jkp)

  public func contains(_ programme: Programme) -> Bool { contains(ProgrammeSet(programme)) }

  public var programmes: [Programme] { Programme.allCases.filter { contains($0) } }
}

extension ProgrammeSet: CustomStringConvertible {
  /// `JKK, JKM, JHT`.
  public var description: String { programmes.map(\.rawValue).joined(separator: ", ") }
}

public enum Sex: String, Codable, Sendable, CaseIterable {
  case male = "L"
  case female = "P"
}
