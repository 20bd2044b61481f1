import Law
import Programs
import Testing
import Vocabulary

@Suite("By when is paid")
struct ClockTests {
  @Test("A holiday moves the last day, and what is owed grows by the day where a rate is set")
  func holiday() throws {
    let law = try projectLaw()
    let friday = day("2026-03-06")
    let plain = try LatePayment.reckon(
      Rupiah(5_000_000), complete: friday, paid: day("2026-03-20"), within: LatePayment.withinJHT, law: law)
    let holiday = try LatePayment.reckon(
      Rupiah(5_000_000), complete: friday, paid: day("2026-03-20"), within: LatePayment.withinJHT,
      perDay: JHT.workerRate, holidays: [day("2026-03-11")], law: law)
    #expect(plain.due == day("2026-03-13") && plain.daysLate == 7 && plain.owed == .zero)
    #expect(holiday.due == day("2026-03-16") && holiday.daysLate == 4)
    #expect(holiday.owed == Rupiah(400_000))
  }
}
