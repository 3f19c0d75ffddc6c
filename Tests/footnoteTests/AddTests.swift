import Foundation
import Testing

/// `footnote add` from a file to a citation.
struct AddTests {
  /// A file of the tests of the importers.
  private static func fixture(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("CurationTests/Fixtures/\(name)").path
  }

  private func hits(_ base: SampleBase, _ question: String) throws -> [[String: Any]] {
    let answer = try base.tool.run("ask", "--format", "json", question)
    #expect(answer.status == 0, "\(answer.errors)")
    return answer.object["hits"] as? [[String: Any]] ?? []
  }

  /// The text of a hit is what its citation shows.
  private func expectShown(_ base: SampleBase, _ hit: [String: Any]) throws {
    let citation = try #require(hit["citation"] as? String)
    let hash = try #require(hit["hash"] as? String)
    let shown = try base.tool.run("show", "--format", "json", "\(citation)@\(hash)").object
    #expect(shown["state"] as? String == "current")
    #expect(shown["text"] as? String == hit["text"] as? String)
  }

  // MARK: Round trips

  @Test func aTranscriptIsCitedWithItsSecond() throws {
    let base = try SampleBase()
    let added = try base.tool.run(
      "add", Self.fixture("transcripts/kiln.srt"), "--title", "Firing a kiln", "--channel",
      "The Pottery", "--date", "2023-05-08", "--url", "https://www.youtube.com/watch?v=abcdefghijk")
    #expect(added.status == 0, "\(added.errors)")
    let path = "raw/youtube-transcript/the-pottery/firing-a-kiln/transcript.md"
    #expect(added.output == "\(path)\n    2023-05-08  transcript  Firing a kiln\n")
    #expect(added.errors == "footnote: 1 file added\n")
    let hit = try #require(try hits(base, "how long does the kiln cool").first)
    #expect(hit["path"] as? String == path)
    #expect(hit["url"] as? String == "https://www.youtube.com/watch?v=abcdefghijk&t=1s")
    #expect(hit["date"] as? String == "2023-05-08")
    try expectShown(base, hit)
  }

  @Test func longSpeechIsCitedWithTheSecondOfItsPart() throws {
    let base = try SampleBase()
    let cues = (0..<90).map { index in
      let word = index == 70 ? "quicklime" : "mortar"
      let text = "Now about \(word), which is slaked in pits for a winter or for two of them."
      return "{\"text\": \"\(text)\", \"start\": \(index * 6), \"duration\": 6}"
    }
    try base.folder.write("lime.json", "[\(cues.joined(separator: ","))]")
    let url = "https://youtu.be/abcdefghijk"
    #expect(try base.tool.run("add", "lime.json", "--url", url).status == 0)
    let hit = try #require(try hits(base, "quicklime").first)
    let start = try #require(hit["start"] as? Int)
    // The passage that begins before the second 420 and holds it.
    #expect((300...420).contains(start))
    #expect(hit["url"] as? String == "\(url)?t=\(start)s")
  }

  @Test func aPDFIsCitedWithItsPage() throws {
    let base = try SampleBase()
    guard try base.tool.shell("command -v pdftotext").status == 0 else {
      print("skipped: pdftotext is not installed (make test-packages installs it)")
      return
    }
    #expect(try base.tool.run("add", Self.fixture("pdf/well.pdf")).status == 0)
    let hit = try #require(try hits(base, "bridge that crosses the water with coins").first)
    #expect(hit["path"] as? String == "raw/2000/1.1-the-well-at-orvieto.md")
    #expect(hit["headings"] as? [String] == ["Page 2"])
    try expectShown(base, hit)
  }

  @Test func aPageAndPostsAreCitedWithTheirAddresses() throws {
    let base = try SampleBase()
    let added = try base.tool.run(
      "add", Self.fixture("html/article.html"), Self.fixture("x-archive"))
    #expect(added.status == 0, "\(added.errors)")
    let page = try #require(try hits(base, "eel traps at a tide mill").first)
    #expect(page["url"] as? String == "https://estuary.example/2024/03/09/tide-mills/")
    #expect(page["headings"] as? [String] == ["What to look for"])
    let post = try #require(try hits(base, "stakes hold the stems, hazel woven on top").first)
    #expect(post["path"] as? String == "raw/2025/7.6-2.md")
    let text = try #require(post["text"] as? String)
    #expect(text.contains("<https://x.com/hedge_and_wall/status/1941000000000000002>"))
    #expect(!text.contains("Dry stone"))
    try expectShown(base, post)
  }

  // MARK: The command

  @Test func whatIsThereIsNotAddedAgain() throws {
    let base = try SampleBase()
    let file = Self.fixture("html/article.html")
    #expect(try base.tool.run("add", file).status == 0)
    let again = try base.tool.run("add", file, "--title", "Another")
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("raw/2024/3.9-how-tides-turn-a-mill.md"))
    #expect(again.errors == "footnote: nothing new, 1 there already\n")
    // What was there before is known as well.
    try base.folder.write("copy.txt", try base.folder.read("raw/2025/10.1.md"))
    #expect(try base.tool.run("add", "copy.txt").output.hasPrefix("raw/2025/10.1.md"))
  }

  @Test func failuresAreOneLineEach() throws {
    let base = try SampleBase()
    try base.folder.write("in/good.txt", "A good note.\n")
    try base.folder.write("in/empty.md", "")
    try base.folder.write("in/broken.json", "{\"segments\": [")
    let result = try base.tool.run("add", "in", "nowhere.pdf", "https://example.org/", "/dev/null")
    #expect(result.status == 2)
    #expect(result.output.contains("a-good-note.md"))
    let lines = result.errorLines
    #expect(lines.count == 6, "\(lines)")
    #expect(lines.contains("footnote: in/empty.md: is empty"))
    #expect(lines.contains { $0.hasPrefix("footnote: in/broken.json: the JSON is broken: ") })
    #expect(lines.contains("footnote: nowhere.pdf: there is no such file or folder"))
    #expect(
      lines.contains { $0.hasPrefix("footnote: https://example.org/: nothing is downloaded; ") })
    #expect(lines.last == "footnote: 1 file added, 5 not added")
  }

  @Test func statusAndSummarySayWhetherAnythingWasFound() throws {
    let base = try SampleBase()
    try FileManager.default.createDirectory(
      at: base.folder.url.appendingPathComponent("in"), withIntermediateDirectories: true)
    let nothing = try base.tool.run("add", "in")
    #expect(nothing.status == 1)
    #expect(nothing.errors == "footnote: nothing found to add\n")
    try base.folder.write("in/note.txt", "A note.\n")
    let dry = try base.tool.run("add", "--dry-run", "in")
    #expect(dry.status == 0)
    #expect(dry.errors == "footnote: 1 file would be added\n")
    #expect(dry.output.contains("-a-note.md"))
    #expect(try base.tool.run("add", "in").output == dry.output)
  }

  @Test func wrongCallsAreRefused() throws {
    let base = try SampleBase()
    try base.folder.write("a.txt", "One.\n")
    try base.folder.write("b.txt", "Two.\n")
    for (arguments, part) in [
      (["a.txt", "--date", "July"], "--date takes a day such as 2025-07-06"),
      (["a.txt", "--date", "2025-02-30"], "--date takes a day such as 2025-07-06"),
      (["a.txt", "--title", " "], "--title is empty"), ([""], "a path is empty"),
      ([], "Missing expected argument"),
      (["a.txt", "b.txt", "--title", "T"], "--title is for one document"),
      (["a.txt", "--to", "../wiki"], "does not lie in the layer of sources: ../wiki"),
    ] {
      let result = try base.tool.run(["add"] + arguments)
      #expect(result.status == 2)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains(part), "\(result.errors)")
    }
    #expect(!base.folder.exists("raw/2026"))
  }

  @Test func aBaseThatCannotBeWrittenIsNamed() throws {
    let base = try SampleBase()
    try base.folder.write("a.txt", "One.\n")
    guard let other = try OtherUser(base.tool) else {
      print("skipped: only the superuser can become another user, with setpriv")
      return
    }
    let result = try other.run("add a.txt")
    #expect(result.status == 2)
    #expect(result.errors.contains("cannot be written: "), "\(result.errors)")
    let unreadable = base.folder.url.appendingPathComponent("a.txt").path
    chmod(unreadable, 0o000)
    defer { chmod(unreadable, 0o644) }
    #expect(try other.run("add a.txt").errors.contains("a.txt: cannot be read: permission denied"))
  }

  @Test func namesCannotSteerATerminal() throws {
    let base = try SampleBase()
    try base.folder.write("in/\u{1B}[2J.txt", "Title \u{1B}[31m red\n\nText.\n")
    let result = try base.tool.run("add", "in", "--title", "A\u{1B}[2Jb")
    #expect(result.status == 0)
    #expect(!(result.output + result.errors).contains("\u{1B}"))
    try base.folder.write("in/a.md", "---\na: 1\n\u{1B}[2J: [\n---\n\nOther.\n")
    #expect(try !base.tool.run("add", "in/a.md").errors.contains("\u{1B}"))
    let added = try base.tool.run("add", "in", "--format", "json")
    #expect(!added.output.contains("\u{1B}"))
  }

  @Test func progressShowsOnATerminalOnly() throws {
    let base = try SampleBase()
    for number in 0..<4 { try base.folder.write("in/\(number).txt", "Note \(number).\n") }
    guard let terminal = try Terminal(base.tool) else { return }
    #expect(try terminal.run("add in").contains("4 files added"))
  }

  @Test func anImportWaitsForTheOneBeforeIt() throws {
    let base = try SampleBase()
    try base.folder.write("in/new.txt", "Both bring this text.\n")
    let descriptor = open(base.folder.url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    let process = try base.tool.process(["add", "in/new.txt"])
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    Thread.sleep(forTimeInterval: 0.5)
    #expect(process.isRunning)
    // What the other one writes is there when this one looks.
    try base.folder.write("raw/first.md", "Both bring this text.\n")
    #expect(flock(descriptor, LOCK_UN) == 0)
    process.waitUntilExit()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said == "footnote: nothing new, 1 there already\n")
    let shown = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(shown.hasPrefix("raw/first.md"))
  }

  @Test func whatWasLeftOutIsSaid() throws {
    let base = try SampleBase()
    try base.folder.write(
      "in/a.srt", "1\n00:00:01,000 --> 00:00:02,000\nA.\n\n2\n0:99:00 --> 0:99:01\nB.\n")
    let added = try base.tool.run("add", "in/a.srt")
    #expect(added.errors.contains("a.srt: left out 1 line of subtitles without readable times\n"))
    try base.folder.write("x/tweets.js", "window.YTD.tweets.part0 = {}")
    let none = try base.tool.run("add", "x/tweets.js")
    #expect(none.errorLines.first == "footnote: x/tweets.js: tweets.js holds no list of posts")
    try base.folder.write("in/head.md", "---\ntitle: T\n---\n")
    let empty = try base.tool.run("add", "in/head.md")
    #expect(empty.errorLines.first == "footnote: in/head.md: is empty")
  }
}
