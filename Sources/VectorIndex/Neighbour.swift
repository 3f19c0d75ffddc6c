/// A passage that a search has found.
public struct Neighbour: Sendable, Hashable {
  /// The passage's id.
  public let id: Int64
  /// The dot product of its vector with the question's: for unit vectors the cosine of their angle.
  public let cosine: Float

  public init(id: Int64, cosine: Float) {
    self.id = id
    self.cosine = cosine
  }
}
