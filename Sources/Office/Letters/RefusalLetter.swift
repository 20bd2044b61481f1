import Formats
import Programs
import Vocabulary

/// "Your claim cannot be paid now": why, what to do, and how to object.
struct RefusalLetter {
  let claim: Claim
  let member: Member
  let refusal: ClaimEvent
  let paper: Stationery

  var letter: Letter {
    paper.letter(
      "KEP/\(claim.number)", on: refusal.at.day, to: paper.recipient(member.person),
      about: paper.say(
        "Klaim Jaminan Hari Tua Anda belum dapat dibayar", "Your old-age savings (JHT) claim cannot be paid yet"),
      [
        .paragraph(
          paper.say(
            "Kami sudah memeriksa klaim Anda. Klaim ini belum dapat kami bayar. Saldo JHT Anda tidak berkurang.",
            "We have looked at your claim. We cannot pay it yet. Your JHT balance is untouched.")),
        .facts(claim.facts(of: member, on: paper)),
        .heading(paper.say("Alasannya", "Why")),
        .paragraph(refusal.detail),
        .heading(paper.say("Yang dapat Anda lakukan", "What you can do")),
        .points([
          paper.say("Perbaiki hal yang disebut di atas.", "Mend what is named above."),
          paper.say(
            "Ajukan klaim lagi lewat aplikasi atau di kantor kami. Tidak ada batas jumlah pengajuan.",
            "File again online or at our office. You may file as often as you need."),
          paper.say(
            "Jika ada yang kurang jelas, tanyakan kepada petugas dan sebutkan nomor \(claim.number).",
            "If something is not clear, ask an officer and name the number \(claim.number)."),
        ]),
      ] + paper.objection)
  }
}
