/// What happened when: entries in the order of time.
public struct Timeline: Sendable, Hashable {
  /// The question that the entries answer; `nil` for a timeline of documents.
  public var question: String?
  /// By first day; of equal ones the longer span first, then by path and place.
  public var entries: [TimelineEntry]
  /// What would belong here and has no date: paths of documents, citations of passages.
  public var undated: [String]
  /// Number of entries beyond the limit.
  public var omitted: Int
  /// Passages that come near the question and do not reach the least score.
  public var weak: Int
  /// See `SearchResponse`.
  public var answerable: Double?
  /// Words that the knowledge base does not have, with those that were looked up instead.
  public var corrections: [String: String]
  /// A leg that could not be used, files that have changed.
  public var warnings: [String]

  init(question: String?) {
    self.question = question
    entries = []
    undated = []
    omitted = 0
    weak = 0
    corrections = [:]
    warnings = []
  }

  /// Puts the entries in order.
  package mutating func sort() {
    entries.sort { $0.precedes($1) }
  }

  /// The most relevant entries; of documents, which have no score, the latest.
  package func best(_ limit: Int) -> [TimelineEntry] {
    let places = entries.indices.sorted { left, right in
      let (l, r) = (entries[left], entries[right])
      if l.score != r.score { return (l.score ?? -1) > (r.score ?? -1) }
      return l.score == nil ? r.precedes(l) : left < right
    }
    return places.prefix(limit).map { entries[$0] }
  }
}

extension TimelineEntry {
  fileprivate func precedes(_ other: TimelineEntry) -> Bool {
    if time.first != other.time.first { return time.first < other.time.first }
    if time.last != other.time.last { return time.last > other.time.last }
    if document.path != other.document.path { return document.path < other.document.path }
    let lines = (citation?.lines.lowerBound ?? 0, citation?.bytes?.lowerBound ?? 0)
    let otherLines = (other.citation?.lines.lowerBound ?? 0, other.citation?.bytes?.lowerBound ?? 0)
    return lines < otherLines
  }
}
