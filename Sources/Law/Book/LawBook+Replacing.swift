public import Vocabulary

extension LawBook {
  /// The same book as if the parameter `name` were `text` from a day on, and no later entry of it there: to ask what if.
  ///
  /// The value goes through the reader of law files; the entry is a draft by `office-reading`, and the book's hash is
  /// another. Throws `.unknownParameter`, and `.wrongForm` for a table, a value off its unit's form, and one so large that
  /// nobody can mean it.
  public func replacing(_ name: String, from day: Day, value text: String) throws(LawError) -> LawBook {
    guard let parameter = find(name) else { throw .unknownParameter(name) }
    guard case .single(let kind) = parameter.shape else {
      throw .wrongForm(
        parameter: name,
        wanted: Words(
          "Ini tabel. Salin folder hukum, ubah barisnya, lalu bandingkan dengan folder itu.",
          "this is a table: copy the folder of law, change its rows, and compare with that folder"))
    }
    guard let value = kind.read(text) else { throw .wrongForm(parameter: name, wanted: kind.form) }
    guard value.isPlausible else {
      throw .wrongForm(
        parameter: name,
        wanted: Words(
          "Paling banyak 100% dengan tiga angka di belakang koma, Rp 10.000.000.000, atau hitungan 200.",
          "at most 100% with three decimals, Rp 10.000.000.000, or a count of 200"))
    }
    let entry = StoredParameter.Entry(
      line: parameter.line, from: day, value: value, source: Citation("office-reading"),
      note: Words("Seandainya.", "What if."), confidence: .draft)
    let entries = parameter.entries.filter { $0.from < day } + [entry]
    var digest = SHA256()
    digest.update(Array("\(hash)\n\(name)\n\(day)\n\(text)\n".utf8))
    return LawBook(
      hash: digest.finish(), instruments: instruments,
      parameters: parameters.map { $0.name == name ? $0.with(entries) : $0 }, register: register,
      requirements: requirements)
  }
}

extension StoredParameter {
  fileprivate func with(_ entries: [Entry]) -> StoredParameter {
    StoredParameter(
      name: name, file: file, line: line, title: title, unit: unit, satuan: satuan, shape: shape, entries: entries,
      confidence: confidence, checked: checked, note: note)
  }
}

extension LawValue {
  /// Whether sums over a whole book stay within whole numbers when somebody tries this value out.
  fileprivate var isPlausible: Bool {
    switch self {
    case .percent(let rate): rate <= .one && rate.numerator <= 100_000
    case .rupiah(let amount): amount <= Rupiah(10_000_000_000)
    case .months(let count), .years(let count), .days(let count), .count(let count), .wait(.months(let count)):
      count <= 200
    case .wait, .rule, .text, .table: true
    }
  }
}
