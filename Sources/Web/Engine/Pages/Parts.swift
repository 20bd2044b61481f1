public import Vocabulary

/// Models of the parts that many pages share; each matches `Templates/parts/<name>.mustache`.
public enum Part {
  /// How a thing stands, by colour and always by word: `parts/tag`.
  public enum Tone: String, Sendable, CaseIterable {
    case neutral
    case good
    case waiting
    case bad
    case draft
  }

  public static func tag(_ words: Words, _ tone: Tone) -> Model {
    ["words": .words(words), "tone": .text(tone.rawValue)]
  }

  /// `parts/notice`: one calm box. `tone` is neutral, good, waiting (a warning) or bad.
  public static func notice(_ tone: Tone, _ title: Words, _ text: Words? = nil, link: Page.Link? = nil) -> Model {
    [
      "tone": .text(tone.rawValue), "title": .words(title), "text": .optional(text), "link": link?.model ?? .nothing,
    ]
  }

  /// One row of `parts/facts`: a name and its value, and where the value comes from.
  public static func fact(_ name: Words, _ value: Model, source: Words? = nil, change: String? = nil) -> Model {
    ["name": .words(name), "value": value, "source": .optional(source), "change": .optional(change)]
  }

  /// One step of `parts/timeline`.
  public enum Reached: String, Sendable {
    case done
    case now
    case later
  }

  public static func step(_ words: Words, _ reached: Reached, when: Model = .nothing, note: Words? = nil) -> Model {
    [
      "words": .words(words), "state": .text(reached.rawValue), "isDone": .flag(reached == .done),
      "isNow": .flag(reached == .now), "isLater": .flag(reached == .later), "when": when, "note": .optional(note),
    ]
  }

  /// How many working days are left: `parts/days-left`. Below zero it is late.
  public static func daysLeft(_ left: Int, of total: Int, due: Day) -> Model {
    let words =
      left > 0
      ? Words("Sisa \(left) hari kerja", "\(left) working day\(left == 1 ? "" : "s") left")
      : left == 0
        ? Words("Harus selesai hari ini", "Due today")
        : Words("Lewat \(-left) hari kerja", "\(-left) working day\(left == -1 ? "" : "s") late")
    return [
      "words": .words(words), "due": .day(due), "total": .text(String(total)),
      "tone": .text((left > 1 ? Tone.good : left >= 0 ? .waiting : .bad).rawValue),
      "dots": .each(0..<total) { ["on": .flag($0 < total - left)] },
    ]
  }

  /// `parts/pages`: links to the page before and after; `nil` where there is none.
  public static func pages(previous: String?, next: String?, shown: Words) -> Model {
    ["previous": .optional(previous), "next": .optional(next), "shown": .words(shown)]
  }

  /// `parts/empty`: nothing here yet, and what to do about it.
  public static func empty(_ title: Words, _ text: Words, link: Page.Link? = nil) -> Model {
    ["title": .words(title), "text": .words(text), "link": link?.model ?? .nothing]
  }

  /// `parts/faults`: what is wrong, each linked to its field; without a place, to the page itself.
  public static func faults(_ faults: [Fault]) -> Model {
    [
      "faults": .each(faults) {
        ["target": .text($0.place.isEmpty ? "isi" : "f-" + $0.place), "words": .words($0.words)]
      }
    ]
  }

  /// One row of a list of tasks, claims or papers: `parts/task`.
  public static func task(_ words: Words, note: Words? = nil, address: String? = nil, tag: Model = .nothing) -> Model {
    ["words": .words(words), "note": .optional(note), "address": .optional(address), "tag": tag]
  }

  /// One row of `parts/links`.
  public static func link(_ words: Words, _ address: String, note: Words? = nil) -> Model {
    ["words": .words(words), "address": .text(address), "note": .optional(note)]
  }

  /// One step of `parts/working`. `draft` marks a value that legal staff have not confirmed.
  public static func reckoned(_ words: Words, _ amount: Model = .nothing, article: String, draft: Bool) -> Model {
    ["words": .words(words), "amount": amount, "article": .text(article), "draft": .flag(draft)]
  }

  /// `parts/working`: the steps and what comes out.
  public static func working(_ steps: [Model], total words: Words, _ amount: Model) -> Model {
    ["steps": .list(steps), "total": ["words": .words(words), "amount": amount]]
  }

  /// One box of figures at the head of a page.
  public static func figure(_ name: Words, _ value: Model) -> Model { ["name": .words(name), "value": value] }
}
