/// A limit on how much text an answer hands to a language model.
public struct TokenBudget: Sendable, Hashable {
  /// 1 and up.
  public let tokens: Int

  /// A limit of so many tokens, 1 and up.
  public init(tokens: Int) {
    self.tokens = tokens
  }

  /// About how many tokens a text has: four ASCII characters make one, and so does every letter of
  /// another script. Errs on the high side.
  public static func estimate(_ text: String) -> Int {
    var ascii = 0
    var other = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCII { ascii += 1 } else { other += 1 }
    }
    return (ascii + 3) / 4 + other
  }

  /// The best hits whose texts fit together, at least the first.
  public func fitting(_ hits: [Hit]) -> [Hit] {
    var used = 0
    return Array(
      hits.prefix { hit in
        used += Self.estimate(hit.text)
        return used <= tokens || hit.rank == hits.first?.rank
      })
  }

  /// The hits that fit together, best first: one that is too long is passed over, and a later one that still
  /// fits takes its place, if it is worth that: at least half as relevant as the best. None where not even
  /// one fits.
  ///
  /// - Parameters:
  ///   - hits: Best first.
  ///   - text: What is handed over of a hit.
  /// - Complexity: O(length of all texts).
  public func packing(_ hits: [Hit], text: (Hit) -> String = \.text) -> [Hit] {
    var left = tokens
    var isFilling = false
    let least = (hits.map(\.score).max() ?? 0) / 2
    return hits.filter { hit in
      if isFilling, hit.score < least { return false }
      let cost = Self.estimate(text(hit))
      guard cost <= left else {
        isFilling = true
        return false
      }
      left -= cost
      return true
    }
  }
}
