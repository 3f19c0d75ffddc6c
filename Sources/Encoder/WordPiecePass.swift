/// One thread's use of a `WordPieceTokenizer`.
package struct WordPiecePass {
  /// Words of more characters are unknown.
  private static let mostCharacters = 100

  private let vocabulary: WordPieceVocabulary
  private var splitter: WordSplitter

  init(_ tokenizer: WordPieceTokenizer) {
    vocabulary = tokenizer.vocabulary
    splitter = WordSplitter(
      specials: tokenizer.vocabulary.specials, normalization: tokenizer.normalization)
  }

  /// The tokens of `text`, between `[CLS]` and `[SEP]`, at most `limit` with these, which must be
  /// at least 2. Reading ends where the limit is reached. Complexity: O(n) for n bytes up to there.
  package mutating func tokenize(_ text: String, limit: Int) -> TokenizedText {
    let vocabulary = vocabulary
    var ids = [vocabulary.start]
    var words: [Int32] = [-1]
    var word: Int32 = -1
    var hashes: [UInt32] = []
    splitter.forEachPart(of: Array(text.utf8)) { part in
      switch part {
      case .special(let id):
        ids.append(id)
        words.append(-1)
      case .word(let letters, let characters):
        word += 1
        if characters > Self.mostCharacters {
          ids.append(vocabulary.unknown)
        } else {
          Self.append(letters, vocabulary, to: &ids, hashes: &hashes)
        }
        while words.count < ids.count { words.append(word) }
      }
      // One token more than there is room for tells that the text is cut off.
      return ids.count < limit
    }
    let isTruncated = ids.count >= limit
    if isTruncated {
      ids.removeLast(ids.count - max(1, limit - 1))
      words.removeLast(words.count - ids.count)
    }
    ids.append(vocabulary.end)
    words.append(-1)
    return TokenizedText(ids: ids, isTruncated: isTruncated, words: words)
  }

  /// The words of `text` before they are cut into pieces.
  package mutating func words(in text: String) -> [String] {
    var words: [String] = []
    splitter.forEachPart(of: Array(text.utf8)) { part in
      if case .word(let word, _) = part {
        words.append(String(decoding: word, as: UTF8.self))
      }
      return true
    }
    return words
  }

  /// Cuts a word into pieces, the longest first that fits; a word that cannot be cut is unknown.
  private static func append(
    _ word: [UInt8], _ vocabulary: WordPieceVocabulary, to ids: inout [Int32],
    hashes: inout [UInt32]
  ) {
    let first = ids.count
    var start = 0
    while start < word.count {
      guard
        let piece = vocabulary.table.longestPiece(
          of: word, from: start, start == 0 ? .first : .later, hashes: &hashes)
      else {
        ids.removeLast(ids.count - first)
        ids.append(vocabulary.unknown)
        return
      }
      ids.append(piece.id)
      start = piece.end
    }
  }
}
