/// What a file of subtitles holds.
struct Transcript {
  var cues: [Cue] = []
  var language: String?
  /// Cues that were left out, since nothing could be made of their times.
  var unreadable = 0
}
