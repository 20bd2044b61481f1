public import Law
public import Vocabulary

/// Jaminan Hari Tua: old-age savings, one account for each membership.
///
/// A claim is decided by `JHT.decide(_:law:)`: a pure function of facts and law that shows its working. The yearly
/// return is `JHTReturnRule`.
public enum JHT {
  // Contributions.
  public static let employerRate = LawKey<Rate>("jht/contribution/employer")
  public static let workerRate = LawKey<Rate>("jht/contribution/worker")

  // Who may claim what, and when.
  public static let retirementAge = LawKey<Years>("jht/retirement_age")
  public static let grounds = LawKey<[JHTGroundRule]>("jht/grounds")
  public static let workEndedBefore = LawKey<EarlyWait>("jht/waiting/work_ended_before")
  public static let partialMembership = LawKey<Years>("jht/partial/membership")
  public static let partialOtherShare = LawKey<Rate>("jht/partial/other_share")
  public static let partialHousingShare = LawKey<Rate>("jht/partial/housing_share")
  public static let partialTimes = LawKey<Int>("jht/partial/times")
  public static let withoutHeirs = LawKey<WithoutHeirs>("jht/without_heirs")
  public static let partialCounting = LawKey<PartialCounting>("jht/partial/counted")
  public static let resignedFrom = LawKey<ResignationStart>("jht/waiting/resigned_from")
  public static let resignedWithoutLetter = LawKey<ResignationStart>("jht/waiting/resigned_without_letter")
  public static let partialRounding = LawKey<Rounding>("jht/partial/rounding")

  // Through which door.
  public static let channels = LawKey<[ChannelRule]>("jht/channel/rules")
  public static let jmoBalanceLimit = LawKey<Rupiah>("jht/channel/jmo_balance_limit")

  // Tax and payment.
  public static let finalBands = LawKey<[Band]>("jht/tax/final_bands")
  public static let finalWindow = LawKey<Years>("jht/tax/final_window")
  public static let windowRule = LawKey<TaxWindowRule>("jht/tax/window_rule")
  public static let laterBands = LawKey<[Band]>("jht/tax/later_bands")
  public static let noNPWPSurcharge = LawKey<Rate>("jht/tax/no_npwp_surcharge")
  public static let paymentsTogether = LawKey<PaymentsTogether>("jht/tax/payments_together")
  public static let taxRounding = LawKey<Rounding>("jht/tax/rounding")
  public static let paymentRounding = LawKey<PaymentRounding>("jht/payment/rounding")

  // The yearly return.
  public static let declaredReturn = LawKey<Rate>("jht/return/declared")
  public static let crediting = LawKey<JHTReturnRule.Crediting>("jht/return/crediting")
  public static let interimReturn = LawKey<JHTReturnRule.Interim>("jht/return/interim")
  public static let interimRate = LawKey<Rate>("jht/return/interim_rate")
  public static let returnBeforeBook = LawKey<JHTReturnRule.Before>("jht/return/before_book")
  /// The first year of which members' accounts earn a return here.
  public static let firstReturnYear = LawKey<Int>("jht/return/first_year")
  public static let returnRounding = LawKey<Rounding>("jht/return/rounding")

  static let keys: [any AnyLawKey] =
    [
      employerRate, workerRate, retirementAge, grounds, workEndedBefore, partialMembership, partialOtherShare,
      partialHousingShare, partialTimes, partialRounding, channels, jmoBalanceLimit, finalBands, finalWindow,
      windowRule, withoutHeirs, partialCounting, resignedFrom, resignedWithoutLetter, paymentsTogether, interimRate,
      returnBeforeBook, firstReturnYear, laterBands, noNPWPSurcharge, taxRounding, paymentRounding, declaredReturn,
      crediting, interimReturn,
      returnRounding,
    ] + JHTGround.allCases.compactMap(\.waiting)
}

extension JHT {
  /// Which wait holds for work that ended before there were rules on waiting.
  public enum EarlyWait: String, LawRule {
    case firstRules = "the first rules"
  }

  /// From which day the wait after resigning runs.
  public enum ResignationStart: String, LawRule {
    case letter = "the letter of resignation"
    case workEnd = "the end of work"
  }

  /// Where the savings of a member without heirs go.
  public enum WithoutHeirs: String, LawRule {
    case estatesOffice = "to the estates office"
  }

  /// From when membership counts towards a part of the balance.
  public enum PartialCounting: String, LawRule {
    case firstMembership = "from the first membership"
  }

  /// Which payments the tax takes together.
  public enum PaymentsTogether: String, LawRule {
    case allAccounts = "of all accounts"
    case sameMembership = "of the same membership"
  }

  /// How the years of the final tax are counted.
  public enum TaxWindowRule: String, LawRule {
    /// The calendar year of the first payment, and those that follow it.
    case calendarYears = "calendar years"
    case fromFirstPayment = "from the month of the first payment"
  }

  /// How the amount paid is rounded.
  public enum PaymentRounding: String, LawRule {
    case wholeRupiah = "whole rupiah"
    case upToHundred = "up to a hundred rupiah"
  }
}
