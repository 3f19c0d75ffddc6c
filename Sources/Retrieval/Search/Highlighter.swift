/// Finds the question's words in a passage.
struct Highlighter {
  private let terms: Set<String>
  private let prefixes: [String]
  private let analyzer: Analyzer

  init(_ query: LexicalQuery, analyzer: Analyzer) {
    terms = Set(query.elements.lazy.filter { !$0.isPrefix }.map(\.term))
    prefixes = query.elements.filter(\.isPrefix).map(\.term)
    self.analyzer = analyzer
  }

  /// Half-open ranges of Unicode scalars, ascending, none touching the next.
  func ranges(in text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for term in analyzer.terms(of: text) where matches(term) {
      if let last = ranges.last, term.range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, term.range.upperBound)
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(term.range)
      }
    }
    return ranges
  }

  private func matches(_ term: Term) -> Bool {
    if terms.contains(term.text) { return true }
    guard term.role == .bigram || term.role == .character else { return false }
    return prefixes.contains { term.text.hasPrefix($0) }
  }
}
