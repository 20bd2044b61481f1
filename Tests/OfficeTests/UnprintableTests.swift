import Fixtures
import Office
import Testing
import Vocabulary

@Suite("Text that no paper can show")
struct UnprintableTests {
  @Test(
    "A person's form names each field with such text",
    arguments: ["\0", "\u{1B}[2J", "\u{85}", "\u{202E}", "\u{2066}", "\n"])
  func person(mark: String) throws {
    let form = PersonForm(
      nik: "9971014107850001", name: "Sri Wahyuni", bornOn: "1985-07-01", motherName: "Siti\(mark)Aminah",
      address: "Jalan\(mark)Lama")
    let faults = form.read(on: try #require(Day("2026-01-05"))).faults.map(\.place)
    #expect(faults == ["motherName", "address"])
  }

  @Test("An employer's form does too")
  func employer() {
    var form = People.ptMaju
    form.address = "Jalan\0Baru"
    form.business = "bengkel\u{202E}"
    #expect {
      _ = try form.profile(law: try TestOffice.law.get(), on: TestOffice.firstDay)
    } throws: { error in
      guard case .faults(let faults)? = error as? OfficeError else { return false }
      return faults.map(\.place) == ["address", "business"]
    }
  }
}
