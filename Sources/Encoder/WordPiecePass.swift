/// One thread's use of a `WordPieceTokenizer`: the word that is being read, and what is remembered from
/// one text to the next.
package struct WordPiecePass {
  /// Words of more characters are unknown.
  private static let mostCharacters = 100

  private let vocabulary: WordPieceVocabulary
  private var folder: ScalarFolder
  /// The UTF-8 of the word that is being read, in the vocabulary's form.
  private var word: [UInt8] = []
  private var characters = 0
  private var hashes: [UInt32] = []
  private var ids: [Int32] = []
  /// The number of tokens after which reading ends, `[CLS]` included.
  private var limit = 0

  init(_ tokenizer: WordPieceTokenizer) {
    vocabulary = tokenizer.vocabulary
    folder = ScalarFolder(tokenizer.normalization)
  }

  /// The tokens of `text`, between `[CLS]` and `[SEP]`, at most `limit` with these, which must be at
  /// least 2. Reading ends where the limit is reached.
  /// Complexity: O(n) for n bytes up to there.
  package mutating func tokenize(_ text: String, limit: Int) -> TokenizedText {
    ids = [vocabulary.start]
    // One more is read, to know whether there are more.
    self.limit = max(2, limit)
    read(Array(text.utf8))
    let isTruncated = ids.count >= self.limit
    if isTruncated {
      ids.removeLast(ids.count - self.limit + 1)
    }
    ids.append(vocabulary.end)
    return TokenizedText(ids: ids, isTruncated: isTruncated)
  }

  private mutating func read(_ text: [UInt8]) {
    var index = 0
    while index < text.count, ids.count < limit {
      let byte = text[index]
      if byte < 0x80 {
        if byte == UInt8(ascii: "["), let special = special(in: text, at: index) {
          endWord()
          ids.append(special.id)
          index += special.bytes.count
        } else {
          read(ascii: byte)
          index += 1
        }
      } else {
        let (scalar, length) = UTF8Reader.scalar(in: text, at: index)
        read(scalar)
        index += length
      }
    }
    endWord()
  }

  private mutating func read(ascii byte: UInt8) {
    switch folder.ascii[Int(byte)] {
    case .letter(let folded):
      word.append(folded)
      characters += 1
    case .space:
      endWord()
    case .separate:
      endWord()
      word.append(byte)
      characters = 1
      endWord()
    case .dropped:
      break
    }
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    for folded in folder.fold(scalar) {
      switch folded.kind {
      case .letter:
        word.append(contentsOf: folded.utf8)
        characters += 1
      case .space:
        endWord()
      case .separate:
        endWord()
        word.append(contentsOf: folded.utf8)
        characters = 1
        endWord()
      }
    }
  }

  private func special(in text: [UInt8], at index: Int) -> WordPieceVocabulary.Special? {
    vocabulary.specials.first { text[index...].starts(with: $0.bytes) }
  }

  /// Cuts the word that was read into pieces.
  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let first = ids.count
    var start = 0
    while start < word.count {
      let position: PieceTable.Position = start == 0 ? .first : .later
      guard characters <= Self.mostCharacters,
        let piece = vocabulary.table.longestPiece(
          of: word, from: start, position, hashes: &hashes)
      else {
        ids.removeLast(ids.count - first)
        ids.append(vocabulary.unknown)
        break
      }
      ids.append(piece.id)
      start = piece.end
    }
    word.removeAll(keepingCapacity: true)
    characters = 0
  }
}
