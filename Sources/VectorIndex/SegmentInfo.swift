/// What a segment says of itself.
public struct SegmentInfo: Sendable, Equatable {
  /// A number that no other segment of the index has.
  public var generation: Int
  /// The state of the knowledge base that its rows were read at.
  public var content: Int
  /// Numbers of a vector, 1 ... 65,536.
  public var dimensions: Int
  /// What the vectors were made with. Files keep its digest.
  public var fingerprint: String

  public init(generation: Int, content: Int, dimensions: Int, fingerprint: String) {
    self.generation = generation
    self.content = content
    self.dimensions = dimensions
    self.fingerprint = fingerprint
  }
}
