/// Measures blocks and parts of blocks.
struct PassageMeter {
  private let document: MarkedDocument
  /// Sums over the blocks before each one, so that a container costs two look-ups.
  private var sums: [PassageCost]

  init(_ document: MarkedDocument) {
    self.document = document
    sums = [.zero]
    sums.reserveCapacity(document.forest.entries.count + 1)
    var sum = PassageCost.zero
    for entry in document.forest.entries {
      if !entry.kind.isContainer { sum = sum + cost(of: document.bytes(of: entry)) }
      sums.append(sum)
    }
  }

  /// The cost of any range.
  func cost(of range: Range<Int>) -> PassageCost {
    PassageCost(
      pieces: document.marked.pieceCount(range), words: document.source.wordCount(range))
  }

  /// The cost of a block with all that it holds.
  func cost(ofBlock index: Int) -> PassageCost {
    let before = sums[index]
    let after = sums[document.forest.entries[index].end]
    return PassageCost(pieces: after.pieces - before.pieces, words: after.words - before.words)
  }
}
