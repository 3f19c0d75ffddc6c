/// A change that mends a finding.
enum LintRepair: Sendable, Hashable {
  /// Gives the wikilink at a position among the links of the page another target.
  case link(position: Int, target: String)
  /// Gives an entry of `sources:` another path.
  case source(reference: String, path: String)
  /// Puts the keys of the front matter into their usual order.
  case frontMatterOrder
  /// Brings the index up to date.
  case catalog
}
