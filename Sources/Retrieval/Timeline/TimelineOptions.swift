public import Corpus

/// What a timeline is to show.
public struct TimelineOptions: Sendable, Hashable {
  /// A passage that is estimated less relevant than this is no part of a timeline. Of hits with such scores
  /// somewhat fewer than half are judged relevant; see `docs/decisions.md`.
  public static let leastScore = 0.3

  /// Number of entries at most: the most relevant ones, of documents the latest.
  public var limit: Int?
  /// The least `Hit.score` of a passage, 0 ... 1.
  public var leastScore: Double
  /// Filters of documents; days are for `after` and `before`.
  public var filter: SearchFilter
  /// First day that counts; of an entry that spans several days one day is enough.
  public var after: CalendarDate?
  /// First day that is too late.
  public var before: CalendarDate?

  /// Everything, as far as nothing else is given.
  public init(
    limit: Int? = nil, leastScore: Double = Self.leastScore,
    filter: SearchFilter = SearchFilter(), after: CalendarDate? = nil, before: CalendarDate? = nil
  ) {
    self.limit = limit
    self.leastScore = leastScore
    self.filter = filter
    self.after = after
    self.before = before
  }

  func includes(_ time: TimeSpan) -> Bool {
    after.map { time.last >= $0 } != false && before.map { time.first < $0 } != false
  }
}
