/// What a link or an entry of `sources:` leads to.
public enum Resolution: Sendable, Hashable {
  /// How a path was found, from the strictest rule to the most tolerant one.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// The path as written (relative to the document, its layer, `raw/` or the root).
    case exact
    /// The only path that ends in what is written, part by part.
    case suffix
    /// The same date with other zero padding (`2025/07/06.md` for `2025/7.6.md`).
    case date
    /// The parts that are written occur in order in one path only (a folder is missing in between).
    case missingFolder
    /// The only page of this file name, title or alias, upper and lower case and separators folded.
    case name
  }

  case resolved(path: String, rule: Rule)
  /// Several files fit equally well; in order of their paths.
  case ambiguous(paths: [String])
  /// Leads out of the knowledge base (`https:`, `mailto:`).
  case external
  case unresolved
}
