internal import Vocabulary

extension Rounding {
  /// How it is said in a working: "dibulatkan …".
  var words: Words {
    switch self {
    case .down: Words("ke bawah", "down")
    case .halfUp: Words("ke rupiah terdekat, setengah ke atas", "to the nearest rupiah, halves up")
    case .up: Words("ke atas", "up")
    }
  }
}
