import Office
import Vocabulary

/// Names and numbers of people who do not exist. NIKs lie in region 99, where no province is.
enum Names {
  static let first = [
    "Agus", "Ahmad", "Aminah", "Andi", "Asih", "Bambang", "Darmi", "Dewi", "Dian", "Eka", "Eko", "Endang", "Fitri",
    "Gunawan", "Hadi", "Hartini", "Hendra", "Indah", "Iwan", "Joko", "Kartika", "Lestari", "Lukman", "Maya", "Mulyono",
    "Ningsih", "Nur", "Prasetyo", "Putri", "Rahmat", "Ratna", "Rini", "Rudi", "Siti", "Slamet", "Sugeng", "Suparmi",
    "Surya", "Tri", "Utami", "Wahyu", "Wati", "Yanto", "Yuni",
  ]
  static let last = [
    "Anggraini", "Atmaja", "Budiman", "Cahyono", "Firmansyah", "Hakim", "Handayani", "Harahap", "Hidayat", "Iskandar",
    "Kurniawan", "Kusuma", "Lubis", "Maharani", "Mulyadi", "Nasution", "Nugroho", "Permata", "Pratama", "Purnomo",
    "Rahayu", "Ramadhan", "Salim", "Santoso", "Saputra", "Setiawan", "Siregar", "Suharto", "Sulistyo", "Susanti",
    "Suryadi", "Syahputra", "Utomo", "Wibowo", "Widodo", "Wijaya", "Yulianti", "Zulkarnain",
  ]
  static let trades = [
    "pedagang sayur", "petani karet", "nelayan", "tukang ojek", "penjahit", "tukang kayu", "pedagang kelontong",
    "buruh tani", "penambal ban", "pembuat kue", "sopir travel", "pemulung",
  ]
  static let businesses = [
    "Sawit", "Karet", "Kayu", "Tekstil", "Pangan", "Logistik", "Mesin", "Percetakan", "Farma", "Jasa",
  ]
  static let projects = ["Jembatan", "Gedung Sekolah", "Jalan Lingkar", "Drainase", "Pasar", "Rumah Susun", "Irigasi"]
  static let places = [
    "Batanghari", "Telanaipura", "Pasar Baru", "Danau Sipin", "Alam Barajo", "Kota Baru", "Pelayangan",
  ]

  /// The `number`th person. The number alone makes the NIK one of a kind, whatever the dates.
  static func person(_ number: Int, bornFrom first: Int, to last: Int, _ random: inout SeededRandom) -> Person {
    let year = first + random.below(last - first + 1)
    let born = Month(year: year, month: 1 + random.below(12)).day(1 + random.below(28))
    let sex: Sex = random.chance(42) ? .female : .male
    let name = "\(random.pick(Names.first)) \(random.pick(Names.last))"
    let district = zeroPadded(1 + number / 9_999 % 90, 2)
    let day = born.dayOfMonth + (sex == .female ? 40 : 0)
    let date = zeroPadded(day, 2) + zeroPadded(born.monthOfYear, 2) + zeroPadded(year % 100, 2)
    guard let nik = NIK("9971\(district)\(date)\(zeroPadded(1 + number % 9_999, 4))") else {
      preconditionFailure("a made-up NIK has the right form")
    }
    return Person(
      nik: nik, name: name, birthPlace: "Jambi", bornOn: born, sex: sex, motherName: random.pick(Names.first),
      address: "Jalan \(random.pick(places)) \(1 + random.below(200))", village: "Kelurahan Contoh",
      phone: "0812" + zeroPadded(10_000_000 + number, 8),
      bank: BankAccount(
        code: random.pick(["002", "008", "009", "014", "451"]), number: "88" + zeroPadded(number, 10), holder: name))
  }
}
