/// How the nearest vectors are looked for.
public enum SearchMethod: Sendable, Equatable {
  /// `cells` for segments that have cells and more than 100,000 rows, `exact` for the others.
  case automatic
  /// Every vector is compared.
  case exact
  /// Only vectors in the cells that are most like the question are compared, where a segment has cells.
  ///
  /// - Parameters:
  ///   - probes: How many cells are read. More find more of what an exact search finds, and take longer;
  ///     `nil` takes as many as find about 98 % of the ten, and 95 % of the thousand, nearest.
  ///   - estimates: Of how many vectors, the best by their signs, more than the signs is read; `nil` takes
  ///     some hundreds more than six times as many as are wanted.
  case cells(probes: Int? = nil, estimates: Int? = nil)

  /// Up to this many rows `automatic` compares all.
  public static let exactUpTo = 100_000
}
