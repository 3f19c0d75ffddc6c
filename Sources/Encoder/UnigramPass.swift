/// One thread's use of a `UnigramTokenizer`.
package struct UnigramPass: TokenizerPass {
  private let tables: UnigramTables
  private var normalizer: UnigramNormalizer
  private var lattice: UnigramLattice

  init(_ tokenizer: UnigramTokenizer) {
    tables = tokenizer.tables
    normalizer = UnigramNormalizer(tokenizer)
    lattice = UnigramLattice(tokenizer.tables)
  }

  /// The tokens of `text`, between `<s>` and `</s>`, at most `limit` with these, which must be at least 2.
  /// Complexity: O(n) for n bytes.
  package mutating func tokenize(_ text: String, limit: Int) -> TokenizedText {
    var ids = [tables.start]
    var words: [Int32] = [-1]
    forEachPiece(of: text) { id, _, _, word in
      ids.append(id)
      words.append(word)
      // One token more than there is room for tells that the text is cut off.
      return ids.count < limit
    }
    let isTruncated = ids.count >= limit
    if isTruncated {
      ids.removeLast(ids.count - max(1, limit - 1))
      words.removeLast(words.count - ids.count)
    }
    ids.append(tables.end)
    words.append(-1)
    return TokenizedText(ids: ids, isTruncated: isTruncated, words: words)
  }

  /// The words of `text`, as `PieceWords` finds them.
  package mutating func words(in text: String) -> [String] {
    var words: [[UInt8]] = []
    forEachPiece(of: text) { _, text, letters, word in
      if words.count <= word { words.append([]) }
      words[words.count - 1] += text[letters]
      return true
    }
    return words.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Gives `body` the id of each piece, the text in the vocabulary's form with the range of what the piece
  /// adds to its word, and the word's number, until it answers false.
  private mutating func forEachPiece(
    of text: String, _ body: (Int32, [UInt8], Range<Int>, Int32) -> Bool
  ) {
    normalizer.read(text)
    let text = normalizer.text
    var words = PieceWords()
    var score: Float = 0
    var start = 0
    var followsUnknown = false
    while start < text.count {
      let end = tables.joinsWords ? text.count : Self.nextSpace(in: text, after: start)
      lattice.cut(text, start..<end, score: &score)
      for piece in lattice.pieces.reversed() {
        let isUnknown = piece.id < 0
        // As within a part, so across two of them.
        if !(isUnknown && followsUnknown) {
          let letters = words.add(piece.range, of: text)
          let id = isUnknown ? tables.unknown : piece.id
          guard body(id, text, letters, words.word) else { return }
        }
        followsUnknown = isUnknown
      }
      start = end
    }
  }

  /// Where the next `▁` is, the end of the text where there is none.
  private static func nextSpace(in text: [UInt8], after start: Int) -> Int {
    let text = text.span
    var index = start + 1
    while index < text.count {
      if text[index] == 0xe2, index + 2 < text.count, text[index + 1] == 0x96,
        text[index + 2] == 0x81
      {
        return index
      }
      index += 1
    }
    return text.count
  }
}
