import Foundation
import Testing

/// `index --watch` follows what happens to a knowledge base.
struct WatchTests {
  /// Waits until `condition` holds, at most 30 seconds.
  private func wait(until condition: () throws -> Bool) rethrows -> Bool {
    let deadline = Date() + 30
    while Date() < deadline {
      if try condition() { return true }
      usleep(100_000)
    }
    return false
  }

  private func documents(_ base: SampleBase) throws -> Int? {
    try base.tool.run("status", "--format", "json").object["documents"] as? Int
  }

  @Test func followsFilesConfigurationAndTheIndexItself() throws {
    let base = try SampleBase()
    let process = try base.tool.process(["index", "--watch"])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try base.folder.handle("errors.txt")
    try process.run()
    defer {
      if process.isRunning { process.terminate() }
      process.waitUntilExit()
    }
    let errors = { try base.folder.read("errors.txt") }
    #expect(try wait { try errors().contains("watching") })

    try FileManager.default.removeItem(at: base.folder.url.appendingPathComponent(".footnote"))
    #expect(try wait { try documents(base) == 5 }, "the index is made again")

    try base.folder.write("footnote.yml", "ignore: [transcript.md]\n")
    #expect(try wait { try documents(base) == 4 }, "the configuration is read again")

    try base.folder.write("footnote.yml", "nonsense: true\n")
    #expect(try wait { try errors().contains("nonsense") })
    usleep(2_500_000)
    #expect(try errors().components(separatedBy: "nonsense").count == 2, "said once")

    try base.folder.write("footnote.yml", "name: mended\n")
    #expect(try wait { try documents(base) == 5 })
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
