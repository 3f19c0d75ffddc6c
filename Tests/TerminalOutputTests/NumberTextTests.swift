import TerminalOutput
import Testing

struct NumberTextTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (2900, "2,900"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
  ])
  func grouped(_ number: Int, _ text: String) {
    #expect(NumberText.grouped(number) == text)
  }

  @Test(arguments: [(0, "0 %"), (0.001, "1 %"), (0.625, "63 %"), (0.9999, "99 %"), (1, "100 %")])
  func percentSaysAllOnlyWhereItIsTrue(_ share: Double, _ text: String) {
    #expect(NumberText.percent(share) == text)
  }

  @Test(arguments: [
    (0.0004, "0.4 ms"), (0.012, "12 ms"), (3.44, "3.4 s"), (51, "51 s"), (125, "2 min 5 s"),
    (12_000, "3 h 20 min"), (.infinity, "-"),
  ])
  func duration(_ seconds: Double, _ text: String) {
    #expect(NumberText.duration(seconds) == text)
  }

  @Test(arguments: [(0.9134, 2, "0.91"), (-0.5, 1, "-0.5"), (-0.001, 2, "0.00"), (2, 0, "2")])
  func decimal(_ value: Double, _ places: Int, _ text: String) {
    #expect(NumberText.decimal(value, places: places) == text)
  }

  @Test(arguments: [(1, "1 byte"), (812, "812 bytes"), (1_200_000, "1.2 MB")])
  func bytes(_ count: Int, _ text: String) {
    #expect(NumberText.bytes(count) == text)
  }
}
