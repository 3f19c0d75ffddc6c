import Corpus
import Curation
import Foundation
import Testing

/// Archives of X.
@Suite struct PostImportTests {
  private let archive = Fixture.path("x-archive")

  @Test func oneFileADayThreadsJoined() throws {
    let base = try ImportBase()
    let outcomes = try base.add(archive)
    #expect(outcomes.failures.isEmpty)
    #expect(
      outcomes.added.map(\.path) == ["raw/2025/7.6.md", "raw/2025/7.8.md", "raw/2025/8.29.md"])
    #expect(outcomes.remarks == [.leftOut(retweets: 1, replies: 2)])
    let text = try base.read("raw/2025/7.6.md")
    #expect(
      text == """
        ---
        title: Posts of 2025-07-06
        author: Hedge & Wall
        date: 2025-07-06
        type: post
        language: en
        posts: ["1941000000000000001", "1941000000000000002", "1941000000000000003", \
        "1941000000000000004"]
        file: tweets.js
        imported: 2026-11-24
        ---

        Dry stone walls stand because every stone rests on two others and no joint runs through. \
        Rain goes through them & frost finds no water to push with.

        What holds a wall up is that it may move. Mortar forbids it, and cracks. See \
        https://walls.example/through-stones for how the through stones are set. A waller does not \
        put a stone down that he has picked up: he finds a place for it, and if there is none he \
        makes one.

        <https://x.com/hedge_and_wall/status/1941000000000000001>

        ---

        How a hedge is laid, in three posts. First: cut each stem nearly through, low down.

        Then bend it uphill; it lives on by a strip of bark < 1 cm thick.

        Stakes hold the stems, hazel is woven on top. \
        https://hedges.example/styles?county=devon&year=1950

        <https://x.com/hedge_and_wall/status/1941000000000000002>

        """)
  }

  @Test func mediaAndQuotedPostsStayLinks() throws {
    let base = try ImportBase()
    _ = try base.add(archive)
    let photo = try base.read("raw/2025/7.8.md")
    #expect(photo.contains("title: A gap, before and after.\n"))
    #expect(photo.contains("url: \"https://x.com/hedge_and_wall/status/1941000000000000008\"\n"))
    #expect(
      photo.contains(
        """
        A gap, before and after.
        \\---
        Stones & all.

        [photo: A wall with a \\[gap\\]](https://pbs.twimg.com/media/Gap1.jpg)

        [video](https://video.twimg.com/large.mp4)
        """))
    let quote = try base.read("raw/2025/8.29.md")
    #expect(quote.contains("language: de\n"))
    #expect(quote.contains("https://x.com/stone_school/status/1959000000000000001"))
    // A rule that somebody has typed divides no posts.
    #expect(try base.parsed("raw/2025/7.8.md").passages.count == 1)
  }

  @Test func repliesAndRetweetsComeWhenAsked() throws {
    let base = try ImportBase()
    let outcomes = try base.add(archive) {
      $0.keepsReplies = true
      $0.keepsRetweets = true
    }
    #expect(outcomes.remarks.isEmpty)
    let text = try base.read("raw/2025/7.7.md")
    #expect(text.contains("RT @moor_notes: Peat is plant matter"))
    #expect(
      text.contains(
        """
        Reply to [@moor_notes](https://x.com/moor_notes/status/1940999999999999999):

        @moor_notes Does heather smoke taste the same?

        @moor_notes I mean in malt.

        <https://x.com/hedge_and_wall/status/1941000000000000006>
        """))
  }

  @Test(arguments: [
    "x-archive", "x-archive/data", "x-archive/data/tweets.js", "x-archive/data/tweets-part1.js",
  ])
  func whateverIsNamedTheWholeArchiveIsMeant(_ name: String) throws {
    let base = try ImportBase()
    #expect(try base.add(Fixture.path(name)).added.count == 3)
  }

  @Test func postsThatAreThereAreNotAddedAgain() throws {
    let base = try ImportBase()
    let data = Fixture.path("x-archive/data")
    try base.source("old/tweets.js", Fixture.bytes("x-archive/data/tweets.js"))
    try base.source("old/account.js", Fixture.bytes("x-archive/data/account.js"))
    #expect(try base.add(base.sources.path + "/old").added.count == 2)
    let before = try base.read("raw/2025/7.6.md")
    // The newer archive has one day more, and the long text of a post that is there.
    let outcomes = try base.add(data)
    #expect(outcomes.added.map(\.path) == ["raw/2025/8.29.md"])
    #expect(outcomes.remarks.contains(.knownPosts(count: 5)))
    #expect(try base.read("raw/2025/7.6.md") == before)
    let again = try base.add(data)
    #expect(again.added.isEmpty && again.failures.isEmpty)
    #expect(again.known == ["raw/2025/7.6.md", "raw/2025/7.8.md", "raw/2025/8.29.md"])
  }

  @Test func aDayThatIsTakenGetsASecondFile() throws {
    let base = try ImportBase()
    for day in ["7.6", "7.8"] {
      let file = base.root.appendingPathComponent("raw/2025/\(day).md")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("Something else of \(day).\n".utf8).write(to: file)
    }
    #expect(
      try base.add(archive).added.map(\.path) == [
        "raw/2025/7.6-2.md", "raw/2025/7.8-a-gap-before-and-after.md", "raw/2025/8.29.md",
      ])
    #expect(try base.read("raw/2025/7.6.md") == "Something else of 7.6.\n")
  }

  @Test func olderArchivesAndArchivesWithoutAnAccount() throws {
    let base = try ImportBase()
    let posts = """
      window.YTD.tweet.part0 = [ {
        "created_at" : "Wed Jan 01 10:00:00 +0000 2014", "id_str" : "1", "full_text" : "Old [ ] \\" }"
      }, { "created_at" : "Wed Jan 01 11:00:00 +0000 2014", "id_str" : "2", "full_text" : "And on.",
        "in_reply_to_status_id_str" : "1", "in_reply_to_user_id_str" : "7",
        "in_reply_to_screen_name" : "me" } ]
      """
    try base.source("old/data/tweet.js", posts)
    let outcomes = try base.add(base.sources.path + "/old")
    #expect(outcomes.added.map(\.path) == ["raw/2014/1.1.md"])
    #expect(
      try base.read("raw/2014/1.1.md").hasSuffix(
        "Old [ ] \" }\n\nAnd on.\n\n<https://x.com/i/status/1>\n"))
  }

  @Test func postsUnderAnotherNameAreRecognised() throws {
    let base = try ImportBase()
    let path = try base.source("backup-2025.txt", Fixture.bytes("x-archive/data/tweets.js"))
    #expect(try base.add(path).added.map(\.path) == ["raw/2025/7.6.md", "raw/2025/7.8.md"])
  }

  @Test func brokenArchivesAreSaidToBe() throws {
    let base = try ImportBase()
    for (text, part) in [
      (
        "window.YTD.tweets.part0 = [ {\"tweet\": {\"id_str\": \"1\", \"full_text\": \"a",
        "breaks off"
      ),
      ("window.YTD.tweets.part0 = [ {\"tweet\": {\"id_str\": \"1\"}} ]", "element 1"),
      ("window.YTD.tweets.part0 = [ {\"tweet\": nonsense} ]", "element 1"),
    ] {
      let outcomes = try base.add(base.source("x/tweets.js", text))
      guard case .json(let reason) = outcomes.failures.first else {
        Issue.record("\(outcomes)")
        continue
      }
      #expect(reason.contains(part), "\(reason)")
    }
    let timeless =
      "{\"tweet\": {\"id_str\": \"1\", \"full_text\": \"a\", \"created_at\": \"soon\"}}"
    let undated = try base.add(
      base.source("x/tweets.js", "window.YTD.tweets.part0 = [ \(timeless) ]"))
    #expect(undated.failures == [.postsWithoutTime(count: 1)])
    let empty = try base.add(base.source("x/tweets.js", "window.YTD.tweets.part0 = [ ]"))
    #expect(empty.failures == [.noPosts(retweets: 0, replies: 0)])
  }

  @Test func aLargeArchiveIsReadPieceByPiece() throws {
    let base = try ImportBase()
    // Elements that lie across the pieces in which files are read.
    let filler = String(repeating: "ä] }, { [\\\" ", count: 30)
    var text = "window.YTD.tweets.part0 = ["
    for index in 0..<5_000 {
      let day = index % 28 + 1
      text += index == 0 ? "\n" : ",\n"
      text +=
        "{\"tweet\": {\"id_str\": \"\(1000 + index)\", \"full_text\": \"Post \(index) \(filler)\", "
      text += "\"created_at\": \"Mon Feb \(day < 10 ? "0" : "")\(day) 10:00:00 +0000 2021\"}}"
    }
    let outcomes = try base.add(base.source("x/tweets.js", text + "]"))
    #expect(outcomes.added.count == 28)
    #expect(outcomes.added.reduce(0) { $0 + $1.fields.posts.count } == 5_000)
  }

  @Test func whatNamesOneDocumentIsRefused() throws {
    let base = try ImportBase()
    let outcomes = try base.add(archive) { $0.title = "All" }
    #expect(outcomes.failures == [.optionForMany(option: "--title")])
  }

  @Test func postsWithoutATimeDoNotStopTheOthers() throws {
    let base = try ImportBase()
    let path = try base.source(
      "x/tweets.js",
      """
      window.YTD.tweets.part0 = [
        {"tweet": {"id_str": "1", "full_text": "When?", "created_at": "yesterday"}},
        {"tweet": {"id_str": "2", "full_text": "Never."}},
        {"tweet": {"id_str": "3", "full_text": "Then.",
                   "created_at": "Wed Jan 01 10:00:00 +0000 2014"}} ]
      """)
    let outcomes = try base.add(path)
    #expect(outcomes.added.map(\.path) == ["raw/2014/1.1.md"])
    #expect(outcomes.added.first?.fields.posts == ["3"])
    #expect(outcomes.remarks == [.postsWithoutTime(count: 2)])
  }

  @Test(arguments: ["{\"tweet\": [1]}", "null", "\"[]\"", ""])
  func whatHoldsNoListIsSaidTo(_ value: String) throws {
    let base = try ImportBase()
    let path = try base.source("x/tweets.js", "window.YTD.tweets.part0 = \(value)")
    #expect(try base.add(path).failures == [.noList(file: "tweets.js", of: "posts")])
  }
}
