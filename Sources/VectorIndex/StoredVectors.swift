/// The vectors of several passages, in one buffer.
public struct StoredVectors: Sendable, Equatable {
  /// Numbers of a vector.
  public let dimensions: Int
  /// The vectors, one after another.
  public internal(set) var values: [Float] = []
  /// For each passage that was asked for which of the vectors is its own; `nil` where it has none.
  public internal(set) var places: [Int?] = []

  /// The vector of the passage that was asked for as the `index`-th; `nil` where it has none.
  public func vector(_ index: Int) -> ArraySlice<Float>? {
    places[index].map { values[($0 * dimensions)..<(($0 + 1) * dimensions)] }
  }
}
