/// Takes the repetitions out of automatic captions, in which each cue shows the line before it again above
/// the new one.
enum RollingCaptions {
  /// Where fewer cues begin with the end of the one before and go on, repetitions are what was said.
  private static let leastShare = 0.2

  static func removed(from cues: [Cue]) -> [Cue] {
    guard isRolling(cues) else { return cues }
    var result: [Cue] = []
    // The lines that the last cue showed, repetitions counted.
    var shown: [String] = []
    for cue in cues {
      let overlap = overlap(shown, cue.lines)
      shown = cue.lines
      let new = Array(cue.lines.dropFirst(overlap))
      guard !new.isEmpty else { continue }
      var kept = cue
      kept.lines = new
      result.append(kept)
    }
    return result
  }

  private static func isRolling(_ cues: [Cue]) -> Bool {
    guard cues.count >= 3 else { return false }
    // A cue that says the same and no more may be a refrain.
    let rolled = zip(cues, cues.dropFirst()).count { before, after in
      let overlap = overlap(before.lines, after.lines)
      return overlap > 0 && overlap < after.lines.count
    }
    return Double(rolled) >= leastShare * Double(cues.count - 1)
  }

  /// How many lines at the end of `before` are those at the beginning of `after`.
  private static func overlap(_ before: [String], _ after: [String]) -> Int {
    for count in stride(from: min(before.count, after.count), to: 0, by: -1)
    where before.suffix(count).elementsEqual(after.prefix(count)) {
      return count
    }
    return 0
  }
}
