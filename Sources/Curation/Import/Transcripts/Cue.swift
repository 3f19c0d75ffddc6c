/// A piece of a transcript, as subtitles show it.
struct Cue: Hashable {
  /// Seconds of the recording.
  var start: Double
  /// Not before `start`.
  var end: Double
  /// Without tags; never empty lines.
  var lines: [String]
  var speaker: String?

  /// - Parameter end: one before `start` is taken for an error.
  init(start: Double, end: Double, lines: [String], speaker: String? = nil) {
    self.start = max(0, start)
    self.end = max(self.start, end)
    self.lines = lines
    self.speaker = speaker
  }
}
