/// How a question is answered.
public struct SearchOptions: Sendable, Hashable {
  /// Number of hits at most, 1 and up.
  public var limit: Int
  /// Which legs answer.
  public var mode: SearchMode
  /// Number of hits of one document at most; `nil` for any.
  public var perDocument: Int?
  /// Whether a passage that repeats a better hit is listed under it and takes no rank.
  public var folds: Bool
  /// Number of passages, the hits among them, whose documents are named: what an answer is counted over where
  /// it is not shown whole. Costs much less than as many hits.
  public var counted: Int
  /// How both legs become one score.
  public var fusion: Fusion
  /// Whether every vector is compared with the question, also where there are so many that otherwise only
  /// those in the nearest cells are.
  public var comparesAll: Bool
  /// Added to the filters that stand in the question itself.
  public var filter: SearchFilter

  /// The usual answer, as far as nothing else is given.
  public init(
    limit: Int = 10, mode: SearchMode = .hybrid, perDocument: Int? = nil, folds: Bool = false,
    counted: Int = 0, fusion: Fusion = .default, comparesAll: Bool = false,
    filter: SearchFilter = SearchFilter()
  ) {
    self.limit = limit
    self.mode = mode
    self.perDocument = perDocument
    self.folds = folds
    self.counted = counted
    self.fusion = fusion
    self.comparesAll = comparesAll
    self.filter = filter
  }
}
