public import Law

/// Every parameter of `law/` that the programmes read. `naungan law check` refuses files that are not among them.
public let lawKeys: [any AnyLawKey] =
  ContributionRules.keys + JKK.keys + JKM.keys + JP.keys + JKP.keys + SelfEmployed.keys + Construction.keys
  + ReliefPolicy.keys + Arrears.keys + JHT.keys + accidentKeys + pensionKeys
