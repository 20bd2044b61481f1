/// The same schema beside the book, filled by the engine's own bulk interface with nothing of ours in between.
///
/// `capture` copies rows of the book into memory, and is not timed; `load` puts them into the raw book in one durable
/// transaction, and is.
protocol RawBook: AnyObject {
  associatedtype Rows: RawRows

  func capture(_ table: String, where condition: String) throws -> Rows
  func load(_ all: [Rows]) throws
  /// How many rows of a table the book, or the raw one, has.
  func count(_ table: String, inRaw: Bool) throws -> Int
  /// Reads every column of every row of the book, in the order of `columns`, and answers how many rows there were.
  func readAll(_ table: String, orderedBy columns: String) throws -> Int
}

protocol RawRows {
  var table: String { get }
  var count: Int { get }
}
