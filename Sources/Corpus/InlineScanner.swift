/// Reads the inline markup of one leaf block after the other: marks what is not shown, and collects
/// links, tags and block ids.
///
/// Linear in the text: nothing is looked for again once it is known not to follow.
struct InlineScanner {
  /// What has been found besides text.
  struct Findings {
    var links: [Link] = []
    /// The bytes of each link, markup included.
    var linkRanges: [Range<Int>] = []
    /// What CommonMark does not know, in the order in which it ends.
    var extras: [InlineExtra] = []
    var tags: [String] = []
    var blockIDs: [String: Int] = [:]
  }

  struct Bracket {
    let position: Int
    let isImage: Bool
    /// A label cannot hold brackets.
    var holdsBrackets = false
  }

  var marked: MarkedText
  let lines: LineTable
  let definitions: LinkDefinitions
  var findings = Findings()

  // The leaf that is read.
  var start = 0
  var end = 0
  var isTable = false
  var brackets: [Bracket] = []
  /// Brackets below this place cannot begin a link any more, because a link stands behind them.
  var closedBrackets = 0
  var delimiters = OpenDelimiters()
  /// Where the shown text of a wikilink ends, so that its closing brackets are skipped.
  var wikilinkEnd = -1
  /// For a byte that was looked for: from where on, and where it was found, the end where it was not.
  private var known: [UInt8: (from: Int, position: Int)] = [:]
  /// Whether no comment ends in the rest of the leaf.
  var isWithoutCommentEnd = false
  /// For runs of backticks by length: where the last one begins. Filled at the first run without an end.
  var lastBackticks: [Int: Int]?

  init(_ marked: MarkedText, lines: LineTable, definitions: LinkDefinitions) {
    self.marked = marked
    self.lines = lines
    self.definitions = definitions
  }

  /// Reads the markup of `range`, which is one leaf or one row of a table.
  mutating func scan(_ range: Range<Int>, isTable: Bool = false) {
    start = range.lowerBound
    end = range.upperBound
    self.isTable = isTable
    brackets.removeAll(keepingCapacity: true)
    delimiters.removeAll()
    closedBrackets = 0
    if !known.isEmpty { known.removeAll(keepingCapacity: true) }
    isWithoutCommentEnd = false
    wikilinkEnd = -1
    lastBackticks = nil
    var index = Self.nextSpecial(marked.bytes, from: start, to: end)
    while index < end {
      let next = read(marked.bytes[index], at: index)
      index = Self.nextSpecial(marked.bytes, from: next, to: end)
    }
  }

  /// The next byte with which markup or an address may begin; the end where there is none.
  private static func nextSpecial(_ text: [UInt8], from index: Int, to end: Int) -> Int {
    let bytes = text.span
    let kinds = InlineByte.kinds
    var next = index
    while next < end {
      let byte = bytes[next]
      switch kinds[Int(byte)] {
      case .text: break
      case .special: return next
      case .address:
        // `ht` or `ww`, upper and lower case alike.
        let second: UInt8 = byte | 0x20 == 0x68 ? 0x74 : 0x77
        if next + 1 < end, bytes[next + 1] | 0x20 == second { return next }
      }
      next += 1
    }
    return next
  }

  /// Reads the construct that may begin at `index`; returns where to go on.
  private mutating func read(_ byte: UInt8, at index: Int) -> Int {
    switch byte {
    case 0x5C: return readBackslash(index)
    case 0x60: return readCode(index)
    case 0x3C: return readAngle(index)
    case 0x26: return readEntity(index)
    case 0x21: return readBang(index)
    case 0x5B: return readOpenBracket(index)
    case 0x5D: return readCloseBracket(index)
    case 0x2A, 0x5F, 0x7E, 0x3D: return readDelimiters(byte, index)
    case 0x23: return readTag(index)
    case 0x5E: return readBlockID(index)
    case 0x68, 0x48, 0x77, 0x57: return readBareURL(index)
    case 0x7C:
      if isTable { marked.mark(index..<index + 1, .space) }
      return index + 1
    default: return index + 1
    }
  }

  private mutating func readBackslash(_ index: Int) -> Int {
    guard index + 1 < end else { return index + 1 }
    let next = marked.bytes[index + 1]
    if ByteClass.isPunctuation(next) {
      marked.mark(index..<index + 1, .drop)
      return index + 2
    }
    if ByteClass.isLineEnd(next) { marked.mark(index..<index + 1, .drop) }
    return index + 1
  }

  private mutating func readEntity(_ index: Int) -> Int {
    guard let (text, length) = HTMLEntity.decode(marked.bytes, index..<min(end, index + 34)) else {
      return index + 1
    }
    marked.replace(index..<index + length, with: text)
    marked.forbidCuts(within: index..<index + length)
    return index + length
  }

  private mutating func readBang(_ index: Int) -> Int {
    guard index + 1 < end, marked.bytes[index + 1] == 0x5B else { return index + 1 }
    if let next = readWikilink(index + 1, isEmbed: true) { return next }
    brackets.append(Bracket(position: index, isImage: true))
    return index + 2
  }

  /// Whether what stands before `index` ends a word.
  func isAtWordStart(_ index: Int) -> Bool {
    index == start || !ByteClass.isWord(marked.bytes[index - 1])
  }

  /// The bytes of `text` at `index`, upper and lower case alike.
  func follows(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { wanted in
      wanted.indices.allSatisfy {
        let byte = marked.bytes[index + $0]
        return byte == wanted[$0] || (ByteClass.isLetter(byte) && byte | 0x20 == wanted[$0])
      }
    }
  }

  func line(at index: Int) -> Int { lines.line(at: index) }

  /// Where `byte` next occurs in the leaf. Remembers it, so that the text between is searched only once.
  mutating func find(_ byte: UInt8, from index: Int) -> Int? {
    guard index < end else { return nil }
    if let last = known[byte], last.from <= index, last.position >= index {
      return last.position < end ? last.position : nil
    }
    let position = marked.bytes[index..<end].firstIndex(of: byte)
    known[byte] = (index, position ?? end)
    return position
  }
}
