import Formats
import Vocabulary

/// People, letters and orders that several tests look at. Nobody in them exists.
enum Samples {
  static let day = Day("2026-11-20") ?? Day(number: 0)
  static let moment = Instant(day, hour: 14, minute: 5)
  static let kpj = KPJ("26012345678")

  static let letterhead = Letter.Letterhead(
    office: "Kantor Cabang Contoh Jaminan Sosial",
    lines: ["Jalan Teduh Nomor 7, Kota Contoh 99710", "Telepon 1500 000 · naungan.contoh.id"])

  static var decision: Letter {
    Letter(
      letterhead: letterhead, place: "Kota Contoh", day: day, created: moment, reference: "NGN/JKM/2026/11/000417",
      recipient: ["Ibu Sri Lestari Contoh", "Jalan Kenanga 12 RT 03 RW 05", "Kelurahan Contoh, Kota Contoh 99711"],
      subject: "Keputusan santunan kematian atas nama almarhum Bapak Joko Contoh",
      body: [
        .paragraph(
          "Kami turut berduka cita. Klaim yang Ibu ajukan pada 16 November 2026 sudah kami periksa dan kami setujui. "
            + "Uangnya kami kirim ke rekening Ibu paling lambat tiga hari kerja sejak surat ini dibuat."),
        .facts([
          Letter.Fact("Nama peserta", "Joko Contoh"), Letter.Fact("Nomor peserta", "26 0123 45678"),
          Letter.Fact("Meninggal pada", "2 November 2026"),
          Letter.Fact("Rekening tujuan", "Bank Contoh 1234567890 atas nama Sri Lestari Contoh"),
        ]),
        .working(
          Letter.Working(
            title: "Cara menghitung",
            steps: [
              Letter.Working.Step(
                "Santunan kematian, dibayar sekaligus", amount: "Rp 20.000.000",
                article: "PP 44 Tahun 2015 jo. PP 82 Tahun 2019, Pasal 34 ayat (2) huruf a"),
              Letter.Working.Step(
                "Santunan berkala 24 bulan × Rp 500.000, dibayar sekaligus", amount: "Rp 12.000.000",
                article: "PP 82 Tahun 2019, Pasal 34 ayat (2) huruf b"),
              Letter.Working.Step(
                "Biaya pemakaman", amount: "Rp 10.000.000", article: "PP 82 Tahun 2019, Pasal 34 ayat (2) huruf c"),
            ], total: Letter.Working.Step("Yang kami bayar kepada Ibu", amount: "Rp 42.000.000"))),
        .heading("Kalau Ibu tidak setuju"),
        .points([
          "Datang ke kantor kami atau telepon 1500 000. Kami jelaskan hitungannya tanpa biaya.",
          "Kalau masih tidak setuju, ajukan keberatan dalam tiga puluh hari. Petugas lain yang memeriksanya.",
        ]),
      ],
      closing: "Hormat kami,",
      signatories: [Letter.Signatory(name: "Ratna Contoh", role: "Kepala Bidang Pelayanan")],
      footer: "Surat ini dibuat dengan komputer. Semua layanan tanpa biaya; jangan memberi uang kepada siapa pun.",
      code: Letter.Code(
        text: "https://naungan.contoh.id/periksa/NGN-JKM-2026-11-000417",
        caption: "Pindai kode ini untuk memeriksa bahwa surat ini benar dari kami. Nomor periksa: 4K7Q-99TD."))
  }

  /// Three pages: a table of 70 rows with a name far too long for its column.
  static var long: Letter {
    var letter = decision
    letter.subject = "Rincian iuran menurut pekerja"
    let tooLong = "Raden Ayu Kusumaningratwidyastuti Hadiningrat Contoh Panjangsekalinamanya"
    var rows: [[String]] = []
    for number in 1...70 {
      let name = number == 5 ? tooLong : "Pekerja Contoh \(number)"
      let wage = Rupiah(4_500_000 + Int64(number) * 1_000)
      let contribution = Rupiah(256_500 + Int64(number) * 57)
      rows.append([
        String(number), name, "99710141078500" + zeroPadded(number, 2), wage.description, contribution.description,
      ])
    }
    letter.body = [
      .paragraph(String(repeating: "Berikut rincian iuran bulan November 2026 menurut pekerja. ", count: 5)),
      .table(
        Letter.Table(
          columns: [
            Letter.Table.Column("No", .right), Letter.Table.Column("Nama"), Letter.Table.Column("NIK", .center),
            Letter.Table.Column("Upah", .right), Letter.Table.Column("Iuran", .right),
          ], rows: rows, total: ["", "Jumlah", "", "Rp 317.485.000", "Rp 18.096.645"])),
    ]
    letter.signatories.append(Letter.Signatory(name: "Bambang Contoh", role: "Kepala Bidang Keuangan"))
    return letter
  }

  static func card(name: String = "Sri Lestari Contoh") -> MemberCard? {
    kpj.map {
      MemberCard(
        name: name, kpj: $0, segment: .wageEarner, programmes: [.jkk, .jkm, .jht, .jp, .jkp],
        office: "Kantor Cabang Contoh", code: "https://naungan.contoh.id/k/26012345678", issued: moment)
    }
  }

  static let limits = RailLimits(bifast: Rupiah(250_000_000), skn: Rupiah(1_000_000_000))
  static let office = BankAccount(name: "Naungan Contoh", number: "0011223344", bank: "00814")

  static func payment(_ number: Int, _ amount: Int64, bank: String = "00245", name: String = "Sri Contoh")
    -> PaymentOrder.Payment
  {
    PaymentOrder.Payment(
      endToEndID: "PAY-2026-\(zeroPadded(number, 6))", amount: Rupiah(amount),
      creditor: BankAccount(name: name, number: "99000\(number)", bank: bank), remittance: "JHT klaim \(number)",
      purpose: .benefit, rail: limits.rail(for: Rupiah(amount), from: office.bank, to: bank))
  }

  static var order: PaymentOrder {
    PaymentOrder(
      messageID: "NGN20261120-0001", created: moment, debtor: office, execution: day.adding(days: 1),
      payments: [
        payment(1, 48_250_000, bank: "00814"), payment(2, 12_000_000), payment(3, 250_000_000),
        payment(4, 250_000_001), payment(5, 1_000_000_001),
      ])
  }
}
