/// Cuts a word that is longer than a passage, between characters as readers see them.
enum CharacterCuts {
  /// Text without a place to cut is decoded in stretches of this many bytes.
  private static let stretch = 65_536
  /// A character with more bytes than this is cut between its scalars.
  private static let maximumCharacter = 512

  /// Parts of at most the target number of pieces, without gaps.
  static func parts(
    _ text: [UInt8], _ range: Range<Int>, limits: PassageSplitter.Limits
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    var counter = PieceCounter()
    while index < range.upperBound {
      var end = min(range.upperBound, index + stretch)
      while end > index + 1, !UTF8Scalar.isBoundary(in: text, at: end) { end -= 1 }
      for character in String(decoding: text[index..<end], as: UTF8.self) {
        let bytes = Array(character.utf8)
        for piece in pieces(of: bytes) {
          counter.add(piece)
          let isFull =
            counter.total > limits.targetPieces
            || index + piece.count - start > limits.maximumBytes
          if isFull, index > start {
            parts.append(start..<index)
            start = index
            counter = PieceCounter()
            counter.add(piece)
          }
          index += piece.count
        }
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  private static func pieces(of character: [UInt8]) -> [[UInt8]] {
    guard character.count > maximumCharacter else { return [character] }
    var scalars: [[UInt8]] = []
    var index = 0
    while index < character.count {
      let length = max(1, UTF8Scalar.length(in: character, at: index))
      scalars.append(Array(character[index..<index + length]))
      index += length
    }
    return scalars
  }
}
