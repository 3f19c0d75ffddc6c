/// The times of a transcript, in the order of the text.
struct TranscriptTimes {
  /// From a byte on, the recording is at a time.
  struct Mark {
    let bytes: Range<Int>
    let start: Double
    let end: Double?
  }

  private struct Candidate {
    let time: TranscriptTime
    /// The text that the time belongs to.
    let text: Range<Int>
    let isInList: Bool
  }

  private(set) var marks: [Mark] = []
  private var candidates: [Candidate] = []

  var isEmpty: Bool { marks.isEmpty }

  /// Looks at both ends of a block of text and at the beginning of each of its lines.
  mutating func look(
    at text: [UInt8], _ block: ClosedRange<Int>, of lines: LineTable,
    isInList: @autoclosure () -> Bool
  ) {
    let whole = lines.content(of: block)
    var starts: [TranscriptTime] = []
    for line in block {
      if let time = Self.leading(text, lines.content(of: line)) { starts.append(time) }
    }
    for (index, time) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].bytes.lowerBound : whole.upperBound
      candidates.append(
        Candidate(time: time, text: time.bytes.upperBound..<end, isInList: isInList()))
    }
    guard starts.isEmpty else { return }
    var from = whole.lowerBound
    for line in block {
      guard let time = Self.trailing(text, lines.content(of: line)) else { continue }
      candidates.append(
        Candidate(time: time, text: from..<time.bytes.upperBound, isInList: isInList()))
      from = time.bytes.upperBound
    }
  }

  private static func leading(_ text: [UInt8], _ line: Range<Int>) -> TranscriptTime? {
    var start = line.lowerBound
    while start < line.upperBound,
      ByteClass.isBlank(text[start]) || text[start] == 0x2A || text[start] == 0x5F
    {
      start += 1
    }
    guard start < line.upperBound, TranscriptTime.mayBegin(text[start]),
      let time = TranscriptTime(text, start..<line.upperBound)
    else { return nil }
    // A link or image is no time.
    let next = time.bytes.upperBound
    return next < line.upperBound && (text[next] == 0x28 || text[next] == 0x5B) ? nil : time
  }

  private static func trailing(_ text: [UInt8], _ line: Range<Int>) -> TranscriptTime? {
    var end = line.upperBound
    while end > line.lowerBound, ByteClass.isBlank(text[end - 1]) { end -= 1 }
    guard end > line.lowerBound, text[end - 1] == 0x5D || text[end - 1] == 0x29 else { return nil }
    let opening: UInt8 = text[end - 1] == 0x5D ? 0x5B : 0x28
    let from = max(line.lowerBound, end - 48)
    guard let start = text[from..<end].lastIndex(of: opening),
      let time = TranscriptTime(text, start..<end), time.bytes.upperBound == end
    else { return nil }
    return time
  }

  /// Decides which times belong to a recording rather than to a diary, and returns where they stand.
  /// - Parameter isTranscript: whether the file says of itself that it is one.
  mutating func settle(isTranscript: Bool) -> [Range<Int>] {
    let singles = candidates.filter { $0.time.end == nil && !$0.time.isLong && !$0.isInList }
    let ascends = zip(singles, singles.dropFirst()).allSatisfy { $0.time.start <= $1.time.start }
    // Times with hours, and ranges, are those of a recording; then short ones are, too.
    let isCertain = candidates.contains { $0.time.isLong || $0.time.end != nil }
    let accepts = isTranscript || isCertain || (singles.count >= 2 && ascends)
    let accepted = candidates.filter { candidate in
      if isTranscript || candidate.time.end != nil { return true }
      return !candidate.isInList && (candidate.time.isLong || accepts)
    }
    candidates = []
    marks = accepted.map { Mark(bytes: $0.text, start: $0.time.start, end: $0.time.end) }
    return accepted.map(\.time.bytes)
  }

  /// The second of the recording at which a passage begins: the last time that stands before it, looking
  /// no further back than `limit`, else the first time within it. Within a stretch of text with a start
  /// and an end it is estimated from the position.
  func time(in passage: Range<Int>, notBefore limit: Int) -> Double? {
    let position = passage.lowerBound
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].bytes.lowerBound <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0, marks[low - 1].bytes.lowerBound >= limit else {
      let next = low < marks.count ? marks[low] : nil
      return next.flatMap { $0.bytes.lowerBound < passage.upperBound ? $0.start : nil }
    }
    let mark = marks[low - 1]
    guard let end = mark.end, position > mark.bytes.lowerBound else { return mark.start }
    guard position < mark.bytes.upperBound else { return end }
    let share = Double(position - mark.bytes.lowerBound) / Double(max(1, mark.bytes.count))
    return (mark.start + (end - mark.start) * share).rounded(.down)
  }
}
