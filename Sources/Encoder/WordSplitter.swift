/// Cuts texts into words in the form of the vocabulary: between white space, at punctuation and at
/// ideographs, and at special tokens such as `[MASK]` that the text spells out. For one thread; it
/// remembers what it learnt about characters from one text to the next.
struct WordSplitter {
  /// A part of a text.
  enum Part {
    /// A word of `characters` characters, as UTF-8.
    case word([UInt8], characters: Int)
    /// The id of a special token.
    case special(Int32)
  }

  private let specials: [WordPieceVocabulary.Special]
  private var folder: ScalarFolder
  /// The UTF-8 of the word that is being read.
  private var word: [UInt8] = []
  private var characters = 0

  init(specials: [WordPieceVocabulary.Special], normalization: TextNormalization) {
    self.specials = specials
    folder = ScalarFolder(normalization)
  }

  /// Gives `body` the parts of `text`, one after another, until it answers false.
  /// Complexity: O(n) for n bytes up to there.
  mutating func forEachPart(of text: [UInt8], _ body: (Part) -> Bool) {
    word.removeAll(keepingCapacity: true)
    characters = 0
    var index = 0
    var goesOn = true
    while index < text.count, goesOn {
      let byte = text[index]
      if byte >= 0x80 {
        let (scalar, length) = UTF8Reader.scalar(in: text, at: index)
        goesOn = read(scalar, body)
        index += length
      } else if byte == UInt8(ascii: "["), let special = special(in: text, at: index) {
        goesOn = endWord(body) && body(.special(special.id))
        index += special.bytes.count
      } else {
        goesOn = read(ascii: byte, body)
        index += 1
      }
    }
    if goesOn {
      _ = endWord(body)
    }
  }

  private mutating func read(ascii byte: UInt8, _ body: (Part) -> Bool) -> Bool {
    switch folder.ascii[Int(byte)] {
    case .letter(let folded):
      word.append(folded)
      characters += 1
      return true
    case .space:
      return endWord(body)
    case .separate:
      return endWord(body) && body(.word([byte], characters: 1))
    case .dropped:
      return true
    }
  }

  private mutating func read(_ scalar: Unicode.Scalar, _ body: (Part) -> Bool) -> Bool {
    for folded in folder.fold(scalar) {
      switch folded.kind {
      case .letter:
        word += folded.utf8
        characters += 1
      case .space:
        guard endWord(body) else { return false }
      case .separate:
        guard endWord(body), body(.word(folded.utf8, characters: 1)) else { return false }
      }
    }
    return true
  }

  /// Special tokens all begin with a bracket; they are looked for in the text as it is written.
  private func special(in text: [UInt8], at index: Int) -> WordPieceVocabulary.Special? {
    specials.first { text[index...].starts(with: $0.bytes) }
  }

  private mutating func endWord(_ body: (Part) -> Bool) -> Bool {
    guard !word.isEmpty else { return true }
    let goesOn = body(.word(word, characters: characters))
    word.removeAll(keepingCapacity: true)
    characters = 0
    return goesOn
  }
}
