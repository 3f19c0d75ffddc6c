/// What counts against the limits of a passage.
struct PassageCost {
  var pieces: Int
  /// White-space words of the bytes, markup included.
  var words: Int

  static let zero = PassageCost(pieces: 0, words: 0)

  static func + (left: Self, right: Self) -> Self {
    PassageCost(pieces: left.pieces + right.pieces, words: left.words + right.words)
  }

  /// Whether a passage of these `bytes` may have this cost.
  func fits(_ limits: PassageSplitter.Limits, bytes: Range<Int>) -> Bool {
    pieces <= limits.maximumPieces && words <= limits.maximumWords
      && bytes.count <= limits.maximumBytes
  }
}
