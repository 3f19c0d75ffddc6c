internal import FootnoteKit

/// Documents that may be meant by an address that leads nowhere.
struct NearDocuments {
  private let searcher: GroupSearcher
  /// Documents that are named.
  private static let most = 5

  init(_ searcher: GroupSearcher) {
    self.searcher = searcher
  }

  /// Paths of documents with the same file name, or whose name goes on from it, best first.
  ///
  /// - Throws: `IndexError`.
  func paths(like path: String) throws -> [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    guard !stem.isEmpty else { return [] }
    return Array(try searcher.paths(completing: stem).prefix(Self.most))
  }
}
