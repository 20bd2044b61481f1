import Formats
import Programs
import Vocabulary

/// "We have your claim": the number to follow it by, and what happens next.
struct SubmissionLetter {
  let claim: Claim
  let member: Member
  let days: Int
  let isDraft: Bool
  let due: Day
  let paper: Stationery

  var letter: Letter {
    paper.letter(
      "TT/\(claim.number)", on: claim.filedOn, to: paper.recipient(member.person),
      about: paper.say(
        "Klaim Jaminan Hari Tua Anda sudah kami terima", "We have received your old-age savings (JHT) claim"),
      [
        .paragraph(
          paper.say(
            "Terima kasih. Klaim Anda sudah tercatat. Simpan nomor klaim ini untuk melihat sampai di mana klaim Anda.",
            "Thank you. Your claim is on record. Keep the claim number: with it you can see how far your claim has come."
          )),
        .facts(claim.facts(of: member, on: paper)),
        .heading(paper.say("Apa yang terjadi selanjutnya", "What happens next")),
        .points(steps),
        .paragraph(promise),
      ] + (isDraft ? [.paragraph(paper.draftMark)] : []))
  }

  private var steps: [String] {
    [
      paper.say("Petugas memeriksa dokumen dan data Anda.", "An officer looks at your documents and data."),
      paper.say("Petugas kedua memutuskan klaim Anda.", "A second officer decides on your claim."),
      paper.say(
        "Jika disetujui, bank mengirim uang ke rekening \(paper.account(claim.bank)).",
        "If it is approved, the bank sends the money to the account \(paper.account(claim.bank))."),
      paper.say("Anda menerima surat keputusan.", "You receive a letter with the decision."),
    ]
  }

  private var promise: String {
    let star = isDraft ? " *" : ""
    return paper.say(
      "Kami menyelesaikan klaim yang lengkap dalam \(days) hari kerja\(star). Untuk klaim Anda itu berarti paling lambat "
        + "\(paper.day(due)), jika dokumen Anda lengkap. Selama belum diperiksa, Anda dapat membatalkannya sendiri.",
      "We settle a complete claim within \(days) working days\(star). For yours that means by \(paper.day(due)), if your "
        + "documents are complete. Until it is looked at you can take it back yourself.")
  }
}

extension Claim {
  /// Who claims what, the same on every letter about a claim.
  func facts(of member: Member, on paper: Stationery) -> [Letter.Fact] {
    [
      Letter.Fact(paper.say("Nomor klaim", "Claim number"), number.text),
      Letter.Fact(paper.say("Nama", "Name"), member.person.name),
      Letter.Fact("NIK", member.person.nik.masked),
      Letter.Fact("KPJ", form.kpjs.map(\.digits).joined(separator: ", ")),
      Letter.Fact(paper.say("Sebab klaim", "Ground"), paper.say(form.ground.words)),
      Letter.Fact(
        paper.say("Diajukan", "Filed"),
        paper.say(
          "\(paper.day(filedOn)), lewat \(form.channel.words.indonesian)",
          "\(paper.day(filedOn)), \(form.channel.words.english)")),
    ]
  }
}
