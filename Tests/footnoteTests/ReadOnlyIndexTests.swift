import Foundation
import GRDB
import Testing

/// Knowledge bases that this user may only read.
struct ReadOnlyIndexTests {
  /// Runs the tool without the right to write; `nil`, which is said, where that cannot be tried.
  private func readOnly(_ base: SampleBase, _ arguments: String...) throws -> Tool.Result? {
    let shell = arguments.map { "'\($0)'" }.joined(separator: " ")
    if getuid() != 0 { return try base.tool.run(arguments) }
    let user = "setpriv --reuid=65534 --regid=65534 --clear-groups"
    let binary = try Tool.binary.path
    guard try base.tool.shell("\(user) '\(binary)' --version").status == 0 else {
      print("skipped: another user cannot run the tool here")
      return nil
    }
    return try base.tool.shell("\(user) '\(binary)' \(shell)")
  }

  private func indexed(_ model: TinyModel? = nil) throws -> SampleBase {
    let base = try SampleBase()
    let options = model.map { ["--model", $0.path] } ?? []
    #expect(try base.tool.run(["index", "--quiet"] + options).status == 0)
    return base
  }

  private func shell(_ base: SampleBase, _ line: String) throws {
    let result = try base.tool.shell(line)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func nobodyWaitsForAProcessThatIsNotThere() throws {
    let base = try indexed()
    // Every file looks changed.
    try shell(base, "find raw wiki -name '*.md' -exec touch -d 2001-01-01 {} + && chmod -R a-w .")
    defer { _ = try? base.tool.shell("chmod -R u+w .") }
    guard let result = try readOnly(base, "ask", "bacterial code") else { return }
    #expect(result.status == 0)
    #expect(result.errors.contains("is not updated"))
    #expect(!result.errors.contains("waiting"), "\(result.errors)")
  }

  @Test func aCopyHasEverything() throws {
    let base = try SampleBase()
    let model = try TinyModel()
    let answer = try base.tool.run("ask", "--model", model.path, "bacterial code")
    #expect(answer.status == 0, "\(answer.errors)")
    try shell(base, "mkdir copy && cp -r raw wiki .footnote copy && chmod -R a-w copy")
    defer { _ = try? base.tool.shell("chmod -R u+w copy") }
    guard let result = try readOnly(base, "status", "--root", "copy", "--format", "json") else {
      return
    }
    #expect(result.object["documents"] as? Int == 5)
    #expect(result.object["embedded"] as? Double == 1)
  }

  @Test(arguments: [true, false]) func aLogIsReadOrItsLossIsSaid(isComplete: Bool) throws {
    let base = try indexed()
    let path = base.folder.url.appendingPathComponent(".footnote/footnote.sqlite").path
    try shell(base, "mkdir copy && cp -r raw wiki copy")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "DELETE FROM document WHERE path LIKE 'wiki/%'") }
    // Before the log is merged.
    try shell(base, "cp -r .footnote copy && rm -f copy/.footnote/lock")
    try queue.close()
    if !isComplete { try shell(base, "rm copy/.footnote/footnote.sqlite-shm") }
    try shell(base, "test -s copy/.footnote/footnote.sqlite-wal && chmod -R a-w copy")
    defer { _ = try? base.tool.shell("chmod -R u+w copy") }
    guard let result = try readOnly(base, "status", "--root", "copy", "--format", "json") else {
      return
    }
    if isComplete {
      #expect(result.object["documents"] as? Int == 3, "\(result.errors)")
    } else {
      #expect(result.status == 2)
      #expect(result.errors.contains("cannot be read here"), "\(result.errors)")
    }
  }

  @Test func onlyTheFolderCannotBeWritten() throws {
    let base = try indexed()
    try shell(base, "chmod 666 .footnote/footnote.sqlite && chmod 555 .footnote")
    defer { _ = try? base.tool.shell("chmod 755 .footnote") }
    guard let result = try readOnly(base, "ask", "bacterial code") else { return }
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("raw/2025/7.6.md"))
  }

  /// A limit on the size of files does what a full disk does.
  @Test func aFullDiskLeavesTheAnswer() throws {
    let base = try indexed()
    try base.folder.write("raw/2025/new.md", "A new note about walruses.\n")
    let limited = { (line: String) in
      try base.tool.shell("( trap '' XFSZ; ulimit -f 0; \(line) 2>&1; echo status $? ) | cat")
    }
    let answer = try limited("footnote ask bacterial code")
    #expect(answer.output.contains("status 0"), "\(answer.output)")
    #expect(answer.output.contains("not brought up to date"), "\(answer.output)")
    #expect(answer.output.contains("raw/2025/7.6.md"), "\(answer.output)")
    let index = try limited("footnote index")
    #expect(index.output.contains("status 2"), "\(index.output)")
    #expect(try base.tool.run("index", "--verify").status == 0)
  }
}
