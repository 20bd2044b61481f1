public import Law
public import Vocabulary

extension JKK {
  // What counts as the wage.
  public static let benefitBase = LawKey<[BaseRule]>("jkk/benefit/base")
  public static let dailyWage = LawKey<[DailyWageRule]>("jkk/benefit/daily_wage")
  public static let wageMonths = LawKey<Int>("jkk/benefit/wage_months")
  public static let benefitRounding = LawKey<Rounding>("jkk/benefit/rounding")

  // Costs.
  public static let care = LawKey<[CareRule]>("jkk/benefit/care")
  public static let rehabilitationMost = LawKey<Rupiah>("jkk/benefit/rehabilitation_most")
  public static let transport = LawKey<[CostLimit]>("jkk/benefit/transport")
  public static let aids = LawKey<[CostLimit]>("jkk/benefit/aids")
  public static let homeCareMost = LawKey<Rupiah>("jkk/home_care/most")
  public static let homeCareYears = LawKey<Years>("jkk/home_care/years")
  public static let prosthesisMarkup = LawKey<Rate>("jkk/benefit/prosthesis_markup")
  public static let returnToWork = LawKey<ReturnToWork>("jkk/benefit/return_to_work")

  // Grants.
  public static let temporaryRates = LawKey<[TemporaryRate]>("jkk/temporary/rates")
  public static let temporaryDays = LawKey<TemporaryDays>("jkk/temporary/days")
  public static let bodyParts = LawKey<[BodyPart]>("jkk/disability/parts")
  public static let combined = LawKey<Combined>("jkk/disability/combined")
  public static let partialMost = LawKey<Rate>("jkk/disability/most")
  public static let eachTen = LawKey<EachTen>("jkk/disability/each_ten")
  public static let leftHanded = LawKey<LeftHanded>("jkk/disability/left_handed")
  public static let visualEfficiency = LawKey<VisualEfficiency>("jkk/disability/visual_efficiency")
  public static let totalShare = LawKey<Rate>("jkk/disability/total_share")
  public static let deathShare = LawKey<Rate>("jkk/death/share")
  public static let deathFloor = LawKey<DeathFloor>("jkk/death/floor")
  public static let periodicAmount = LawKey<Rupiah>("jkk/periodic/amount")
  public static let periodicMonths = LawKey<Months>("jkk/periodic/months")
  public static let burial = LawKey<Rupiah>("jkk/benefit/burial")

  // Claim, report, liability, payment.
  public static let causes = LawKey<[CauseRule]>("jkk/claim/causes")
  public static let expiry = LawKey<Years>("jkk/claim/expiry")
  public static let expiryLaw = LawKey<ExpiryLaw>("jkk/claim/expiry_law")
  public static let diseaseAfterWork = LawKey<Years>("jkk/claim/disease_after_work")
  public static let suspected = LawKey<Suspected>("jkk/claim/suspected")
  public static let firstReport = LawKey<Days>("jkk/report/first")
  public static let secondReport = LawKey<Days>("jkk/report/second")
  public static let lateReport = LawKey<LateReport>("jkk/report/late")
  public static let arrearsMonths = LawKey<Months>("jkk/liability/arrears_months")
  public static let unregistered = LawKey<Unregistered>("jkk/liability/unregistered")
  public static let underReported = LawKey<UnderReported>("jkk/liability/under_reported")
  public static let payWithin = LawKey<Days>("jkk/payment/working_days")
  public static let lateRate = LawKey<Rate>("jkk/payment/late_rate")
  public static let lateDays = LawKey<LateDays>("jkk/payment/late_days")

  static let benefitKeys: [any AnyLawKey] = [
    benefitBase, dailyWage, wageMonths, benefitRounding, care, rehabilitationMost, transport, aids, homeCareMost,
    homeCareYears, prosthesisMarkup, returnToWork, temporaryRates, temporaryDays, bodyParts, combined, partialMost,
    eachTen, leftHanded, visualEfficiency, totalShare, deathShare, deathFloor, periodicAmount, periodicMonths, burial,
    causes, expiry, expiryLaw, diseaseAfterWork, suspected, firstReport, secondReport, lateReport, arrearsMonths,
    unregistered, underReported, payWithin, lateRate, lateDays,
  ]
}

extension JKK {
  /// How days off work become months.
  public enum TemporaryDays: String, LawRule {
    /// Whole calendar months, and a thirtieth of a month for each day beyond them.
    case calendarMonths = "calendar months and thirtieths"
    /// Every day is a thirtieth of a month.
    case thirtieths = "thirtieths only"
  }

  public enum Combined: String, LawRule {
    case addedUp = "added up"
  }

  public enum EachTen: String, LawRule {
    case completedTens = "completed tens"
    case inProportion = "in proportion"
  }

  public enum LeftHanded: String, LawRule {
    case changePlaces = "right and left change places"
  }

  public enum VisualEfficiency: String, LawRule {
    case threeToOne = "three parts of the better eye and one of the worse"
  }

  public enum DeathFloor: String, LawRule {
    case deathGrantOfJKM = "death grant of jkm"
  }

  public enum ReturnToWork: String, LawRule {
    case companionAndTraining = "a companion and training"
    case withTransport = "a companion and training with transport"
  }

  /// Whose day decides how long a claim can be filed.
  public enum ExpiryLaw: String, LawRule {
    case dayOfEvent = "day of the event"
    case dayOfFiling = "day of filing"
  }

  public enum Suspected: String, LawRule {
    case careGuaranteed = "care guaranteed until decided"
  }

  public enum LateReport: String, LawRule {
    case noChange = "no change of who pays"
    case employerLiable = "the employer is liable"
  }

  public enum Unregistered: String, LawRule {
    case employerPays = "the employer pays the same"
  }

  public enum UnderReported: String, LawRule {
    case employerPaysDifference = "the employer pays the difference"
  }

  public enum LateDays: String, LawRule {
    case calendarDays = "calendar days"
    case workingDays = "working days"
  }
}
