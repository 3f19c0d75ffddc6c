import Foundation
import Testing

/// The first question on a terminal: an answer from words, encoding in sight, an answer from both.
struct TerminalFlowTests {
  /// `nil` without a model or without a terminal.
  private func start(extra: Int) throws -> (SampleBase, Terminal)? {
    guard let base = try SampleBase.withModel(extra: extra),
      let terminal = try Terminal(base.tool)
    else { return nil }
    return (base, terminal)
  }

  private func embedded(_ base: SampleBase) throws -> Double {
    let status = try base.tool.run("status", "--format", "json").object
    return try #require(status["embedded"] as? Double)
  }

  @Test func theFusedAnswerFollowsTheOneFromWords() throws {
    guard let (base, terminal) = try start(extra: 50) else { return }
    let text = try terminal.run("ask microbes that share genes")
    let parts = [
      "0 % embedded", "so far from what is encoded; meaning follows", "encoding ", "passages, ",
    ]
    var rest = text[...]
    for part in parts {
      let found = rest.range(of: part)
      #expect(found != nil, "\(part) in \(text.debugDescription)")
      if let found { rest = rest[found.upperBound...] }
    }
    let last = try #require(text.split(separator: "\n").last)
    #expect(!last.contains("embedded") && !last.contains("words alone"), "\(last)")
    #expect(try embedded(base) == 1)
    // Whoever asks again gets one answer.
    let again = try terminal.run("ask microbes that share genes")
    #expect(!again.contains("meaning follows") && !again.contains("encoding "))
  }

  @Test func interruptingKeepsWhatIsEncoded() throws {
    guard let (base, terminal) = try start(extra: 600) else { return }
    let process = try terminal.process("ask bacterial code")
    let keyboard = Pipe()
    process.standardInput = keyboard
    process.standardOutput = try base.folder.handle("home/screen")
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date() + 60
    while Date() < deadline, process.isRunning, try !isEncoding(base) { usleep(50_000) }
    try keyboard.fileHandleForWriting.write(contentsOf: Data([3]))
    process.waitUntilExit()
    let screen = try base.folder.read("home/screen")
    #expect(process.terminationStatus == 0, "the first answer counts")
    #expect(screen.contains("raw/2025/7.6.md:1"))
    #expect(screen.contains("stopped; what is encoded is kept"), "\(screen.suffix(500))")
    let share = try embedded(base)
    #expect(share > 0 && share < 1)
  }

  /// Whether the progress line shows passages that are done.
  private func isEncoding(_ base: SampleBase) throws -> Bool {
    try base.folder.read("home/screen").contains(#/encoding [1-9]/#)
  }
}
