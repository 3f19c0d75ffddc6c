/// Collects the cues of a SubRip file line by line. The text of a cue goes on until the times of the next
/// one: empty lines within it do not end it.
struct SubRipCues {
  private(set) var transcript = Transcript()

  private enum Place {
    /// Before the first times.
    case beginning
    case cue(start: Double, end: Double)
    /// Under times that cannot be read.
    case unreadable
  }

  private var place = Place.beginning
  private var payload: [String] = []
  private var isAfterEmptyLine = false
  /// Whether cues have numbers, as the first one shows, and whether those have an empty line below them.
  private var isNumbered: Bool?
  private var isSpaced = false

  /// - Parameter line: without white space at its ends.
  mutating func add(_ line: String) {
    if line.isEmpty {
      isAfterEmptyLine = true
      return
    }
    if let times = SubtitleTime.range(line) {
      begin(.cue(start: times.start, end: times.end))
    } else if isBroken(line) {
      begin(.unreadable)
    } else {
      payload.append(line)
    }
    isAfterEmptyLine = false
  }

  /// Ends the last cue.
  mutating func close() {
    switch place {
    case .beginning, .unreadable:
      if !payload.isEmpty { transcript.unreadable += 1 }
    case .cue(let start, let end):
      for voice in CueText.voices(payload) {
        transcript.cues.append(
          Cue(start: start, end: end, lines: voice.lines, speaker: voice.speaker))
      }
    }
    payload = []
  }

  private mutating func begin(_ next: Place) {
    let isBelowNumber = payload.last.map(Self.isNumber) ?? false
    if isNumbered == nil {
      isNumbered = isBelowNumber
      isSpaced = isAfterEmptyLine
    }
    if isBelowNumber, isNumbered ?? false, isSpaced || !isAfterEmptyLine { payload.removeLast() }
    close()
    place = next
  }

  /// Whether a line is meant as times, but says none. An arrow may stand in what is said, too.
  private func isBroken(_ line: String) -> Bool {
    guard let arrow = line.firstRange(of: "-->") else { return false }
    let isBelowNumber = !isAfterEmptyLine && (payload.last.map(Self.isNumber) ?? false)
    let start = line[..<arrow.lowerBound]
    return isBelowNumber || start.contains(":") && start.first?.isNumber ?? false
  }

  private static func isNumber(_ line: String) -> Bool {
    line.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
