import Foundation
import Testing

/// Numbers at the ends of their types never end the program by a trap.
struct ExtremeNumberTests {
  private static let largest = String(Int.max)

  @Test func contextBeyondTheFileIsTheWholeFile() throws {
    let base = try SampleBase()
    let shown = try base.tool.run("show", "--context", Self.largest, "raw/2025/7.6.md:3")
    #expect(shown.status == 0)
    #expect(shown.output.contains("Bacterial code is small"))
    let asked = try base.tool.run("ask", "--context", Self.largest, "summoning ghosts")
    #expect(asked.status == 0)
    #expect(asked.output.contains("We are summoning"))
  }

  @Test(arguments: ["1e300", "604801", "-1", "nan", "inf"])
  func aWaitThatCannotBeCounted(_ seconds: String) throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--wait=\(seconds)", "ghosts")
    #expect(result.status == 2)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("--wait takes a number of seconds from 0 to 604800"))
  }

  @Test(arguments: [["-n", largest], ["--per-document", largest], ["--budget", largest]])
  func limitsWithoutEffect(_ options: [String]) throws {
    let base = try SampleBase()
    #expect(try base.tool.run(["ask"] + options + ["summoning ghosts"]).status == 0)
  }

  @Test func linesBeyondEveryFile() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    for place in ["1-\(Self.largest)", "\(Self.largest)", "1#0-\(Self.largest)"] {
      let result = try base.tool.run("show", "raw/2025/7.6.md:\(place)")
      #expect(result.status == 2, "\(place)")
      #expect(result.errorLines.count == 1, "\(place): \(result.errors)")
    }
  }
}
