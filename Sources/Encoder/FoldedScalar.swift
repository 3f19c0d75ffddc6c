/// A character in the vocabulary's form, and what it does to words.
struct FoldedScalar: Sendable {
  enum Kind: Sendable {
    /// Part of a word.
    case letter
    /// White space: ends a word.
    case space
    /// A word of its own: punctuation, or an ideograph.
    case separate
  }

  let kind: Kind
  let utf8: [UInt8]

  init(_ kind: Kind, _ scalar: Unicode.Scalar) {
    self.kind = kind
    utf8 = Array(String(Character(scalar)).utf8)
  }
}

/// What an ASCII character does to words.
enum FoldedASCII: Sendable {
  case letter(UInt8)
  case space
  case separate
  case dropped
}
