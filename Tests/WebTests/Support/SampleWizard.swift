import Vocabulary
import Web

/// A claim's questions, one of every kind.
enum SampleWizard {
  static func make(
    finish: @escaping @Sendable (Answers, IdempotencyKey, Ask) async throws -> Wizard.Outcome = { _, _, _ in .done(done)
    }
  ) -> Wizard {
    var wizard = Wizard(
      Words("Klaim Jaminan Hari Tua", "Claim old-age savings"), home: Page.Link("Beranda", "Home", "/anggota"),
      steps: steps,
      declaration: Words("Dengan mengirim, Anda menyatakan jawaban ini benar.", "By sending you declare this is true."),
      submit: Words("Kirim klaim", "Send the claim"), finish: finish)
    wizard.keep = { file, _ in "tersimpan-\(file.bytes.count)" }
    return wizard
  }

  static let done = Wizard.Confirmation(
    Words("Klaim Anda sudah kami terima", "We have your claim"),
    referenceLabel: Words("Nomor klaim", "Claim number"), reference: "JHT-26-000123",
    next: [
      Words("Kami periksa berkas Anda hari ini.", "We check your papers today."),
      Words("Anda dapat kabar lewat WhatsApp.", "You hear from us by WhatsApp."),
      Words("Uang masuk paling lambat tiga hari kerja.", "Money arrives within three working days."),
    ], links: [Page.Link("Lacak klaim", "Track the claim", "/anggota/klaim/JHT-26-000123")])

  private static let steps: [Step] = [
    Step(
      Field(
        "nik", .nik, Words("Berapa NIK Anda?", "What is your NIK?"),
        hint: Words("16 angka di KTP. Spasi boleh.", "16 digits on the identity card. Blanks are fine."),
        example: "9971 0141 0785 0001")),
    Step(
      Field(
        "ground",
        .choice([
          Field.Choice(
            "resigned", Words("Berhenti sendiri", "Resigned"),
            hint: Words("Satu bulan setelah berhenti", "One month after leaving")),
          Field.Choice("age", Words("Sudah 56 tahun", "Aged 56")),
          Field.Choice("part", "Ambil sebagian, masih bekerja", "Take a part, still working"),
        ]), Words("Mengapa Anda mengajukan klaim?", "Why do you claim?"))),
    Step(
      Field(
        "left", .date, Words("Kapan Anda berhenti bekerja?", "When did you leave work?"),
        hint: Words("Hari terakhir Anda bekerja.", "Your last day at work."), example: "7 1 2026"),
      applies: { $0["ground"] == "resigned" },
      check: { answers, ask in
        guard let left = answers.day("left"), left > ask.now.day else { return [] }
        return [Fault("left", "Tanggal ini belum lewat.", "This day is still to come.")]
      }),
    Step(
      "contact", Words("Bagaimana kami menghubungi Anda?", "How do we reach you?"),
      hint: Words("Kami kirim kabar ke sini.", "We send news here."),
      fields: [
        Field("phone", .phone, Words("Nomor HP", "Phone number"), example: "0812 3456 7890"),
        Field("email", .email, Words("E-mail", "E-mail"), required: false),
      ]),
    Step(
      "more", Words("Sedikit lagi", "A little more"),
      fields: [
        Field("business", .yesNo, Words("Anda punya usaha sendiri?", "Do you run a business?")),
        Field("debt", .money, Words("Sisa utang rumah", "What is left of the house loan"), required: false),
        Field("account", .number(digits: 8...16), Words("Nomor rekening", "Account number"), example: "100 200 300"),
        Field("remark", .longText, Words("Pesan untuk kami", "Message to us"), required: false),
      ]),
    Step(Field("letter", .file(accept: ".csv,.pdf"), Words("Unggah surat berhenti", "Upload the leaving letter"))),
  ]

  static let goodAnswers: [(values: [String: String], files: [String: (String, String)])] = [
    (["nik": "9971 0141 0785 0001"], [:]), (["ground": "resigned"], [:]),
    (["left.day": "10", "left.month": "10", "left.year": "2026"], [:]), (["phone": "0812-3456-7890"], [:]),
    (["business": "tidak", "debt": "1.250.000", "account": "100 200 300", "remark": "Terima <kasih>"], [:]),
    ([:], ["letter": ("surat.pdf", "isi surat")]),
  ]
}
