import Corpus
import Curation
import Foundation
import Testing

/// Subtitles and transcripts.
@Suite struct TranscriptImportTests {
  @Test func rollingCaptionsAreReadOnce() throws {
    let base = try ImportBase()
    let file = try base.addOne(Fixture.path("transcripts/automatic.vtt"))
    #expect(
      file.body == """
        a bell is tuned on a lathe by taking bronze away never by adding any & never twice \
        [00:00:48 → 00:00:58]

        \\>> how do you hear it [00:00:57 → 00:01:02]
        """)
    #expect(try base.parsed(file.path).document.language == "en")
    #expect(try base.parsed(file.path).document.type == "transcript")
  }

  @Test func speakersAndPlainRepetitionsStay() throws {
    let base = try ImportBase()
    let outcomes = try base.add(Fixture.path("transcripts/voices.vtt"))
    let file = try #require(outcomes.added.first)
    #expect(
      try base.read(file.path).hasSuffix(
        """
        **Ines Roth:** We ring changes, not tunes. Each bell moves one place at a time. \
        [00:00:01 → 00:00:11]

        **Tom:** How long does it take? [00:00:11 → 00:00:16]

        **Ines Roth:** For seven bells [01:00:15 → 01:00:19]

        **Tom:** three hours, [01:00:15 → 01:00:19]

        """))
    #expect(outcomes.remarks == [.cuesWithoutTimes(count: 1)])
    let text = """
      WEBVTT

      00:00.000 --> 00:01.000
      No.

      00:01.000 --> 00:02.000
      No.

      00:02.000 --> 00:03.000
      Yes.

      00:03.000 --> 00:04.000
      Perhaps.

      00:04.000 --> 00:05.000
      Never.
      """
    let said = try base.addOne(base.source("no.vtt", text)).body
    #expect(said == "No. No. Yes. Perhaps. Never. [00:00:00 → 00:00:05]")
  }

  @Test func aRefrainIsNoRollingCaption() throws {
    let base = try ImportBase()
    let cues = (0..<20).map { "{\"text\": \"La la la.\", \"start\": \($0), \"duration\": 1}" }
    let body = try base.addOne(base.source("a.json", "[\(cues.joined(separator: ","))]")).body
    #expect(body.components(separatedBy: "La la la.").count == 21)
  }

  @Test func subRipWithMarkAndReturns() throws {
    let base = try ImportBase()
    let file = try base.addOne(Fixture.path("transcripts/kiln.srt"))
    #expect(
      file.body == """
        The kiln is fired with ash wood. It takes three days, and nobody sleeps. \
        [00:00:01 → 00:00:08]

        Then it cools for a week. [00:00:20 → 00:00:24]
        """)
  }

  @Test(arguments: [
    (
      "api.json",
      "Salt is won from the sea in flat pans of clay. The wind does most of the work. "
        + "[00:00:12 → 00:00:21]"
    ),
    ("whisper.json", "Reeds are cut in winter. The ice carries the cutter. [00:00:00 → 00:00:07]"),
    ("captions.json3", "a hedge is laid by bending its stems [00:00:00 → 00:00:08]"),
  ])
  func transcriptsInJSON(_ name: String, _ body: String) throws {
    let base = try ImportBase()
    #expect(try base.addOne(Fixture.path("transcripts/\(name)")).body == body)
  }

  @Test func longSpeechBecomesParagraphsAtSentences() throws {
    let base = try ImportBase()
    let cues = (0..<60).map { index in
      let text = "Sentence \(index) of Dr. Who is said in the time of five seconds, no more."
      return "{\"text\": \"\(text)\", \"start\": \(index * 5), \"duration\": 5}"
    }
    let path = try base.source("a.json", "[\(cues.joined(separator: ","))]")
    let file = try base.addOne(path)
    let paragraphs = file.body.components(separatedBy: "\n\n")
    #expect(paragraphs.count == 15)
    #expect(paragraphs[1].hasPrefix("Sentence 4 of Dr. Who"))
    #expect(paragraphs[1].hasSuffix("no more. [00:00:20 → 00:00:40]"))
    // The parser finds the second of every passage.
    let starts = try base.parsed(file.path).passages.compactMap(\.start)
    #expect(starts.first == 0)
    #expect(starts.count == (try base.parsed(file.path).passages.count))
  }

  @Test func speechWithoutStopsIsDividedAllTheSame() throws {
    let base = try ImportBase()
    let cues = (0..<100).map { "{\"text\": \"words without any stop\", \"start\": \($0)}" }
    let body = try base.addOne(base.source("a.json", "[\(cues.joined(separator: ","))]")).body
    #expect(body.components(separatedBy: "\n\n").allSatisfy { $0.count < 750 })
  }

  @Test func aVideoGetsAFolderOfItsOwn() throws {
    let base = try ImportBase()
    let name = "How bells are tuned - a visit [dQw4w9WgXcQ]"
    try base.source(
      "\(name).info.json",
      """
      {"title": "How bells are tuned — a visit", "channel": "The Foundry", "upload_date": "20230508",
       "webpage_url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "extractor": "youtube"}
      """)
    let path = try base.source("\(name).en.vtt", Fixture.bytes("transcripts/automatic.vtt"))
    let file = try base.addOne(path)
    #expect(
      file.path == "raw/youtube-transcript/the-foundry/how-bells-are-tuned-a-visit/transcript.md")
    let document = try base.parsed(file.path).document
    #expect(document.title == "How bells are tuned — a visit")
    #expect(document.channel == "The Foundry")
    #expect(document.url == "https://www.youtube.com/watch?v=dQw4w9WgXcQ")
    #expect(document.date?.description == "2023-05-08")
    // The description itself is no transcript.
    let outcomes = try base.add(base.sources.path + "/\(name).info.json")
    #expect(outcomes.failures == [.videoInformation])
  }

  @Test func optionsNameTheVideo() throws {
    let base = try ImportBase()
    let file = try base.addOne(Fixture.path("transcripts/kiln.srt")) {
      $0.url = "https://youtu.be/abcdefghijk"
      $0.title = "Firing"
    }
    #expect(file.path == "raw/youtube-transcript/unknown-channel/firing/transcript.md")
    let path = try base.source("kiln.srt", "1\n00:00:01,000 --> 00:00:02,000\nAnother.\n")
    let other = try base.addOne(path) {
      $0.url = "https://youtu.be/abcdefghijk"
      $0.title = "Firing"
    }
    #expect(other.path == "raw/youtube-transcript/unknown-channel/firing-2/transcript.md")
  }

  @Test func withoutTimesThereIsNoTranscript() throws {
    let base = try ImportBase()
    #expect(try base.add(base.source("a.vtt", "WEBVTT\n\nNOTE nothing\n")).failures == [.noCues])
    #expect(try base.add(base.source("b.srt", "1\nsome text\n")).failures == [.noCues])
    #expect(try base.add(base.source("c.json", "{\"segments\": []}")).failures == [.noCues])
    #expect(try base.add(base.source("d.json", "{\"a\": 1}")).failures == [.unknownJSON])
    let broken = try base.add(base.source("e.json", "[{\"text\": \"a\", \"start\": 1}"))
    guard case .json = broken.failures.first else {
      Issue.record("\(broken)")
      return
    }
    let odd =
      #"[{"text": "a", "start": 1e400}, {"text": "b", "start": -5}, {"text": 3, "start": "x"}]"#
    #expect(try base.add(base.source("f.json", odd)).failures.count == 1)
  }

  @Test func textBelowAnEmptyLineBelongsToItsCue() throws {
    let base = try ImportBase()
    let text = """
      1
      00:00:01,000 --> 00:00:03,000
      The first half.

      The second half --> to the end.

      1984

      2
      00:00:03,000 --> 00:00:05,000
      Then the third.

      00:00:05,000 --> 00:00:06,000
      A cue without a number.

      """
    let file = try base.addOne(base.source("a.srt", text))
    #expect(
      file.body == "The first half. The second half --> to the end. 1984 Then the third. "
        + "A cue without a number. [00:00:01 → 00:00:06]")
    let spaced =
      "1\n\n00:00:01,000 --> 00:00:02,000\n\nOne.\n\n2\n\n00:00:02,000 --> 00:00:03,000\n\nTwo."
    let other = try base.addOne(base.source("b.srt", spaced))
    #expect(other.body == "One. Two. [00:00:01 → 00:00:03]")
  }

  @Test func whatStandsUnderNoTimesIsCounted() throws {
    let base = try ImportBase()
    let text = """
      A preface.

      1
      00:00:01,000 --> 00:00:03,000
      Heard.

      2
      00:75:03,000 --> 00:76:05,000
      Under seventy-five minutes.

      3
      soon --> later
      Under words.
      """
    let outcomes = try base.add(base.source("a.srt", text))
    #expect(outcomes.remarks == [.cuesWithoutTimes(count: 3)])
    let added = try #require(outcomes.added.first)
    #expect(try base.read(added.path).hasSuffix("\n\nHeard. [00:00:01 → 00:00:03]\n"))
  }

  @Test func minutesAndSecondsEndAt59() throws {
    let base = try ImportBase()
    let text = """
      WEBVTT

      00:59.999 --> 120:59:59.000
      Right.

      00:60.000 --> 01:30.000
      Sixty seconds.

      60:00.000 --> 61:00.000
      Sixty minutes.
      """
    let outcomes = try base.add(base.source("a.vtt", text))
    #expect(outcomes.remarks == [.cuesWithoutTimes(count: 2)])
    let added = try #require(outcomes.added.first)
    #expect(try base.read(added.path).hasSuffix("\n\nRight. [00:00:59 → 120:59:59]\n"))
  }

  @Test func aParagraphEndsWithItsLatestCueAndBeforeALongSilence() throws {
    let base = try ImportBase()
    let text = """
      1
      00:00:01,000 --> 00:00:20,000
      A song goes on,

      2
      00:00:05,000 --> 00:00:08,000
      Hush.

      3
      00:00:51,000 --> 00:00:52,000
      Later.
      """
    let file = try base.addOne(base.source("a.srt", text))
    #expect(
      file.body == "A song goes on, Hush. [00:00:01 → 00:00:20]\n\nLater. [00:00:51 → 00:00:52]")
  }
}
