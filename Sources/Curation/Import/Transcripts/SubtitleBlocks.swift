/// The blocks of a file of subtitles: lines between empty ones.
enum SubtitleBlocks {
  /// A line of times begins a block of its own where the empty line before it is missing.
  static func split(_ lines: [Substring]) -> [[String]] {
    var blocks: [[String]] = []
    var current: [String] = []
    for line in lines {
      let text = line.trimmed
      // YouTube writes lines of a single space within cues.
      if line.isEmpty || (text.isEmpty && times(of: current) == nil) {
        if !current.isEmpty { blocks.append(current) }
        current = []
        continue
      }
      if SubtitleTime.range(text) != nil, let (index, _) = times(of: current) {
        // The line before it is its number.
        let isNumbered = current.count > index + 1 && (current.last.map(isNumber) ?? false)
        let number = isNumbered ? current.removeLast() : nil
        blocks.append(current)
        current = number.map { [$0] } ?? []
      }
      current.append(text)
    }
    if !current.isEmpty { blocks.append(current) }
    return blocks
  }

  /// The line of times, which is the first one or the second, and what it says.
  static func times(of block: [String]) -> (line: Int, times: (start: Double, end: Double))? {
    for (index, line) in block.prefix(2).enumerated() {
      if let times = SubtitleTime.range(line) { return (index, times) }
    }
    return nil
  }

  private static func isNumber(_ line: String) -> Bool {
    !line.isEmpty && line.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
