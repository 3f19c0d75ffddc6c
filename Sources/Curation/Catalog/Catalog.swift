public import Corpus

/// The catalogue of a wiki: `index.md`, which lists every page by section.
///
///     let plan = try Catalog.plan(snapshot, today: today)
///     plan.changes.map(\.page)
///     try plan.write(in: snapshot.knowledgeBase)
///
/// An index that is there keeps its text, its tables with their columns and order, and whatever people
/// have written in their cells. Dates and numbers of sources follow the pages.
public enum Catalog {
  /// Compares the index with the pages.
  ///
  /// - Parameters:
  ///   - today: becomes `updated:` of the index where anything changes.
  ///   - refreshes: whether titles, summaries and tags are taken from the pages, too.
  /// - Throws: `CurationError.noWiki`, `.unreadable`.
  /// - Complexity: O(pages + size of the index).
  public static func plan(
    _ snapshot: Snapshot, today: CalendarDate, refreshes: Bool = false
  ) throws(CurationError) -> CatalogPlan {
    guard let layout = snapshot.layout else {
      throw .noWiki(root: snapshot.knowledgeBase.root)
    }
    let path = layout.indexPath
    guard let bytes = try read(path, of: snapshot) else {
      return NewCatalog(snapshot, layout, today: today).plan()
    }
    var update = CatalogUpdate(
      snapshot, layout, bytes: bytes, today: today, refreshes: refreshes)
    return update.plan()
  }

  /// `nil` where there is no such file.
  private static func read(_ path: String, of snapshot: Snapshot) throws(CurationError) -> [UInt8]?
  {
    let base = snapshot.knowledgeBase
    do throws(CorpusError) {
      return try CorpusReader(base).read(path)
    } catch {
      guard case .unreadable(_, let reason) = error else {
        throw .unreadable(path: path, reason: "cannot be read")
      }
      if !FileTest.exists(base.absolutePath(of: path)) { return nil }
      throw .unreadable(path: path, reason: reason)
    }
  }
}
