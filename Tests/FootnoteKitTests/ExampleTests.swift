import FootnoteKit
import Foundation
import Testing

/// The programs in `Examples` run.
@Suite struct ExampleTests {
  private struct Run {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs a program that lies beside the tests, without a model.
  private func run(_ name: String, _ arguments: [String], input: String = "") throws -> Run {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let files = ["input", "output", "errors"].map { home.appendingPathComponent($0) }
    for file in files { try Data(input.utf8).write(to: file) }
    let process = Process()
    process.executableURL = try #require(binary(name), "\(name) was not built")
    process.arguments = arguments
    process.environment = ["HOME": home.path]
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: try String(contentsOf: files[1], encoding: .utf8),
      errors: try String(contentsOf: files[2], encoding: .utf8))
  }

  private func binary(_ name: String) -> URL? {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent(name)
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  @Test func asksAndPrintsCitations() throws {
    let notes = try SampleNotes()
    let found = try run("example-ask", [notes.path, "summoning", "ghosts"])
    #expect(found.status == 0)
    #expect(found.output.contains("raw/2025/10.1.md:1\n"))
    #expect(found.output.contains("We are summoning ghosts"))
    #expect(found.errors.contains("no model"))
    #expect(try run("example-ask", [notes.path, "xyzzy"]).status == 1)
    #expect(try run("example-ask", []).status == 2)
    let wrong = try run("example-ask", ["/no/such/folder", "ghosts"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.hasPrefix("there is no such folder: /no/such/folder"))
  }

  @Test func answersInJSON() throws {
    let notes = try SampleNotes()
    let answers = try run(
      "example-ask-json", [notes.path], input: "summoning ghosts\nafter:never\nxyzzy\n")
    #expect(answers.status == 0)
    let lines = answers.output.split(separator: "\n").map { Data($0.utf8) }
    #expect(lines.count == 3)
    let first = try JSONDecoder().decode(AskJSON.self, from: try #require(lines.first))
    #expect(first.hits.first?.path == "raw/2025/10.1.md")
    let failed = try JSONDecoder().decode(FailedQuestionJSON.self, from: lines[1])
    #expect(failed.error.contains("not a date"))
    #expect(try JSONDecoder().decode(AskJSON.self, from: lines[2]).hits.isEmpty)
  }
}
