/// The text of a document with what each byte means for the plain text: kept, left out, a space, or the
/// beginning of a replacement. Any range of bytes can be turned into plain text, so that a passage may
/// begin and end anywhere.
struct MarkedText {
  /// What a byte becomes.
  enum Action: UInt8 {
    case keep = 0
    case drop = 1
    case space = 2
    case replace = 3
  }

  static let actionMask: UInt8 = 0x0F
  private static let uncuttable: UInt8 = 0x10

  /// Container markers, fences, times and the like are blank here; every byte is at its place.
  private(set) var bytes: [UInt8]
  private(set) var marks: [UInt8]
  private var replacements: [Int: [UInt8]] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    marks = [UInt8](repeating: 0, count: bytes.count)
  }

  /// Takes block markup out, so that inline markup cannot see it.
  mutating func blank(_ range: Range<Int>) {
    for index in range where !ByteClass.isLineEnd(bytes[index]) { bytes[index] = 0x20 }
  }

  /// Puts back the bytes of `source` for which `condition` holds.
  mutating func restore(
    _ range: Range<Int>, from source: [UInt8], where condition: (UInt8) -> Bool
  ) {
    for index in range where condition(source[index]) { bytes[index] = source[index] }
  }

  mutating func mark(_ range: Range<Int>, _ action: Action) {
    for index in range { marks[index] = marks[index] & Self.uncuttable | action.rawValue }
  }

  /// Shows `text` in the place of `range`.
  mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    mark(range, .drop)
    mark(range.lowerBound..<range.lowerBound + 1, .replace)
    replacements[range.lowerBound] = text
  }

  /// Keeps a link or code in one piece wherever that is possible.
  mutating func forbidCuts(within range: Range<Int>) {
    for index in range.dropFirst() { marks[index] |= Self.uncuttable }
  }

  func mayCut(before index: Int) -> Bool {
    index >= marks.count || marks[index] & Self.uncuttable == 0
  }

  /// Whether the byte is shown as it is.
  func isKept(_ index: Int) -> Bool { marks[index] & Self.actionMask == 0 }

  /// Puts the plain text of `range` as UTF-8, white space collapsed, in the place of what `output` holds.
  private func write(_ range: Range<Int>, to output: inout [UInt8]) {
    output.removeAll(keepingCapacity: true)
    output.reserveCapacity(range.count)
    var pendingSpace = false
    var index = range.lowerBound
    while index < range.upperBound {
      switch marks[index] & Self.actionMask {
      case Action.keep.rawValue:
        let width = ByteClass.blankLength(in: bytes, at: index, end: range.upperBound)
        if width > 0 {
          pendingSpace = true
          index += width
          continue
        }
        if pendingSpace, !output.isEmpty { output.append(0x20) }
        pendingSpace = false
        let end = endOfText(from: index, to: range.upperBound)
        output.append(contentsOf: bytes[index..<end])
        index = end
        continue
      case Action.space.rawValue:
        pendingSpace = true
      case Action.replace.rawValue:
        appendReplacement(at: index, to: &output, pendingSpace: &pendingSpace)
      default:
        break
      }
      index += 1
    }
  }

  /// Where the run of shown bytes ends that begins at `index`, single spaces between them taken in; at
  /// least one byte further.
  private func endOfText(from index: Int, to end: Int) -> Int {
    let bytes = bytes.span
    let marks = marks.span
    var next = index + 1
    while next < end {
      var limit = next + Self.blockSize
      // The last byte of a block is looked at again, as it may be a space.
      if limit <= end, isPlainBlock(next) { next = limit - 1 }
      limit = min(limit, end)
      while next < limit {
        guard marks[next] & Self.actionMask == 0 else { return next }
        let byte = bytes[next]
        if byte > 0x20, byte < 0x7F || byte & 0xC0 == 0x80 {
          next += 1
        } else if byte == 0x20, next + 1 < end, marks[next + 1] & Self.actionMask == 0,
          bytes[next + 1] > 0x20, bytes[next + 1] < 0x7F
        {
          next += 2
        } else {
          return next
        }
      }
    }
    return next
  }

  private static let blockSize = 32

  /// Whether all bytes of the block at `start`, which follow one that is shown, are shown as they are: ASCII
  /// with single spaces. Without a branch for each byte the compiler looks at many of them at once.
  private func isPlainBlock(_ start: Int) -> Bool {
    let bytes = bytes.span.extracting(start..<start + Self.blockSize)
    let marks = marks.span.extracting(start..<start + Self.blockSize)
    var unusual: UInt8 = 0
    var actions: UInt8 = 0
    var gaps: UInt8 = 0
    var shownBefore: UInt8 = 1
    for index in bytes.indices {
      let byte = bytes[index]
      // The highest bit is set by what is below 0x20, by 0x7F, and by what is above.
      unusual |= byte | (byte &+ 1) | (byte &- 0x20)
      // 0 for a space, else 1.
      let shown = (byte &+ 0x5F) &>> 7
      gaps |= (shown | shownBefore) ^ 1
      shownBefore = shown
    }
    for index in marks.indices { actions |= marks[index] }
    return unusual < 0x80 && actions & Self.actionMask == 0 && gaps == 0
  }

  private func appendReplacement(
    at index: Int, to output: inout [UInt8], pendingSpace: inout Bool
  ) {
    guard let text = replacement(at: index) else {
      pendingSpace = true
      return
    }
    if pendingSpace, !output.isEmpty { output.append(0x20) }
    pendingSpace = false
    output.append(contentsOf: text)
  }

  /// What is shown in the place of what begins at `index`; `nil` where that is a space.
  func replacement(at index: Int) -> [UInt8]? {
    guard let text = replacements[index], !text.isEmpty else { return nil }
    return ByteClass.blankLength(in: text, at: 0, end: text.count) > 0 ? nil : text
  }

  /// The plain text of `range`.
  func plain(_ range: Range<Int>) -> String {
    var buffer: [UInt8] = []
    return plain(range, using: &buffer)
  }

  /// The plain text of `range`, put together in memory that is used again.
  func plain(_ range: Range<Int>, using buffer: inout [UInt8]) -> String {
    write(range, to: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// The plain text of everything.
  var plainWhole: String { plain(0..<bytes.count) }
}
