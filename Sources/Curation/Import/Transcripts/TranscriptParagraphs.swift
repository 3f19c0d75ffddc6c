import Corpus

/// Joins cues to paragraphs that end with their times: `… [00:00:48 → 00:01:06]`.
///
/// A paragraph ends with a sentence once it is long enough, with a pause, or where somebody else speaks;
/// where nothing is punctuated, with a cue once it is long.
struct TranscriptParagraphs {
  /// Characters from which on the end of a sentence ends the paragraph: about 45 words, 15 to 20
  /// seconds of speech, so that a citation leads close to its place.
  static let shortest = 250
  /// Characters from which on the end of a cue does.
  static let longest = 650
  /// Seconds of silence that end a paragraph, and the least that must have been said.
  private static let pause = 3.0
  private static let shortestBeforePause = 40
  /// Seconds of silence that end a paragraph whatever was said.
  private static let longPause = 30.0

  private var paragraphs: [String] = []
  private var text = ""
  private var speaker: String?
  private var start = 0.0
  private var end = 0.0

  static func markdown(_ cues: [Cue]) -> String {
    var maker = TranscriptParagraphs()
    for cue in cues { maker.add(cue) }
    maker.close()
    return maker.paragraphs.joined(separator: "\n\n")
  }

  private mutating func add(_ cue: Cue) {
    let silence = cue.start - end
    let isPause =
      silence > Self.longPause
      || (silence >= Self.pause && text.count >= Self.shortestBeforePause)
    if isPause || cue.speaker != speaker || text.count >= Self.longest { close() }
    speaker = cue.speaker
    let words = cue.lines.joined(separator: " ").split(separator: " ")
    let total = max(1, words.reduce(0) { $0 + $1.count + 1 })
    var position = 0
    for word in words {
      // YouTube's sign for somebody else.
      if word == ">>" || word.hasPrefix(">>") { close() }
      let share = (cue.end - cue.start) / Double(total)
      if text.isEmpty {
        start = cue.start + share * Double(position)
        end = start
      }
      position += word.count + 1
      append(word)
      // A cue that began earlier may end later.
      end = max(end, position >= total ? cue.end : cue.start + share * Double(position))
      if text.count >= Self.shortest, Self.endsSentence(word) { close() }
    }
  }

  private mutating func append(_ word: Substring) {
    let isJoined = text.isEmpty || (Self.isSpaceless(text.last) && Self.isSpaceless(word.first))
    text += isJoined ? String(word) : " " + word
  }

  private mutating func close() {
    defer { text = "" }
    guard !text.isEmpty else { return }
    var paragraph = MarkdownEscaping.inline(text)
    if let speaker {
      paragraph = "**\(MarkdownEscaping.inline(speaker)):** " + paragraph
    } else {
      paragraph = MarkdownEscaping.lineStart(paragraph)
    }
    paragraphs.append("\(paragraph) [\(Self.clock(start)) → \(Self.clock(end.rounded(.up)))]")
  }

  /// `01:02:03`
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 3.5e6))
    return [whole / 3600, whole / 60 % 60, whole % 60]
      .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }

  private static let abbreviations: Set<String> = [
    "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "vs.", "etc.", "e.g.", "i.e.", "fig.", "jr.",
    "sr.",
  ]

  private static func endsSentence(_ word: Substring) -> Bool {
    var core = word[...]
    while let last = core.last, "\"'”’)]»」』".contains(last) { core = core.dropLast() }
    guard let last = core.last, ".?!…。？！".contains(last) else { return false }
    if last != "." { return true }
    // An initial, or a word that is abbreviated.
    return core.count > 2 && !abbreviations.contains(core.lowercased())
  }

  /// Chinese and Japanese are written without spaces.
  private static func isSpaceless(_ character: Character?) -> Bool {
    guard let value = character?.unicodeScalars.first?.value else { return false }
    return (0x3000..<0x3100).contains(value) || (0x3400..<0xA000).contains(value)
      || (0xF900..<0xFB00).contains(value) || (0xFF00..<0xFFF0).contains(value)
  }
}
