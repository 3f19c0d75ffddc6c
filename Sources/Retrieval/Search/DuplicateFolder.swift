/// Recognises passages whose text repeats one that was seen before: wiki pages quote their sources word
/// for word.
package struct DuplicateFolder {
  /// Words in a row that count as repeated; shorter runs are shared by chance.
  private static let shingleLength = 5
  /// Share of a passage's shingles that must stand in a better one.
  private static let threshold = 0.6

  private let analyzer: Analyzer
  /// Number of passages that were kept.
  private var count = 0
  /// For each shingle the places, among those passages, of the ones that have it.
  private var places: [Int: [Int]] = [:]

  init(analyzer: Analyzer) {
    self.analyzer = analyzer
  }

  /// Hits of several indexes in one order, those that repeat a better one folded under it.
  ///
  /// - Complexity: O(length of all texts × hits that are left).
  package static func folded(_ hits: [Hit]) -> [Hit] {
    var folder = DuplicateFolder(analyzer: Analyzer())
    var kept: [Hit] = []
    for hit in hits {
      if let better = folder.match(hit.text) {
        kept[better].duplicates += [hit.citation] + hit.duplicates
      } else {
        kept.append(hit)
      }
    }
    return kept
  }

  /// The index of the kept passage that `text` repeats; where there is none, `text` is kept as the next.
  ///
  /// Complexity: O(length of `text` + runs of words that it shares with passages kept).
  mutating func match(_ text: String) -> Int? {
    let shingles = shingles(of: text)
    let match = match(shingles)
    if match == nil { keep(shingles) }
    return match
  }

  /// Keeps `text` as the next, whether it repeats another or not.
  mutating func keep(_ text: String) {
    keep(shingles(of: text))
  }

  private mutating func keep(_ shingles: Set<Int>) {
    for shingle in shingles { places[shingle, default: []].append(count) }
    count += 1
  }

  /// The index of the kept passage that `text` repeats.
  func repeated(_ text: String) -> Int? {
    match(shingles(of: text))
  }

  private func match(_ shingles: Set<Int>) -> Int? {
    var shared: [Int: Int] = [:]
    for shingle in shingles {
      for place in places[shingle] ?? [] { shared[place, default: 0] += 1 }
    }
    let enough = Self.threshold * Double(shingles.count)
    return shared.lazy.filter { Double($0.value) >= enough }.map(\.key).min()
  }

  /// Hashes of all runs of words; of the whole text where it is shorter than one.
  private func shingles(of text: String) -> Set<Int> {
    let words = analyzer.terms(of: text, for: .query)
      .filter { $0.role != .compound && $0.role != .bare }.map(\.word)
    guard words.count > Self.shingleLength else { return [words.hashValue] }
    return Set(
      (0...(words.count - Self.shingleLength)).map { start in
        words[start..<(start + Self.shingleLength)].hashValue
      })
  }
}
