import Vocabulary

extension Field {
  /// The value as people read it, on the page that asks whether all is right.
  func shown(_ value: String, _ answers: Answers) -> Model {
    guard !value.isEmpty else { return .words("Tidak diisi", "Not filled in") }
    switch kind {
    case .money: return Rupiah(typed: value).map(Model.money) ?? .text(value)
    case .date: return Day(value).map(Model.day) ?? .text(value)
    case .nik: return .text(Self.spaced(value))
    case .choice(let choices): return choices.first { $0.value == value }.map { .words($0.words) } ?? .text(value)
    case .yesNo: return Kind.yesNoChoices.first { $0.value == value }.map { .words($0.words) } ?? .text(value)
    case .file: return .text(answers[name + ".filename"] ?? value)
    case .password: return "••••••••"
    case .text, .number, .phone, .email, .longText: return .text(value)
    }
  }

  /// Digits in groups of four.
  static func spaced(_ digits: String) -> String {
    digits.enumerated().map { ($0.offset > 0 && $0.offset % 4 == 0 ? " " : "") + String($0.element) }.joined()
  }

  /// The model of `parts/field-…`. `alone` says that the page's question is this field's label.
  func model(_ value: String, fault: Words?, alone: Bool, answers: Answers) -> Model {
    let described =
      (hint == nil ? [] : ["h-\(name)"]) + (example == nil ? [] : ["x-\(name)"]) + (fault == nil ? [] : ["e-\(name)"])
    let shared: Model = [
      "name": .text(name), "id": .text("f-" + name), "label": .words(label), "hint": .optional(hint),
      "example": .optional(example), "fault": .optional(fault), "autocomplete": .text(autocomplete),
      "described": .text(described.joined(separator: " ")), "required": .flag(required), "alone": .flag(alone),
    ]
    return shared.merging(own(value, answers))
  }

  private func own(_ value: String, _ answers: Answers) -> Model {
    switch kind {
    case .text: input(value)
    case .nik: input(NIK(value) == nil ? value : Self.spaced(value), mode: "numeric", width: "wide")
    case .number(let digits): input(value, mode: "numeric", width: digits.upperBound > 8 ? "wide" : "short")
    case .phone: input(value, type: "tel", mode: "tel", width: "wide")
    case .email: input(value, type: "email", mode: "email")
    case .password: input("", type: "password", width: "wide")
    case .money:
      ["part": "parts/field-money", "value": .text(Rupiah(typed: value)?.grouped ?? value)]
    case .longText: ["part": "parts/field-long", "value": .text(value)]
    case .date: date(value)
    case .choice(let choices): radios(choices, value)
    case .yesNo: radios(Kind.yesNoChoices, value, inline: true)
    case .file(let accept):
      [
        "part": "parts/field-file", "accept": .text(accept),
        "kept": value.isEmpty ? .nothing : .text(answers[name + ".filename"] ?? value),
      ]
    }
  }

  private func input(_ value: String, type: String = "text", mode: String = "text", width: String = "full") -> Model {
    [
      "part": "parts/field-text", "value": .text(value), "type": .text(type), "mode": .text(mode),
      "width": .text(width),
    ]
  }

  private func date(_ value: String) -> Model {
    var boxes = ["", "", ""]
    if let day = Day(value) {
      boxes = [String(day.dayOfMonth), String(day.monthOfYear), String(day.year)]
    } else {
      for (index, part) in value.split(separator: "/", omittingEmptySubsequences: false).prefix(3).enumerated() {
        boxes[index] = String(part)
      }
    }
    return ["part": "parts/field-date", "day": .text(boxes[0]), "month": .text(boxes[1]), "year": .text(boxes[2])]
  }

  private func radios(_ choices: [Choice], _ value: String, inline: Bool = false) -> Model {
    [
      "part": "parts/field-choice", "inline": .flag(inline),
      "choices": .each(choices.enumerated()) { index, choice in
        // The first one carries the field's own id, so that the summary of faults leads to it.
        [
          "choiceId": .text(index == 0 ? "f-" + name : "f-\(name)-\(index)"), "value": .text(choice.value),
          "words": .words(choice.words), "choiceHint": .optional(choice.hint), "chosen": .flag(choice.value == value),
        ]
      },
    ]
  }
}
