public import Vocabulary

/// What cannot be about the facts of a claim under JKK, JKM, PMI or the scholarship.
public enum ClaimFactsError: Error, Hashable, Sendable, Codable {
  /// Migrant workers claim under rules of their own (`PMI`).
  case migrantsOwnRules
  case eventBeforeBirth(event: Day, born: Day)
  case eventAfterDeath(event: Day, died: Day)
  case deathBeforeBirth(died: Day, born: Day)
  case deathDayMissing
  case filedBeforeEvent(filed: Day, event: Day)
  case reportedBeforeEvent(reported: Day, event: Day)
  case endedBeforeEvent(ended: Day, event: Day)
  case wageNotAboveZero(Rupiah)
  case wageMissing
  case daysAWeek(Int)
  case monthsBelowZero(Int)
  case spellReversed(from: Day, through: Day)
  case spellBeforeEvent(from: Day, event: Day)
  case spellAfterDeath(through: Day, died: Day)
  case spellsOverlap(Day)
  case lossMissing
  case lossPercent(Int)
  case shareMissing(String)
  case shareOutside(String)
  case sideMissing(String)
  case measureMissing(String)
  case referencePriceMissing
  case costDayMissing
  case costBeforeEvent(Day, event: Day)
  case reactivatedOutside(Day)
  case paidBeforeJoining(Month)
  case heirBornAfterDeath(name: String, born: Day)
  case nameMissing
  case nameTwice(String)
  case childBornAfterSchool(name: String, born: Day)
  case schoolYearTwice(name: String, began: Day)
  case schoolYearAfterFiling(began: Day, filed: Day)
  case paidBeforeComplete(paid: Day, complete: Day)
  case contractMonths(Int)
  case hostPaidMore(Rupiah, cost: Rupiah)
}

extension ClaimFactsError {
  public var words: Words {
    switch self {
    case .eventBeforeBirth(let event, let born):
      dated("Kejadian", event, "sebelum lahir", born, "the event on", "is before the birth on")
    case .eventAfterDeath(let event, let died):
      dated("Kecelakaan", event, "sesudah meninggal", died, "the accident on", "is after the death on")
    case .deathBeforeBirth(let died, let born):
      dated("Meninggal", died, "sebelum lahir", born, "the death on", "is before the birth on")
    case .migrantsOwnRules:
      Words("Klaim pekerja migran diajukan sebagai klaim PMI.", "claims of migrant workers go by the rules of PMI")
    case .deathDayMissing: Words("Isi tanggal meninggal.", "the day of death is missing")
    case .filedBeforeEvent(let filed, let event):
      dated("Klaim diajukan", filed, "sebelum kejadian", event, "filed on", "before the event on")
    case .reportedBeforeEvent(let reported, let event):
      dated("Laporan", reported, "sebelum kejadian", event, "reported on", "before the event on")
    case .endedBeforeEvent(let ended, let event):
      dated("Kasus selesai", ended, "sebelum kejadian", event, "the case ended on", "before the event on")
    case .wageNotAboveZero(let wage): Words("Upah harus lebih dari nol: \(wage).", "a wage is above zero: \(wage)")
    case .wageMissing: Words("Isi upah, atau upah minimum.", "a wage, or the minimum wage, is missing")
    case .daysAWeek(let days):
      Words("Hari kerja seminggu tidak mungkin: \(days).", "so many days of work a week cannot be: \(days)")
    case .monthsBelowZero(let months):
      Words("Jumlah bulan tidak boleh kurang dari nol: \(months).", "a number of months is below zero: \(months)")
    case .spellReversed, .spellBeforeEvent, .spellAfterDeath, .spellsOverlap: spellWords
    case .lossMissing, .lossPercent, .shareMissing, .shareOutside, .sideMissing, .measureMissing: lossWords
    case .referencePriceMissing:
      Words("Isi harga patokan alat ini.", "the reference price of this aid is missing")
    case .costDayMissing: Words("Isi tanggal biaya perawatan di rumah.", "the day of a cost of care at home is missing")
    case .costBeforeEvent(let day, let event):
      dated("Biaya", day, "sebelum kejadian", event, "a cost on", "is before the event on")
    case .reactivatedOutside(let day):
      Words(
        "Aktif kembali \(day.spelled(in: .indonesian)) tidak mungkin: sebelum mulai peserta atau sesudah kejadian.",
        "reactivated on \(day), before joining or after the event")
    case .paidBeforeJoining(let month):
      Words(
        "Bulan iuran terakhir \(month.spelled(in: .indonesian)) sebelum mulai peserta.",
        "paid through \(month), before joining")
    default: personWords
    }
  }

  private var spellWords: Words {
    switch self {
    case .spellReversed(let from, let through):
      dated(
        "Masa tidak bekerja berakhir", through, "sebelum mulai", from, "time off work ends on", "before it begins on")
    case .spellBeforeEvent(let from, let event):
      dated("Masa tidak bekerja", from, "sebelum kejadian", event, "time off work from", "is before the event on")
    case .spellAfterDeath(let through, let died):
      dated(
        "Masa tidak bekerja sampai", through, "sesudah meninggal", died, "time off work until", "is after the death on")
    case .spellsOverlap(let day):
      Words(
        "Masa tidak bekerja bertindihan pada \(day.spelled(in: .indonesian)).", "times off work overlap on \(day)")
    default: personWords
    }
  }

  private var lossWords: Words {
    switch self {
    case .lossMissing: Words("Isi bagian tubuh yang cacat.", "the part of the body is missing")
    case .lossPercent(let percent):
      Words(
        "Kehilangan fungsi 1 sampai 100 persen, bukan \(percent).", "loss of function is 1 to 100 percent: \(percent)")
    case .shareMissing(let part):
      Words("\(part): isi persentase dari dokter.", "\(part): the doctor's percentage is missing")
    case .shareOutside(let part):
      Words("\(part): persentase dokter di luar tabel.", "\(part): the doctor's percentage is outside the table")
    case .sideMissing(let part): Words("\(part): isi kanan atau kiri.", "\(part): right or left is missing")
    case .measureMissing(let part):
      Words("\(part): isi besar penurunannya.", "\(part): the measure of the loss is missing")
    default: personWords
    }
  }

  private var personWords: Words {
    switch self {
    case .heirBornAfterDeath(let name, let born):
      Words(
        "\(name) lahir \(born.spelled(in: .indonesian)), sesudah peserta meninggal.",
        "\(name) was born on \(born), after the death")
    case .nameMissing: Words("Isi nama.", "a name is missing")
    case .nameTwice(let name): Words("\(name) tertulis dua kali.", "\(name) is named twice")
    case .childBornAfterSchool(let name, let born):
      Words(
        "\(name) lahir \(born.spelled(in: .indonesian)), sesudah tahun ajarannya.",
        "\(name) was born on \(born), after a school year")
    case .schoolYearTwice(let name, let began):
      Words(
        "\(name): tahun ajaran \(began.spelled(in: .indonesian)) tertulis dua kali.",
        "\(name): the school year of \(began) is written twice")
    case .schoolYearAfterFiling(let began, let filed):
      dated("Tahun ajaran", began, "sesudah klaim", filed, "the school year of", "is after filing on")
    case .paidBeforeComplete(let paid, let complete):
      dated("Dibayar", paid, "sebelum berkas lengkap", complete, "paid on", "before the file was complete on")
    case .contractMonths(let months):
      Words("Lama perjanjian kerja tidak mungkin: \(months) bulan.", "a contract of \(months) months cannot be")
    case .hostPaidMore(let paid, let cost):
      Words(
        "Asuransi setempat membayar \(paid), lebih dari biaya \(cost).",
        "the host insurance paid \(paid), more than the cost of \(cost)")
    default: Words("Fakta ini tidak mungkin.", "this fact cannot be")
    }
  }

  private func dated(
    _ first: String, _ day: Day, _ then: String, _ other: Day, _ english: String, _ englishThen: String
  ) -> Words {
    Words(
      "\(first) \(day.spelled(in: .indonesian)) \(then) \(other.spelled(in: .indonesian)). Periksa lagi tanggalnya.",
      "\(english) \(day) \(englishThen) \(other)")
  }
}
