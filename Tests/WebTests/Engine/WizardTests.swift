import HTTPTypes
import Synchronization
import Testing
import Vocabulary
import Web

@Suite("A wizard, walked as people walk")
struct WizardTests {
  /// What reached the office.
  private final class Office: Sendable {
    let sent = Mutex<[(Answers, String)]>([])
  }

  private func walk(_ outcome: Wizard.Outcome = .done(SampleWizard.done)) throws -> (TestClient, Office) {
    let office = Office()
    let wizard = SampleWizard.make { answers, key, _ in
      office.sent.withLock { $0.append((answers, key.text)) }
      return outcome
    }
    return (TestClient(try TestSite.make(wizard.routes("/klaim/jht", "Claim JHT", for: .anyone))), office)
  }

  private func toCheck(_ client: TestClient) async throws -> Answer {
    var page = try await client.get("/klaim/jht")
    for answers in SampleWizard.goodAnswers {
      page = try await client.submit(page, answers.values, press: "Lanjut", files: answers.files)
    }
    return page
  }

  @Test("One question a page, then everything to check, then a number")
  func whole() async throws {
    let (client, office) = try walk()
    let check = try await toCheck(client)
    #expect(check.status == 200)
    #expect(check.heading == "Periksa jawaban Anda")
    for shown in [
      "9971 0141 0785 0001", "Berhenti sendiri", "10 Oktober 2026", "+6281234567890", "Tidak diisi", "Rp 1.250.000",
      "Terima <kasih>", "surat.pdf",
    ] {
      #expect(check.words.contains(shown), "\(shown)")
    }
    #expect(office.sent.withLock { $0.isEmpty })
    let done = try await client.submit(check, press: "Kirim klaim")
    #expect(done.heading == "Klaim Anda sudah kami terima")
    #expect(done.words.contains("JHT-26-000123"))
    #expect(done.words.contains("Apa yang terjadi berikutnya"))
    let (answers, _) = try #require(office.sent.withLock { $0.first })
    #expect(
      answers.values == [
        "nik": "9971014107850001", "ground": "resigned", "left": "2026-10-10", "phone": "+6281234567890", "email": "",
        "business": "tidak", "debt": "1250000", "account": "100200300", "remark": "Terima <kasih>",
        "letter": "tersimpan-9", "letter.filename": "surat.pdf",
      ])
  }

  @Test("What is wrong is said on top, linked to its box, and beside it; nothing typed is lost")
  func faults() async throws {
    let (client, _) = try walk()
    let page = try await client.submit(try await client.get("/klaim/jht"), ["nik": "9971 01"], press: "Lanjut")
    #expect(page.status == 422)
    #expect(page.text.contains("<title>Perbaiki: "))
    #expect(
      page.text.contains("<a href=\"#f-nik\">NIK harus 16 angka. Yang Anda tulis 6 angka. Lihat lagi di KTP.</a>"))
    #expect(page.text.contains("aria-invalid=\"true\""))
    #expect(page.text.contains("value=\"9971 01\""))
    #expect(page.text.contains("aria-describedby=\"h-nik x-nik e-nik\""))
  }

  @Test("Back and Change lead to the question, with its answer, and on again to where one was")
  func backAndChange() async throws {
    let (client, _) = try walk()
    let check = try await toCheck(client)
    let letter = try await client.submit(check, press: "Kembali")
    #expect(letter.words.contains("Sudah terpilih"))
    let change = try #require(check.forms.flatMap(\.buttons).first { $0.value == "change:contact" })
    let contact = try await client.submit(check, press: change.words)
    #expect(contact.heading == "Bagaimana kami menghubungi Anda?")
    #expect(contact.text.contains("value=\"+6281234567890\""))
    let back = try await client.submit(contact, ["phone": "kosong"], press: "Kembali")
    #expect(back.heading == "Kapan Anda berhenti bekerja?")
    #expect(back.text.contains("value=\"2026\""))
    let again = try await client.submit(back, press: "Lanjut")
    #expect(again.status == 422 && again.heading == "Bagaimana kami menghubungi Anda?")
    let right = try await client.submit(again, ["phone": "0899 9999 9999", "email": "sri@contoh.id"], press: "Lanjut")
    #expect(right.heading == "Periksa jawaban Anda")
    #expect(right.words.contains("+6289999999999") && right.words.contains("surat.pdf"))
  }

  @Test("A changed answer brings the questions that now apply, and drops those that do not")
  func dependence() async throws {
    let (client, office) = try walk()
    var page = try await toCheck(client)
    let button = try #require(page.forms.flatMap(\.buttons).first { $0.value == "change:ground" })
    page = try await client.submit(page, press: button.words)
    page = try await client.submit(page, ["ground": "age"], press: "Lanjut")
    #expect(page.heading == "Periksa jawaban Anda")
    #expect(!page.words.contains("Kapan Anda berhenti bekerja?"))
    _ = try await client.submit(page, press: "Kirim klaim")
    #expect(office.sent.withLock { $0.first?.0["left"] } == nil)
    page = try await client.submit(page, press: button.words)
    page = try await client.submit(page, ["ground": "resigned"], press: "Lanjut")
    #expect(page.heading == "Periksa jawaban Anda")
  }

  @Test("Pressing the last button twice leads to the same page, and that page can be reloaded and turned into English")
  func twice() async throws {
    let (client, office) = try walk()
    let check = try await toCheck(client)
    let first = try await client.submit(check, press: "Kirim klaim")
    let second = try await client.submit(check, press: "Kirim klaim")
    #expect(first.target.hasPrefix("/klaim/jht?selesai=") && second.target == first.target)
    #expect(second.words.contains("JHT-26-000123"))
    #expect(office.sent.withLock { $0.count } == 1)
    let english = try await client.get(first.target + "&lang=en")
    #expect(english.status == 200 && english.heading == "We have your claim")
    #expect(try await client.get("/klaim/jht?selesai=tiada").headers[.location] == "/")
  }

  @Test("Other answers under the same key go to the office, which tells them apart by the key")
  func sameKeyOtherAnswers() async throws {
    let (client, office) = try walk()
    let check = try await toCheck(client)
    _ = try await client.submit(check, press: "Kirim klaim")
    _ = try await client.submit(check, ["phone": "0899 9999 9999"], press: "Kirim klaim")
    let keys = office.sent.withLock { $0.map(\.1) }
    #expect(keys.count == 2 && Set(keys).count == 1)
  }

  @Test("Hidden answers changed on the way are found at the end")
  func tampered() async throws {
    let (client, office) = try walk()
    let check = try await toCheck(client)
    for (field, value) in [("nik", "1"), ("left", "2027-01-01"), ("ground", "lain"), ("account", "x"), ("letter", "")] {
      let page = try await client.submit(check, [field: value], press: "Kirim klaim")
      #expect(page.status == 422, "\(field)")
    }
    let skipped = try await client.post("/klaim/jht", form: [("_step", "_check"), ("_key", "k"), ("_action", "send")])
    #expect(skipped.status == 422 && skipped.heading == "Berapa NIK Anda?")
    #expect(try await client.post("/klaim/jht", form: [("_action", "send")]).status == 400)
    #expect(office.sent.withLock { $0.isEmpty })
  }

  @Test("A refusal of the office leads to the question it is about, or stands over the answers")
  func refused() async throws {
    let (client, _) = try walk(.faults([Fault("account", "Rekening ini bukan atas nama Anda.", "Not your account.")]))
    let page = try await client.submit(try await toCheck(client), press: "Kirim klaim")
    #expect(page.heading == "Sedikit lagi")
    #expect(page.words.contains("Rekening ini bukan atas nama Anda."))
    let (other, _) = try walk(.faults([Fault("", "Sudah ada klaim yang sama.", "There is such a claim already.")]))
    let over = try await other.submit(try await toCheck(other), press: "Kirim klaim")
    #expect(over.heading == "Periksa jawaban Anda" && over.words.contains("Sudah ada klaim yang sama."))
    let (third, _) = try walk(.see("/selesai"))
    #expect(try await third.submit(try await toCheck(third), press: "Kirim klaim").headers[.location] == "/selesai")
  }

  @Test("The language changes in the middle without losing an answer")
  func language() async throws {
    let (client, _) = try walk()
    let page = try await client.submit(try await client.get("/klaim/jht"), ["nik": "9971 0141"], press: "English")
    #expect(page.heading == "What is your NIK?")
    #expect(page.text.contains("value=\"9971 0141\""))
    #expect(page.status == 200)
  }

  @Test("A whole date typed into the first box is understood")
  func typedDate() async throws {
    let (client, _) = try walk()
    var page = try await client.get("/klaim/jht")
    for answers in SampleWizard.goodAnswers.prefix(2) {
      page = try await client.submit(page, answers.values, press: "Lanjut")
    }
    let wrong = try await client.submit(
      page, ["left.day": "31", "left.month": "2", "left.year": "2026"], press: "Lanjut")
    #expect(wrong.words.contains("Tanggal ini tidak ada di kalender."))
    #expect(wrong.text.contains("value=\"31\""))
    let future = try await client.submit(page, ["left.day": "21/11/2026"], press: "Lanjut")
    #expect(future.words.contains("Tanggal ini belum lewat."))
    let right = try await client.submit(page, ["left.day": "20/11/2026"], press: "Lanjut")
    #expect(right.heading == "Bagaimana kami menghubungi Anda?")
  }
}
