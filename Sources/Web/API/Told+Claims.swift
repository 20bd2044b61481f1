import Law
import Office
import Programs
import Vocabulary

struct ToldPayable: Encodable {
  let gross: Money
  let tax: Money
  let rounding: Money
  let net: Money

  init(_ payable: JHTPayable) {
    gross = Money(payable.gross)
    tax = Money(payable.tax)
    rounding = Money(payable.rounding)
    net = Money(payable.net)
  }
}

struct ToldStep: Encodable {
  let text: String
  let amount: Money?
  let citation: String
  let parameter: String?
  let confidence: Confidence

  init(_ step: Programs.Step, _ language: Language) {
    text = step.words.text(in: language)
    amount = step.amount.map(Money.init)
    citation = step.citation.description
    parameter = step.parameter
    confidence = step.confidence
  }
}

/// A decision with its working. `draft` marks law that legal staff have not confirmed.
struct ToldDecision: Encodable {
  let working: [ToldStep]
  let confidence: Confidence
  let lawHash: String

  init(_ decision: JHTDecision, _ language: Language) {
    working = decision.working.map { ToldStep($0, language) }
    confidence = decision.confidence
    lawHash = decision.lawHash
  }
}

struct ToldAnswer: Encodable {
  let number: ClaimNumber?
  let payable: ToldPayable?
  let refusals: [Reason]
  let decision: ToldDecision

  struct Reason: Encodable {
    let code: String
    let text: String
  }

  init(_ answer: ClaimAnswer, _ language: Language) {
    // One switch over the outcome: asked for twice, it crashes the optimizer of Swift 6.3.1.
    switch answer.decision.outcome {
    case .payable(let amount):
      payable = ToldPayable(amount)
      refusals = []
    case .refused(let reasons):
      payable = nil
      refusals = reasons.map { Reason(code: $0.code, text: $0.words.text(in: language)) }
    }
    number = answer.number
    decision = ToldDecision(answer.decision, language)
  }
}

struct ToldApproval: Encodable {
  let payable: ToldPayable
  let approvedAt: String
  let approvedBy: String
  let decision: ToldDecision

  init(_ approval: ClaimApproval, _ language: Language) {
    payable = ToldPayable(approval.payable)
    approvedAt = approval.approvedAt.description
    approvedBy = approval.approvedBy
    decision = ToldDecision(approval.decision, language)
  }
}

struct ToldStatus: Encodable {
  let status: ClaimStatus
  let text: String

  init(_ status: ClaimStatus, _ language: Language) {
    self.status = status
    text = status.words.text(in: language)
  }
}

struct ToldClaim: Encodable {
  let number: ClaimNumber
  let memberId: String
  let programme: Programme
  let ground: JHTGround
  let channel: ClaimChannel
  let kpjs: [KPJ]
  let bankCode: String
  let bankAccount: String
  let bankHolder: String
  let filedOn: Day
  let workEndedOn: Day?
  let status: ClaimStatus
  let events: [Event]
  let approval: ToldApproval?

  struct Event: Encodable {
    let kind: ClaimEvent.Kind
    let at: String
    let actor: String
    let detail: String
  }

  init(_ claim: Claim, _ language: Language) {
    number = claim.number
    memberId = claim.memberID.description
    programme = claim.programme
    ground = claim.form.ground
    channel = claim.form.channel
    kpjs = claim.form.kpjs
    bankCode = claim.bank.code
    bankAccount = claim.bank.number
    bankHolder = claim.bank.holder
    filedOn = claim.filedOn
    workEndedOn = claim.form.workEndedOn
    status = claim.status
    events = claim.events.map { Event(kind: $0.kind, at: $0.at.description, actor: $0.actor, detail: $0.detail) }
    approval = claim.approval.map { ToldApproval($0, language) }
  }
}

struct ToldWorkItem: Encodable {
  let number: ClaimNumber
  let stage: ClaimStatus
  let since: String
  let dueOn: Day

  init(_ item: WorkItem) {
    number = item.number
    stage = item.stage
    since = item.since.description
    dueOn = item.dueOn
  }
}
