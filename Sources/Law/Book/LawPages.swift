private import Foundation
internal import Vocabulary

/// The YAML pages under a folder, in path order, and the fingerprint of them all.
struct LawPages {
  struct Page {
    /// As people know it: `law/parameters/jht/retirement_age.yaml`.
    let path: String
    let text: String
  }

  let pages: [Page]
  let hash: String

  /// - Parameter own: an office's own pages beside those of `folder`; one of the same path stands in its place.
  init(folder: String, own: String?, faults: inout FaultList) {
    let shipped = Self.files(under: folder)
    guard !shipped.isEmpty else {
      faults.add("law", 1, "Folder hukum tidak ada atau kosong.", "the folder of law is missing or empty")
      (pages, hash) = ([], "")
      return
    }
    let files = shipped.merging(own.map(Self.files) ?? [:]) { _, own in own }
    var pages: [Page] = []
    var digest = SHA256()
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      let path = "law/" + name
      guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
      else {
        faults.add(path, 1, "Berkas tidak dapat dibaca sebagai UTF-8.", "the file cannot be read as UTF-8")
        continue
      }
      pages.append(Page(path: path, text: text))
      // Name and length before the content, so that moving text from one file to the next shows.
      digest.update(Array("\(path)\n\(data.count)\n".utf8))
      digest.update(Array(data))
    }
    (self.pages, hash) = (pages, digest.finish())
  }

  /// Every YAML file under a folder, by its path there.
  private static func files(under folder: String) -> [String: String] {
    // The folder itself may be a link, as releases often are; its subpaths are listed only once that is followed.
    let folder = URL(filePath: folder).resolvingSymlinksInPath().path
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return Dictionary(
      names.filter { $0.hasSuffix(".yaml") }.map { ($0, folder + "/" + $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The pages of `folder` under `law/`, each with its name there: no folder, no ending.
  func pages(in folder: String) -> [(name: String, page: Page)] {
    let start = "law/\(folder)/"
    return pages.filter { $0.path.hasPrefix(start) }.map { page in
      (String(page.path.dropFirst(start.count).dropLast(".yaml".count)), page)
    }
  }
}

extension LawPages.Page {
  /// The page as a tree, or `nil` with the fault noted.
  func read(_ faults: inout FaultList) -> Written? {
    do throws(UnreadablePage) {
      return try Written.read(yaml: text)
    } catch {
      faults.add(path, error.line, "Berkas YAML tidak dapat dibaca: \(error.reason).", error.reason)
      return nil
    }
  }
}
