import Foundation
import Testing

/// Many questions at once.
struct BatchTests {
  private static let input = """
    bacterial code
    {"id": "q7", "text": "summoning ghosts"}

    {"id": 12, "text": "program in English"}
    {"id": "bad"
    {"id": "empty"}
    after:nonsense

    """

  @Test func answersInOrderAndGoesOnAfterBadLines() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--batch", "-", input: Self.input)
    #expect(result.status == 2)
    #expect(result.objects.map { $0["id"] as? String } == ["1", "q7", "12", "4", "empty", "6"])
    #expect(result.objects.map { $0["error"] != nil } == [false, false, false, true, true, true])
    #expect(result.errorLines.count { $0.contains("cannot be asked") } == 3)
  }

  @Test func statusIsGreps() throws {
    let base = try SampleBase()
    #expect(try base.tool.run("ask", "--batch", "-", input: "ghosts\nqqqzzz\n").status == 0)
    #expect(try base.tool.run("ask", "--batch", "-", input: "qqqzzzxx\n").status == 1)
    #expect(try base.tool.run("ask", "--batch", "nowhere.txt").status == 2)
  }

  @Test func trecNamesTheQuestions() throws {
    let base = try SampleBase()
    let file = try base.folder.write("questions.txt", "ghosts\nbacterial code")
    let result = try base.tool.run("ask", "--batch", file.path, "--format", "trec")
    let ids = Set(
      result.output.split(separator: "\n").compactMap { $0.split(separator: " ").first })
    #expect(ids == ["1", "2"])
  }

  @Test func aWarningIsSaidOnce() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--batch", "-", input: "ghosts\nanimals\ncode\n")
    #expect(result.errorLines.count { $0.contains("no model") } == 1)
  }

  @Test func textFormatIsRefused() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--batch", "-", "--format", "text")
    #expect(result.status == 2)
    #expect(result.errorLines.count == 1)
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstQuestion() throws {
    let base = try SampleBase()
    let json = "\u{FEFF}{\"id\": \"first\", \"text\": \"ghosts\"}\nbacterial code\n"
    let result = try base.tool.run("ask", "--batch", "-", input: json)
    #expect(result.status == 0)
    #expect(result.objects.map { $0["id"] as? String } == ["first", "2"])
    #expect(result.objects.map { $0["query"] as? String } == ["ghosts", "bacterial code"])
    let plain = try base.tool.run("ask", "--batch", "-", input: "\u{FEFF}ghosts\n")
    #expect(plain.objects.map { $0["query"] as? String } == ["ghosts"])
  }

  @Test(arguments: [
    ("a\\nb", "a%0Ab"), ("a\\u2028b c\\td", "a%E2%80%A8b%20c%09d"), ("\\u0085", "%C2%85"),
    ("", "-"),
  ])
  func anIdNeverSplitsALineOfARun(id: String, field: String) throws {
    let base = try SampleBase()
    let input = "{\"id\": \"\(id)\", \"text\": \"ghosts\"}\n"
    let result = try base.tool.run("ask", "--batch", "-", "--format", "trec", input: input)
    let lines = result.output.split(whereSeparator: \.isNewline).map { $0.split(separator: " ") }
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.count == 6 && $0[0] == field }, "\(result.output)")
  }
}
