/// What a timeline is asked for, as a user gives it, before it is checked.
public struct TimelineRequest: Sendable, Hashable {
  /// `nil` for the documents themselves.
  public var question: String?
  /// What documents must be; its days are those of the entries.
  public var filter: FilterRequest
  /// See `TimelineOptions.limit`.
  public var limit: Int?
  /// See `TimelineOptions.leastScore`.
  public var leastScore: Double

  /// All documents, as far as nothing else is given.
  public init(
    question: String? = nil, filter: FilterRequest = FilterRequest(), limit: Int? = nil,
    leastScore: Double = TimelineOptions.leastScore
  ) {
    self.question = question
    self.filter = filter
    self.limit = limit
    self.leastScore = leastScore
  }

  /// - Throws: As `FilterRequest.filter(in:)`.
  func options(in session: Session) throws(QueryError) -> TimelineOptions {
    var filter = try self.filter.filter(in: session)
    let (after, before) = (filter.after, filter.before)
    filter.after = nil
    filter.before = nil
    return TimelineOptions(
      limit: limit, leastScore: leastScore, filter: filter, after: after, before: before)
  }
}
