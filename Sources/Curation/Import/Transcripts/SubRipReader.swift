/// Reads SubRip files: a number, a line of times, text.
enum SubRipReader {
  static func read(_ text: String) -> Transcript {
    var cues = SubRipCues()
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      cues.add(line.trimmed)
    }
    cues.close()
    var transcript = cues.transcript
    transcript.cues = RollingCaptions.removed(from: transcript.cues)
    return transcript
  }
}
