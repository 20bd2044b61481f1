public import Vocabulary

/// Everything wrong with a folder of law, at once.
public struct LawFaults: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [Fault]

  public var description: String { faults.map { "\($0.place): \($0.words.english)" }.joined(separator: "\n") }
}

/// The law as data: what was in force on which day, and by which article. Read once from `law/`; a value, so that a
/// decision can never see it change.
///
/// Start with `LawBook.load(folder:)`, then ask with a key: `try book[JHT.retirementAge].inForce(on: day)`.
public struct LawBook: Sendable {
  /// SHA-256 over every YAML file under `law/` in path order, in lower-case hexadecimal. Stored with every decision.
  public let hash: String
  /// By name.
  public let instruments: [String: Instrument]
  /// In the order of their names.
  public let parameters: [StoredParameter]
  /// The register of programmes, in the order written.
  public let register: [RegisterEntry]

  /// What each kind of claim asks for, in the order of their names.
  public let requirements: [RequirementList]

  private let places: [String: Int]

  init(
    hash: String, instruments: [String: Instrument], parameters: [StoredParameter], register: [RegisterEntry],
    requirements: [RequirementList] = []
  ) {
    self.requirements = requirements
    self.hash = hash
    self.instruments = instruments
    self.parameters = parameters.sorted { $0.name < $1.name }
    self.register = register
    places = Dictionary(
      self.parameters.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The parameter as its file gives it, if there is one of that name.
  public func find(_ name: String) -> StoredParameter? { places[name].map { parameters[$0] } }

  /// The parameter of `key` with its whole history, read as the key's type.
  public subscript<Value>(key: LawKey<Value>) -> Parameter<Value> {
    get throws(LawError) {
      guard let stored = find(key.name) else { throw .unknownParameter(key.name) }
      var history: [Parameter<Value>.Entry] = []
      for entry in stored.entries {
        history.append(
          Parameter.Entry(
            from: entry.from, value: try entry.value(as: Value.self, in: stored), source: entry.source,
            note: entry.note, confidence: entry.confidence))
      }
      return Parameter(
        name: stored.name, title: stored.title, unit: stored.unit, satuan: stored.satuan, history: history,
        confidence: stored.confidence, checked: stored.checked)
    }
  }

  /// What `key` was on `day`: the same answer as `self[key].inForce(on: day)`, without reading the rest of the history.
  public func inForce<Value>(_ key: LawKey<Value>, on day: Day) throws(LawError) -> InForce<Value> {
    guard let stored = find(key.name) else { throw .unknownParameter(key.name) }
    guard let entry = stored.entries.last(where: { $0.from <= day }) else {
      throw .silent(parameter: key.name, on: day, begins: stored.entries.first?.from)
    }
    guard let value = try entry.value(as: Value.self, in: stored) else {
      throw .repealed(parameter: key.name, on: day, by: entry.source)
    }
    return InForce(
      value: value, source: entry.source, confidence: entry.confidence, from: entry.from, parameter: key.name)
  }

  /// What `key` was on `day`, or `nil` where the law was silent or repealed: for rules whose absence means something,
  /// such as a relief that has ended. Never for amounts: there silence is an error.
  public func findInForce<Value>(_ key: LawKey<Value>, on day: Day) throws(LawError) -> InForce<Value>? {
    do throws(LawError) {
      return try inForce(key, on: day)
    } catch {
      switch error {
      case .silent, .repealed: return nil
      case .notDeclared, .unknownParameter, .wrongForm, .noRow: throw error
      }
    }
  }
}

extension StoredParameter.Entry {
  func value<Value: LawReadable>(as _: Value.Type, in parameter: StoredParameter) throws(LawError) -> Value? {
    guard let value else { return nil }
    do throws(WrongForm) {
      return try Value(law: value)
    } catch {
      throw .wrongForm(parameter: parameter.name, wanted: error.wanted)
    }
  }
}
