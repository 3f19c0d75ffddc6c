import TerminalOutput
import Testing

struct ProgressBarTests {
  private let bar = ProgressBar(
    label: "encoding", unit: "passages", done: 1234, total: 2900, rate: 33, secondsLeft: 50.5)

  @Test func saysHowFarAndHowLong() {
    let line = bar.line(width: 80)
    #expect(line.hasPrefix("encoding 1,234 of 2,900 passages ━"))
    #expect(line.hasSuffix("43 %  33/s  51 s left"))
  }

  @Test(arguments: 20...120)
  func fits(_ width: Int) {
    #expect(bar.line(width: width).displayWidth <= width)
  }
}
