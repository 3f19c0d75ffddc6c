/// Texts that go through the network together: their tokens follow each other without padding.
struct TokenBatch: Sendable {
  /// Which texts these are, as indices into the caller's list.
  private(set) var texts: [Int] = []
  /// The tokens of all the texts, one text after another.
  private(set) var ids: [Int32] = []
  /// The tokens of each text, as ranges of `ids`.
  private(set) var ranges: [Range<Int>] = []

  /// Adds a text.
  mutating func append(_ tokens: [Int32], text: Int) {
    texts.append(text)
    ranges.append(ids.count..<(ids.count + tokens.count))
    ids += tokens
  }

  /// Products are fast from some hundred rows on, and with more than about a thousand the
  /// activations leave the processor's caches.
  private static let mostTokens = 512

  /// Deals texts out to batches, longest first, so that the workers end at about the same time.
  ///
  /// - Parameters:
  ///   - tokenized: The tokens of every text.
  ///   - workers: Into how many batches at least the texts are cut, if there are as many.
  static func plan(_ tokenized: [[Int32]], workers: Int) -> [TokenBatch] {
    let total = tokenized.reduce(0) { $0 + $1.count }
    let share = max(1, min(mostTokens, (total + workers - 1) / workers))
    // The order is made unique by the index: equal inputs must give equal batches, hence equal
    // bits.
    let order = tokenized.indices.sorted {
      let (left, right) = (tokenized[$0].count, tokenized[$1].count)
      return left != right ? left > right : $0 < $1
    }
    var batches: [TokenBatch] = []
    var batch = TokenBatch()
    for text in order {
      if !batch.ids.isEmpty, batch.ids.count + tokenized[text].count > share {
        batches.append(batch)
        batch = TokenBatch()
      }
      batch.append(tokenized[text], text: text)
    }
    if !batch.ids.isEmpty {
      batches.append(batch)
    }
    return batches
  }
}
