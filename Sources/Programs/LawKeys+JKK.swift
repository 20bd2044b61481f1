internal import Law

/// What JKK, JKM, PMI, the scholarship and the heirs read.
let accidentKeys: [any AnyLawKey] = JKK.benefitKeys + JKM.benefitKeys + Scholarship.keys + Heirs.keys + PMI.keys
