internal import Corpus
internal import GRDB

extension SearchIndex {
  /// Paths of documents whose path or title goes on from `text`, for completion while somebody types.
  ///
  /// File names and titles that begin with it come first, then paths that do, then those that have it
  /// anywhere; within that in the order of the paths. Upper and lower case, `-`, `_` and spaces are folded.
  ///
  /// - Parameter layer: Only documents of this layer.
  /// - Throws: `IndexError`.
  /// - Complexity: O(number of documents).
  public func paths(
    completing text: String, layer: String? = nil
  ) throws(IndexError) -> [String] {
    let wanted = NameFolding.folded(text)
    return try read { database in
      var ranked: [[String]] = [[], [], []]
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT path, title FROM document WHERE layer = ifnull(?, layer) ORDER BY path",
        arguments: [layer])
      while let row = try rows.next() {
        let path: String = try row.decode(atIndex: 0)
        let title: String = try row.decode(atIndex: 1)
        if let rank = Self.rank(path: path, title: title, wanted: wanted) {
          ranked[rank].append(path)
        }
      }
      return ranked.flatMap(\.self)
    }
  }

  /// How well a document goes on from `wanted`, 0 best; `nil` where it does not.
  private static func rank(path: String, title: String, wanted: String) -> Int? {
    let names = [NameFolding.folded(FilePath.stem(of: path)), NameFolding.folded(title)]
    if names.contains(where: { $0.hasPrefix(wanted) }) { return 0 }
    let whole = NameFolding.folded(path)
    if whole.hasPrefix(wanted) { return 1 }
    return whole.contains(wanted) || names.contains { $0.contains(wanted) } ? 2 : nil
  }
}
