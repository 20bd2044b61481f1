import Office
import Vocabulary

/// Questions that several wizards ask in the same words.
enum Asked {
  static let nik = Step(
    Field("nik", .nik, Words("Berapa NIK Anda?", "What is your NIK?"), example: "9971 0141 0785 0001"),
    hint: Words("16 angka di KTP.", "The 16 digits on the identity card."))

  static let name = Step(
    Field("name", .text, Words("Siapa nama lengkap Anda?", "What is your full name?"), autocomplete: "name"),
    hint: Words("Tulis seperti di KTP.", "Write it as on the identity card."))

  static let birth = Step(
    "birth", Words("Kapan dan di mana Anda lahir?", "When and where were you born?"),
    fields: [
      Field("bornOn", .date, Words("Tanggal lahir", "Birth date"), example: "1 7 1985"),
      Field("birthPlace", .text, Words("Tempat lahir", "Place of birth"), required: false),
    ])

  static let mother = Step(
    Field("motherName", .text, Words("Siapa nama ibu kandung Anda?", "What is your mother's name?")),
    hint: Words("Kami pakai untuk memastikan bahwa ini Anda.", "We use it to make sure that it is you."))

  static let person = [nik, name, birth, mother]

  static let home = Step(
    "home", Words("Di mana Anda tinggal?", "Where do you live?"),
    fields: [
      Field(
        "address", .text, Words("Alamat", "Address"), example: "Jalan Pasar Lama 12", autocomplete: "street-address"),
      Field("village", .text, Words("Kelurahan atau desa", "Village")),
    ])

  static let reach = Step(
    "reach", Words("Bagaimana kami menghubungi Anda?", "How do we reach you?"),
    hint: Words("Kabar tentang iuran dan klaim kami kirim ke sini.", "News on payments and claims goes here."),
    fields: [
      Field("phone", .phone, Words("Nomor HP", "Phone number"), example: "0812 3456 7890"),
      Field("email", .email, Words("E-mail", "E-mail"), required: false),
    ])

  static let contact = [home, reach]

  static let work = [
    Step(
      "work", Words("Apa pekerjaan Anda?", "What is your work?"),
      fields: [
        Field("occupation", .text, Words("Pekerjaan", "Work"), example: "pedagang sayur"),
        Field(
          "transport", .yesNo, Words("Apakah Anda pengemudi atau kurir?", "Do you drive or carry for a living?"),
          hint: Words("Ojek, taksi, atau kurir bisa dapat keringanan.", "Drivers and couriers may pay less.")),
      ]),
    income(Words("Berapa penghasilan Anda sebulan?", "What do you earn in a month?")),
    Step(
      Field(
        "jht",
        .choice([
          Field.Choice(
            "ya", Words("Ya, saya mau menabung", "Yes, I want to save"),
            hint: Words("Uang ini milik Anda dan bertambah setiap tahun.", "It is yours, and it grows every year.")),
          Field.Choice(
            "tidak", Words("Tidak, hanya perlindungan", "No, only the cover"),
            hint: Words("Kecelakaan kerja dan kematian saja.", "Work accidents and death only.")),
        ]), Words("Mau sekalian menabung untuk hari tua?", "Do you want to save for old age too?"))),
  ]

  static func income(_ question: Words) -> Step {
    Step(
      Field("income", .money, question, example: "1.500.000"),
      hint: Words("Kira-kira saja. Iuran dihitung dari jumlah ini.", "Roughly. Contributions depend on it."))
  }

  static func bank(required: Bool) -> Step {
    let none = Field.Choice("", "Belum ada rekening", "No account yet")
    let banks = Bank.named.sorted { $0.value < $1.value }.map { Field.Choice($0.key, Words($0.value, $0.value)) }
    // What may stay empty must be possible to empty again.
    let choices = required ? banks : [none] + banks
    return Step(
      "bank",
      required
        ? Words("Ke rekening mana uangnya dikirim?", "To which account shall we pay?")
        : Words("Ke rekening mana manfaat dibayar nanti?", "To which account shall benefits be paid later?"),
      hint: Words("Rekening harus atas nama Anda sendiri.", "The account must be in your own name."),
      fields: [
        Field("bankCode", .choice(choices), Words("Bank", "Bank"), required: required),
        Field(
          "bankAccount", .number(digits: 6...20), Words("Nomor rekening", "Account number"), example: "1234 5678 9012",
          required: required),
      ],
      check: { answers, _ in
        let (code, number) = (answers.text("bankCode"), answers.text("bankAccount"))
        if code.isEmpty, !number.isEmpty {
          return [
            Fault(
              "bankCode", "Pilih banknya, atau kosongkan nomor rekening.",
              "Choose the bank, or empty the account number.")
          ]
        }
        if number.isEmpty, !code.isEmpty {
          return [Fault("bankAccount", "Isi nomor rekening.", "Give the account number.")]
        }
        return []
      })
  }

  static let login = Step(
    "entry", Words("Bagaimana Anda masuk nanti?", "How will you sign in later?"),
    hint: Words(
      "Nomor HP boleh dipakai sebagai nama pengguna. Kata sandi paling sedikit 8 huruf atau angka.",
      "Your phone number may be the user name. A password has at least 8 characters."),
    fields: [
      Field("login", .text, Words("Nama pengguna", "User name"), example: "0812 3456 7890", autocomplete: "username"),
      Field("password", .password, Words("Kata sandi", "Password")),
    ],
    check: { answers, _ in
      let (login, password) = (LoginName.plain(answers.text("login")), answers.text("password"))
      var faults: [Fault] = []
      if login.utf8.count < 3 {
        faults.append(Fault("login", "Nama pengguna paling sedikit 3 huruf.", "A user name has at least 3 letters."))
      }
      if password.count < 8 {
        faults.append(
          Fault(
            "password", "Kata sandi paling sedikit 8 huruf atau angka.", "A password has at least 8 characters."))
      }
      return faults
    })
}
