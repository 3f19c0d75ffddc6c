/// A link or a declared source that leads to no file, or to several.
public struct UnresolvedTarget: Sendable, Hashable {
  /// Path of the document that names it.
  public var path: String
  /// Line of the link, from 1; `nil` for a source of the front matter.
  public var line: Int?
  /// As written.
  public var target: String
  /// The files that it could mean.
  public var candidates: [String]
}
