/// A source that a page declares and that leads to no file.
public struct UnresolvedSource: Sendable, Hashable {
  /// As written in the front matter.
  public var reference: String
  /// The files that fit equally well; empty where none fits.
  public var candidates: [String]
}
