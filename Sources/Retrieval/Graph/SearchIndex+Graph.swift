internal import GRDB

extension SearchIndex {
  /// The link graph of the knowledge base, or the part of it that is wanted.
  ///
  /// - Returns: `nil` where there is no page that `options.around` names.
  /// - Throws: `IndexError`.
  /// - Complexity: O(documents + links × log links).
  public func linkGraph(_ options: GraphOptions = GraphOptions()) throws(IndexError) -> LinkGraph? {
    try read { try GraphReader(database: $0, options: options).read() }
  }
}
