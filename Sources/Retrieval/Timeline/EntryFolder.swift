internal import Corpus

/// Folds entries that say the same.
///
/// A statement that rests on a line of a passage which is an entry itself, at the same time, is folded into
/// that passage. What repeats another entry of the same time word for word, or rests on the same line as a
/// statement of another page and shares most of its words, is folded into the better one.
struct EntryFolder {
  /// Share of the rarer statement's words that both must have.
  private static let threshold = 0.5

  private let analyzer: Analyzer

  init(analyzer: Analyzer) {
    self.analyzer = analyzer
  }

  /// The entries that are left, in their order.
  ///
  /// - Complexity: O(entries² × words) at worst; entries are a few hundred.
  func folded(_ entries: [TimelineEntry]) -> [TimelineEntry] {
    var kept: [TimelineEntry] = []
    // Sources first: what repeats them goes into them, wherever it ranked.
    let sources = entries.indices.filter { entries[$0].kind == .passage }
    let statements = entries.indices.filter { entries[$0].kind != .passage }
    var ranks: [Int] = []
    var repeated = DuplicateFolder(analyzer: analyzer)
    var kinds: [Set<String>] = []
    for index in sources + statements {
      let entry = entries[index]
      let words = words(of: entry)
      if let better = place(of: entry, words, in: kept, kinds, &repeated) {
        if let citation = entry.citation, citation != kept[better].citation,
          !kept[better].duplicates.contains(citation)
        {
          kept[better].duplicates.append(citation)
        }
        continue
      }
      kept.append(entry)
      kinds.append(words)
      ranks.append(index)
    }
    return kept.indices.sorted { ranks[$0] < ranks[$1] }.map { kept[$0] }
  }

  /// Which kept entry says the same. `repeated` keeps the text of one that none does.
  private func place(
    of entry: TimelineEntry, _ words: Set<String>, in kept: [TimelineEntry],
    _ kinds: [Set<String>], _ repeated: inout DuplicateFolder
  ) -> Int? {
    if let passage = kept.firstIndex(where: { Self.rests(entry, on: $0) }) { return passage }
    if let same = kept.indices.first(where: { index in
      kept[index].time == entry.time && kept[index].document.path != entry.document.path
        && !Set(kept[index].sources).isDisjoint(with: entry.sources)
        && Self.isSame(kinds[index], words)
    }) {
      return same
    }
    guard let match = repeated.repeated(entry.text), kept.indices.contains(match),
      kept[match].time == entry.time
    else {
      repeated.keep(entry.text)
      return nil
    }
    return match
  }

  /// Whether a statement rests on a line of a passage, and is of its time.
  private static func rests(_ entry: TimelineEntry, on passage: TimelineEntry) -> Bool {
    guard passage.kind == .passage, let cited = passage.citation, entry.kind == .statement,
      entry.time == passage.time || entry.time.contains(passage.time.first)
    else { return false }
    return entry.sources.contains { source in
      source.path == cited.path && cited.lines.overlaps(source.lines)
    }
  }

  private static func isSame(_ left: Set<String>, _ right: Set<String>) -> Bool {
    let least = min(left.count, right.count)
    return least > 0
      && Double(left.intersection(right).count) >= Self.threshold * Double(least)
  }

  /// The stems of what a text is about.
  private func words(of entry: TimelineEntry) -> Set<String> {
    Set(
      analyzer.terms(of: entry.text)
        .filter { $0.role != .bare && $0.role != .compound && !FunctionWords.contains($0.word) }
        .map(\.text))
  }
}
