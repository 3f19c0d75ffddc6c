/// Reads SubRip files: a number, a line of times, text.
enum SubRipReader {
  static func read(_ text: String) -> Transcript {
    var transcript = Transcript()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for block in SubtitleBlocks.split(lines) {
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
}
