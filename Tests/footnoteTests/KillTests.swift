import Foundation
import Testing

/// A process that is killed at any instant leaves an index that opens, and the next one goes on.
struct KillTests {
  private static let count = 300

  /// Starts the command again and again and kills it, each time a little later than it began.
  ///
  /// - Parameter within: Longest time until the kill, in seconds.
  private func kill(
    _ arguments: [String], of base: SampleBase, times: Int, within: Double, seed: UInt64,
    check: () throws -> Void
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<times {
      let process = try base.tool.process(arguments)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(Double.random(in: 0...within, using: &generator) * 1e6))
      if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      try check()
    }
  }

  /// Runs the command to its end and measures that.
  private func seconds(_ arguments: [String], of base: SampleBase) throws -> Double {
    let start = ContinuousClock.now
    let result = try base.tool.run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private func content(_ folder: String, of base: SampleBase) throws -> IndexContent {
    try IndexContent(base.folder.url.appendingPathComponent(folder + "/footnote.sqlite").path)
  }

  private func expectOpens(_ folder: String, of base: SampleBase, documents: Int? = nil) throws {
    let status = try base.tool.run("status", "--index", folder, "--format", "json")
    if status.status != 0 {
      #expect(documents == nil)
      #expect(status.errors.contains("there is no index yet"), "\(status.errors)")
    } else if let documents {
      #expect(status.object["documents"] as? Int == documents)
    }
  }

  @Test(arguments: [1, 2] as [UInt64]) func whileDocumentsAreStored(seed: UInt64) throws {
    let base = try SampleBase(extra: Self.count)
    let time = try seconds(["index", "--quiet", "--index", "whole"], of: base)
    try kill(
      ["index", "--quiet", "--index", "killed"], of: base, times: 6, within: time / 2, seed: seed
    ) { try expectOpens("killed", of: base) }
    let last = try base.tool.run("index", "--verify", "--index", "killed")
    #expect(last.status == 0, "\(last.output)\(last.errors)")
    #expect(try content("killed", of: base) == content("whole", of: base))
    // A rebuild that is killed leaves the old index, whole.
    try kill(
      ["index", "--full", "--quiet", "--index", "killed"], of: base, times: 6, within: time,
      seed: seed + 10
    ) { try expectOpens("killed", of: base, documents: Self.count + 5) }
    #expect(try base.tool.run("index", "--verify", "--index", "killed").status == 0)
    #expect(try content("killed", of: base) == content("whole", of: base))
  }

  @Test(arguments: [3, 4] as [UInt64]) func whilePassagesAreEncoded(seed: UInt64) throws {
    let base = try SampleBase(extra: Self.count)
    let model = try TinyModel()
    for folder in ["whole", "killed"] {
      #expect(try base.tool.run("index", "--quiet", "--index", folder).status == 0)
    }
    let time = try seconds(
      ["index", "--quiet", "--index", "whole", "--model", model.path], of: base)
    try kill(
      ["index", "--quiet", "--index", "killed", "--model", model.path], of: base, times: 8,
      within: time, seed: seed
    ) { try expectOpens("killed", of: base, documents: Self.count + 5) }
    let last = try base.tool.run(
      "index", "--verify", "--index", "killed", "--model", model.path)
    #expect(last.status == 0, "\(last.output)\(last.errors)")
    #expect(try content("killed", of: base) == content("whole", of: base))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: base.folder.url.appendingPathComponent("killed").path)
    #expect(names.filter { $0.hasPrefix("vectors.") }.count == 1, "\(names)")
  }
}
