extension Letter {
  /// The letter as a PDF of A4 pages, numbered, with title and structure. The same letter gives the same bytes.
  /// Throws `FormatError` where the code has too much to hold or the drawing fails.
  public func pdf() throws(FormatError) -> [UInt8] { try LetterSetter(self).pdf() }
}
