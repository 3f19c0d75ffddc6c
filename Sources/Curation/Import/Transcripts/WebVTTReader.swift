/// Reads WebVTT (W3C, 2019), with the headers of YouTube.
enum WebVTTReader {
  static func read(_ text: String) -> Transcript {
    var transcript = Transcript()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var blocks = SubtitleBlocks.split(lines)
    if let header = blocks.first, SubtitleBlocks.times(of: header) == nil {
      transcript.language = language(header)
      blocks.removeFirst()
    }
    for block in blocks where !isComment(block) {
      guard let (line, times) = SubtitleBlocks.times(of: block) else {
        if block.contains(where: { $0.contains("-->") }) { transcript.unreadable += 1 }
        continue
      }
      for voice in CueText.voices(Array(block[(line + 1)...])) {
        transcript.cues.append(
          Cue(start: times.start, end: times.end, lines: voice.lines, speaker: voice.speaker))
      }
    }
    transcript.cues = RollingCaptions.removed(from: transcript.cues)
    return transcript
  }

  private static func language(_ header: [String]) -> String? {
    for line in header where line.lowercased().hasPrefix("language:") {
      let value = line.dropFirst("language:".count).trimmed
      return value.isEmpty ? nil : value
    }
    return nil
  }

  private static func isComment(_ block: [String]) -> Bool {
    guard let first = block.first else { return true }
    return ["NOTE", "STYLE", "REGION"].contains {
      first == $0 || first.hasPrefix($0 + " ") || first.hasPrefix($0 + "\t")
    }
  }
}
