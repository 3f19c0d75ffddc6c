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

  private static let actionMask: UInt8 = 0x0F
  private static let uncuttable: UInt8 = 0x10

  /// Container markers, fences, times and the like are blank here; every byte is at its place.
  private(set) var bytes: [UInt8]
  private var marks: [UInt8]
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

  /// Appends the plain text of `range`, white space collapsed.
  func appendPlain(_ range: Range<Int>, to output: inout [UInt8]) {
    let start = output.count
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
        if pendingSpace, output.count > start { output.append(0x20) }
        pendingSpace = false
        let end = endOfWord(from: index, to: range.upperBound)
        output.append(contentsOf: bytes[index..<end])
        index = end
        continue
      case Action.space.rawValue:
        pendingSpace = true
      case Action.replace.rawValue:
        appendReplacement(at: index, to: &output, start: start, pendingSpace: &pendingSpace)
      default:
        break
      }
      index += 1
    }
  }

  /// Where the run of shown bytes ends that begins at `index`; at least one byte further.
  private func endOfWord(from index: Int, to end: Int) -> Int {
    var next = index + 1
    while next < end, marks[next] & Self.actionMask == 0, bytes[next] > 0x20,
      bytes[next] < 0x7F || bytes[next] & 0xC0 == 0x80
    {
      next += 1
    }
    return next
  }

  private func appendReplacement(
    at index: Int, to output: inout [UInt8], start: Int, pendingSpace: inout Bool
  ) {
    guard let text = replacements[index] else { return }
    if text.isEmpty || ByteClass.blankLength(in: text, at: 0, end: text.count) > 0 {
      pendingSpace = true
      return
    }
    if pendingSpace, output.count > start { output.append(0x20) }
    pendingSpace = false
    output.append(contentsOf: text)
  }

  /// The plain text of `range`.
  func plain(_ range: Range<Int>) -> String {
    var output: [UInt8] = []
    appendPlain(range, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The plain text of everything.
  var plainWhole: String { plain(0..<bytes.count) }
}
