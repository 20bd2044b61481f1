import Foundation
import Law
import Programs

/// The project's own law, found from this file's place.
let lawFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "law").path

func projectLaw() throws -> LawBook { try LawBook.load(folder: lawFolder) }
