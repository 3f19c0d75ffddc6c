import Foundation
import Testing

/// Knowledge bases and indexes that the user may read but not write.
struct ReadOnlyTests {
  /// An ordinary user takes the right away from himself; the superuser, who may write anywhere, becomes
  /// somebody else.
  private func ask(_ base: SampleBase, closing paths: [String]) throws -> Tool.Result? {
    if let other = try OtherUser(base.tool) { return try other.run("ask summoning ghosts") }
    for path in paths { chmod(path, 0o555) }
    defer { for path in paths { chmod(path, 0o755) } }
    guard let closed = paths.first, access(closed, W_OK) != 0 else {
      print("skipped: this user may write anywhere, and there is no setpriv to become another")
      return nil
    }
    return try base.tool.run("ask", "summoning ghosts")
  }

  @Test func anIndexThatCannotBeWrittenAnswers() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    let built = base.folder.url.appendingPathComponent(".footnote").path
    let before = try FileManager.default.contentsOfDirectory(atPath: built).sorted()
    let files = [built, built + "/footnote.sqlite", built + "/lock"]
    guard let result = try ask(base, closing: files) else { return }
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("raw/2025/10.1.md:1"))
    #expect(result.errors.contains("cannot be written"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: built).sorted() == before)
  }

  @Test func aKnowledgeBaseThatCannotBeWrittenIsIndexedElsewhere() throws {
    let base = try SampleBase()
    guard let other = try OtherUser(base.tool) else {
      print("skipped: only the superuser can become another user, with setpriv")
      return
    }
    let result = try other.run("ask summoning ghosts")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("raw/2025/10.1.md:1"))
    #expect(other.hasCache)
    #expect(!base.folder.exists(".footnote"))
    #expect(try other.run("status").output.contains("5"))
  }
}
