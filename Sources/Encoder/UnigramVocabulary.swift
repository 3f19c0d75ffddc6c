/// A unigram vocabulary as a file gives it (Kudo 2018, "Subword Regularization"): pieces with the
/// logarithms of their probabilities, and how texts are brought into its form.
struct UnigramVocabulary: Sendable {
  /// The pieces that texts are cut into; the special ones are not among them, so that no text can
  /// spell them out.
  private(set) var pieces = ByteStrings()
  /// The id of each piece.
  private(set) var ids: [Int32] = []
  /// The logarithm of each piece's probability.
  private(set) var scores: [Float] = []
  /// Stands for characters that no piece has.
  var unknown: Int32
  /// Begins every text.
  var start: Int32
  /// Ends every text.
  var end: Int32
  /// How characters are replaced.
  var rules = CharacterRules()

  /// What a text's beginning and every white space become: U+2581.
  static let space: [UInt8] = [0xe2, 0x96, 0x81]

  init(unknown: Int32, start: Int32, end: Int32) {
    self.unknown = unknown
    self.start = start
    self.end = end
  }

  /// Adds a piece. Empty ones, and such with the character U+0000, are left out, as no text has them.
  mutating func add(_ piece: some Collection<UInt8>, id: Int32, score: Float) {
    guard !piece.isEmpty, !piece.contains(0), score.isFinite else { return }
    pieces.append(piece)
    ids.append(id)
    scores.append(score)
  }

  /// The lowest of the scores, 0 without pieces.
  var lowestScore: Float { scores.min() ?? 0 }

  /// Whether a piece has U+2581 elsewhere than at its start. Where none has, every U+2581 of a text
  /// begins a piece.
  var joinsWords: Bool {
    let space = Self.space
    return (0..<pieces.count).contains { index in
      let piece = pieces[index]
      guard piece.count > space.count else { return false }
      return (piece.startIndex + 1...piece.endIndex - space.count).contains {
        piece[$0..<$0 + space.count].elementsEqual(space)
      }
    }
  }
}
