internal import LinearAlgebra

/// Brings texts into the form of a unigram vocabulary. For one thread; keeps its memory from one text to the
/// next.
struct UnigramNormalizer {
  /// The text that was last read: empty, or its words with a `▁` before each.
  private(set) var text: [UInt8] = []
  private let tables: UnigramTables
  private let isPlain: [Bool]

  init(_ tokenizer: UnigramTokenizer) {
    tables = tokenizer.tables
    isPlain = tokenizer.isPlain
  }

  /// Complexity: O(n) for n bytes.
  mutating func read(_ source: String) {
    let source = Array(source.utf8)
    let tables = tables
    text.removeAll(keepingCapacity: true)
    text.reserveCapacity(source.count + source.count / 2 + 8)
    tables.rules.withSpan { rules in
      tables.replacements.withSpan { replacements in
        read(source.span, rules, replacements)
      }
    }
    let space = UnigramVocabulary.space
    while text.count >= space.count, text[(text.count - space.count)...].elementsEqual(space) {
      text.removeLast(space.count)
    }
  }

  private mutating func read(
    _ source: Span<UInt8>, _ rules: Span<UInt64>, _ replacements: Span<UInt8>
  ) {
    text += UnigramVocabulary.space
    let root = rules.root
    // The space before the first word is there already.
    var followsSpace = true
    var index = 0
    while index < source.count {
      let byte = source[index]
      let isLast = index + 1 == source.count
      if isPlain[Int(byte)], isLast || source[index + 1] < 0x80 {
        text.append(byte)
        followsSpace = false
        index += 1
        continue
      }
      var node = root
      var place = index
      var rule: Int32 = -1
      var end = index
      while place < source.count, let child = rules.child(of: node, source[place]) {
        (node, place) = (child, place + 1)
        if node.value >= 0 { (rule, end) = (node.value, place) }
      }
      if rule >= 0 {
        append(replacements, Int(rule), &followsSpace)
        index = end
      } else {
        let length = Self.length(of: byte)
        for place in index..<min(source.count, index + length) {
          append(source[place], &followsSpace)
        }
        index += length
      }
    }
  }

  /// Appends the replacement that begins at `offset` with its length.
  private mutating func append(
    _ replacements: Span<UInt8>, _ offset: Int, _ followsSpace: inout Bool
  ) {
    guard offset < replacements.count else { return }
    let end = min(replacements.count, offset + 1 + Int(replacements[offset]))
    for place in (offset + 1)..<end { append(replacements[place], &followsSpace) }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, _ followsSpace: inout Bool) {
    if byte != UInt8(ascii: " ") {
      text.append(byte)
      followsSpace = false
    } else if !followsSpace {
      text += UnigramVocabulary.space
      followsSpace = true
    }
  }

  /// The bytes of a character in UTF-8, from its first one.
  @inline(__always)
  static func length(of lead: UInt8) -> Int {
    lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  }
}
