internal import Law

/// What pensions, unemployment and the obligations of employers read.
let pensionKeys: [any AnyLawKey] = JP.benefitKeys + JKP.benefitKeys + ObligedProgrammes.keys + LatePayment.keys
