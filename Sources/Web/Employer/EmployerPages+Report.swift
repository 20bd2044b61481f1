import Office
import Programs
import Vocabulary

extension EmployerPages {
  /// One worker joins (Formulir 1a).
  func joining(_ ask: Ask) async throws -> Wizard {
    let us = try await us(ask)
    var wizard = Wizard(
      Words("Tambah pekerja", "Add a worker"), home: Self.home, steps: Self.joiningSteps,
      submit: Words("Daftarkan pekerja", "Register the worker")
    ) { answers, key, _ in
      try await Wizard.Outcome.of(["bankHolder": "bankAccount"]) {
        guard let wage = answers.rupiah("wage"), let start = answers.day("startedOn") else {
          return .faults([Fault("wage", "Tulis upah sebulan.", "Write a month's wage.")])
        }
        let report = WorkerReport.joins(
          PersonForm(asked: answers), occupation: answers.text("occupation"), startedOn: start, wage: wage)
        let outcome = try await desk.office.employers.report(
          [report], for: us.employer.id, by: us.actor, key: key.actKey())
        return .done(
          Wizard.Confirmation(
            Words("\(answers.text("name")) sudah terdaftar", "\(answers.text("name")) is registered"),
            referenceLabel: Words("Nomor peserta (KPJ)", "Membership number (KPJ)"),
            reference: outcome.joined.first.map { Shown.spaced($0.kpj.digits) },
            next: [
              Words("Beri nomor KPJ ini kepada pekerja Anda.", "Give this number to your worker."),
              Words("Iurannya masuk ke tagihan berikutnya.", "The contribution goes on the next bill."),
            ],
            links: [
              Page.Link("Tambah lagi", "Add another", "/perusahaan/pekerja/baru"),
              Page.Link("Daftar pekerja", "List of workers", "/perusahaan/pekerja"),
            ]))
      }
    }
    wizard.preview = { answers, ask in try cost(answers, us.employer, on: ask.now.day) }
    return wizard
  }

  private static let joiningSteps: [Step] = [
    Step(
      Field("nik", .nik, Words("Berapa NIK pekerja?", "What is the worker's NIK?"), example: "9971 0141 0785 0001"),
      hint: Words("16 angka di KTP.", "The 16 digits on the identity card.")),
    Step(
      "who", Words("Siapa pekerjanya?", "Who is the worker?"),
      hint: Words("Tulis seperti di KTP.", "Write it as on the identity card."),
      fields: [
        Field("name", .text, Words("Nama lengkap", "Full name")),
        Field("bornOn", .date, Words("Tanggal lahir", "Birth date"), example: "15 3 1990"),
        Field("motherName", .text, Words("Nama ibu kandung", "Mother's name"), required: false),
      ]),
    Step(
      "job", Words("Apa pekerjaannya, dan sejak kapan?", "What work, and since when?"),
      fields: [
        Field("occupation", .text, Words("Pekerjaan", "Work"), example: "montir"),
        Field("startedOn", .date, Words("Hari pertama bekerja", "First day of work")),
      ]),
    Step(
      Field("wage", .money, Words("Berapa upahnya sebulan?", "What is the monthly wage?"), example: "4.500.000"),
      hint: Words("Upah pokok dan tunjangan tetap.", "Basic wage and fixed allowances.")),
  ]

  private func cost(_ answers: Answers, _ employer: Employer, on day: Day) throws -> Wizard.Preview {
    guard let wage = answers.rupiah("wage") else { return .nothing }
    return try Cost.preview(
      wage, segment: employer.segment, programmes: employer.profile.programmes, riskClass: employer.profile.riskClass,
      relief: employer.profile.relief, on: day, law: office.law)
  }

  /// Another wage, from a month that is not billed yet.
  func wageChange(_ ask: Ask) async throws -> Wizard {
    let us = try await us(ask)
    let worker = try await found(ask, us)
    let first = try await firstOpenMonth(us, today: ask.now.day)
    let choices = (0..<3).map { offset in
      let month = first.adding(offset)
      return Field.Choice(month.description, Words(month.spelled(in: .indonesian), month.spelled(in: .english)))
    }
    let path = "/perusahaan/pekerja/\(worker.kpj)"
    return Wizard(
      Words("Ubah upah \(worker.name)", "Change the wage of \(worker.name)"),
      home: Page.Link(Words(worker.name, worker.name), path),
      steps: [
        Step(
          Field("wage", .money, Words("Berapa upahnya sekarang?", "What is the wage now?"), example: "5.000.000"),
          hint: Words("Sampai kini \(worker.wage).", "Up to now \(worker.wage).")),
        Step(
          Field("from", .choice(choices), Words("Mulai bulan apa?", "From which month?")),
          hint: Words("Bulan yang sudah ditagih tidak berubah.", "Months that are billed stay as they are.")),
      ], submit: Words("Ubah upah", "Change the wage")
    ) { answers, key, _ in
      try await Wizard.Outcome.of {
        guard let wage = answers.rupiah("wage"), let from = answers["from"].flatMap({ Month($0) }) else {
          return .faults([Fault("wage", "Tulis upah sebulan.", "Write a month's wage.")])
        }
        _ = try await desk.office.employers.report(
          [.earns(kpj: worker.kpj, wage: wage, from: from)], for: us.employer.id, by: us.actor, key: key.actKey())
        return .done(
          Wizard.Confirmation(
            Words("Upah \(worker.name) sudah diubah", "The wage of \(worker.name) is changed"), reference: nil,
            next: [
              Words(
                "\(wage) berlaku mulai \(from.spelled(in: .indonesian)).",
                "\(wage) counts from \(from.spelled(in: .english)).")
            ], links: [Page.Link("Daftar pekerja", "List of workers", "/perusahaan/pekerja")]))
      }
    }
  }

  /// A worker leaves: his membership ends, and with it his wait for the savings begins.
  func leaving(_ ask: Ask) async throws -> Wizard {
    let us = try await us(ask)
    let worker = try await found(ask, us)
    let reasons = EndReason.allCases.filter { $0 != .stoppedBusiness }.map { Field.Choice($0.rawValue, $0.words) }
    return Wizard(
      Words("\(worker.name) berhenti", "\(worker.name) leaves"),
      home: Page.Link(Words(worker.name, worker.name), "/perusahaan/pekerja/\(worker.kpj)"),
      steps: [
        Step(Field("reason", .choice(reasons), Words("Mengapa berhenti?", "Why does the work end?"))),
        Step(
          Field("endedOn", .date, Words("Kapan hari terakhirnya?", "When was the last day?")),
          hint: Words("Hari ini atau sebelumnya.", "Today or earlier."),
          check: { answers, ask in
            guard let day = answers.day("endedOn"), day > ask.now.day else { return [] }
            return [Fault("endedOn", "Hari ini belum lewat.", "This day is still to come.")]
          }),
      ],
      declaration: Words(
        "Setelah dikirim, pekerja ini tidak ditagih lagi dan dapat mengajukan klaim JHT.",
        "Once sent, this worker is billed no more and can claim his savings."),
      submit: Words("Laporkan berhenti", "Report the leaver")
    ) { answers, key, _ in
      try await Wizard.Outcome.of(["kpj": ""]) {
        guard let day = answers.day("endedOn"), let reason = EndReason(rawValue: answers.text("reason")) else {
          return .faults([Fault("endedOn", "Isi tanggalnya.", "Give the day.")])
        }
        _ = try await desk.office.employers.report(
          [.leaves(kpj: worker.kpj, endedOn: day, reason: reason)], for: us.employer.id, by: us.actor, key: key.actKey()
        )
        return .done(
          Wizard.Confirmation(
            Words("\(worker.name) sudah dilaporkan berhenti", "\(worker.name) is reported as left"), reference: nil,
            next: [
              Words(
                "Perlindungannya berakhir \(day.spelled(in: .indonesian)).",
                "The cover ended on \(day.spelled(in: .english)).")
            ], links: [Page.Link("Daftar pekerja", "List of workers", "/perusahaan/pekerja")]))
      }
    }
  }
}
