/// The lines of a document reduced to what decides their block structure: container markers, fences,
/// heading marks, rules and the beginnings and ends of HTML blocks. Text becomes a single `x`.
///
/// The outline has the same lines as the document, so that the line numbers of its blocks are those of
/// the document. It is what is given to cmark: inline parsing has nothing to do on it, and the nesting
/// is bounded, which together rules out the inputs on which cmark takes quadratic time.
struct BlockOutline {
  /// Deeper containers on one line, and indentation beyond `maximumIndentation`, are taken for text.
  static let maximumMarkers = 24
  static let maximumIndentation = 128
  /// cmark needs about 300 bytes for a line; larger documents are split by their blank lines alone.
  static let maximumLines = 400_000

  private(set) var bytes: [UInt8] = []
  /// For every line the offset of its text behind the container markers.
  private(set) var contentStarts: [UInt32] = []
  /// For every line whether it has anything but container markers.
  private(set) var hasContent: [Bool] = []

  private let text: [UInt8]

  /// - Parameter skipping: lines that are not part of the text, the front matter.
  init(_ source: SourceText, skipping: Int) {
    text = source.bytes
    bytes.reserveCapacity(source.bytes.count / 8 + source.lines.count)
    contentStarts.reserveCapacity(source.lines.count)
    hasContent.reserveCapacity(source.lines.count)
    var previousHasPipe = false
    for line in stride(from: 1, through: source.lines.count, by: 1) {
      let content = source.lines.content(of: line)
      if line <= skipping {
        append(start: content.upperBound, hasContent: false)
      } else {
        previousHasPipe = add(content, afterPipe: previousHasPipe)
      }
    }
  }

  private mutating func append(start: Int, hasContent has: Bool) {
    contentStarts.append(UInt32(start))
    hasContent.append(has)
    bytes.append(0x0A)
  }

  /// Adds a line; says whether it may be the head of a table.
  private mutating func add(_ line: Range<Int>, afterPipe: Bool) -> Bool {
    let rule = startOfRule(line)
    var index = line.lowerBound
    var markers = 0
    let limit = bytes.count + Self.maximumIndentation
    while index < line.upperBound {
      if index >= rule {
        let count = appendRule(index..<line.upperBound)
        // A dash alone is an empty item, or the underline of a heading.
        append(start: index, hasContent: count > 1 || text[index] != 0x2D)
        return false
      }
      let byte = text[index]
      if ByteClass.isSpaceOrTab(byte) {
        if bytes.count < limit { bytes.append(byte) }
        index += 1
        continue
      }
      let width = markers < Self.maximumMarkers ? markerLength(at: index, end: line.upperBound) : 0
      guard width > 0, !(afterPipe && TableSyntax.isDelimiterRow(text[index..<line.upperBound]))
      else {
        break
      }
      bytes.append(contentsOf: text[index..<index + width])
      index += width
      markers += 1
    }
    guard index < line.upperBound else {
      append(start: index, hasContent: false)
      return false
    }
    let hasPipe = appendText(index..<line.upperBound)
    append(start: index, hasContent: true)
    return hasPipe
  }

  /// Where the part of a line starts that consists of nothing but white space and one of `-*_=`.
  private func startOfRule(_ line: Range<Int>) -> Int {
    var start = line.upperBound
    var mark: UInt8 = 0
    var count = 0
    var index = line.upperBound
    while index > line.lowerBound {
      let byte = text[index - 1]
      if !ByteClass.isSpaceOrTab(byte) {
        if mark == 0 {
          guard Self.isRuleMark(byte) else { break }
          mark = byte
        }
        guard byte == mark else { break }
        count += 1
        start = index - 1
      }
      index -= 1
    }
    // Fewer than three are a list item or, alone, the underline of a heading.
    let isUnderline =
      mark == 0x3D || (mark == 0x2D && count < 3 && !hasGap(start..<line.upperBound))
    return count >= 3 || (isUnderline && isAlone(start, in: line)) ? start : line.upperBound
  }

  private static func isRuleMark(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x2D || byte == 0x5F || byte == 0x3D
  }

  private func hasGap(_ range: Range<Int>) -> Bool {
    var ended = false
    for index in range {
      if ByteClass.isSpaceOrTab(text[index]) { ended = true } else if ended { return true }
    }
    return false
  }

  private func isAlone(_ start: Int, in line: Range<Int>) -> Bool {
    text[line.lowerBound..<start].allSatisfy { ByteClass.isSpaceOrTab($0) || $0 == 0x3E }
  }

  /// Returns the number of marks.
  private mutating func appendRule(_ range: Range<Int>) -> Int {
    let mark = text[range.lowerBound]
    let count = range.reduce(0) { $0 + (text[$1] == mark ? 1 : 0) }
    let isOneRun = !hasGap(range)
    for number in 0..<min(3, count) {
      if number > 0, !isOneRun { bytes.append(0x20) }
      bytes.append(mark)
    }
    return count
  }

  /// Length of the quote or list marker at `index`, 0 where there is none.
  private func markerLength(at index: Int, end: Int) -> Int {
    let byte = text[index]
    if byte == 0x3E { return 1 }
    func isFollowedBySpace(_ next: Int) -> Bool {
      next >= end || ByteClass.isSpaceOrTab(text[next])
    }
    if byte == 0x2D || byte == 0x2A || byte == 0x2B { return isFollowedBySpace(index + 1) ? 1 : 0 }
    guard ByteClass.isDigit(byte) else { return 0 }
    var next = index
    while next < end, next - index < 10, ByteClass.isDigit(text[next]) { next += 1 }
    guard next < end, next - index < 10, text[next] == 0x2E || text[next] == 0x29 else { return 0 }
    return isFollowedBySpace(next + 1) ? next + 1 - index : 0
  }

  /// Says whether the line may be the head of a table.
  private mutating func appendText(_ range: Range<Int>) -> Bool {
    let (hasPipe, hasAngle) = marks(range)
    var shown = false
    switch text[range.lowerBound] {
    case 0x23:
      shown = appendHeadingMark(range)
    case 0x60, 0x7E:
      shown = appendFence(range)
    case 0x3C:
      if let start = HTMLBlockStart.canonical(text, range) {
        bytes.append(contentsOf: start)
        // A tag that must stand alone on its line may have nothing behind it.
        if hasAngle, start.last != 0x3E { appendHTMLEnds(range) }
        return false
      }
    default:
      break
    }
    if !shown { bytes.append(0x78) }
    if hasAngle { appendHTMLEnds(range) }
    return hasPipe
  }

  /// Whether a line has a `|`, and whether it has a `>`.
  private func marks(_ range: Range<Int>) -> (pipe: Bool, angle: Bool) {
    let line = text.span.extracting(range)
    // Each becomes 0 where its byte occurs. Without a branch for each byte the compiler looks at many of
    // them at once.
    var pipe: UInt8 = 0xFF
    var angle: UInt8 = 0xFF
    for index in line.indices {
      pipe = min(pipe, line[index] ^ 0x7C)
      angle = min(angle, line[index] ^ 0x3E)
    }
    return (pipe == 0, angle == 0)
  }

  private mutating func appendHeadingMark(_ range: Range<Int>) -> Bool {
    let count = text[range].prefix { $0 == 0x23 }.count
    let next = range.lowerBound + count
    guard count <= 6, next == range.upperBound || ByteClass.isSpaceOrTab(text[next]) else {
      return false
    }
    bytes.append(contentsOf: repeatElement(0x23, count: count))
    bytes.append(contentsOf: [0x20, 0x78])
    return true
  }

  private mutating func appendFence(_ range: Range<Int>) -> Bool {
    let mark = text[range.lowerBound]
    let count = text[range].prefix { $0 == mark }.count
    let info = text[(range.lowerBound + count)..<range.upperBound]
    guard count >= 3, mark == 0x7E || !info.contains(0x60) else { return false }
    bytes.append(contentsOf: repeatElement(mark, count: count))
    // A fence with an information string opens code but does not close it.
    if info.contains(where: { !ByteClass.isSpaceOrTab($0) }) { bytes.append(0x78) }
    return true
  }

  /// Repeats what may end an HTML block, wherever it stands in the line.
  private mutating func appendHTMLEnds(_ range: Range<Int>) {
    var index = range.lowerBound
    var found: Set<HTMLBlockEnd> = []
    while let position = text[index..<range.upperBound].firstIndex(of: 0x3E) {
      if let end = HTMLBlockEnd(text, endingAt: position, from: range.lowerBound),
        found.insert(end).inserted
      {
        bytes.append(contentsOf: end.rawValue.utf8)
      }
      index = position + 1
    }
  }
}
