internal import FootnoteKit

/// What the indexes of a server hold, in numbers.
struct IndexMetrics: Sendable {
  private(set) var documents = 0
  private(set) var passages = 0
  private(set) var bytes = 0
  private(set) var stale = 0
  /// Share of the passages that have a vector, 0 ... 1.
  private(set) var embedded = 1.0

  /// - Throws: `IndexError`.
  init(_ group: SessionGroup) throws {
    var encoded = 0.0
    for session in group.sessions {
      let status = try session.index().status()
      documents += status.documents
      passages += status.passages
      bytes += Int(status.bytes)
      stale += status.stale
      encoded += status.embedded * Double(status.passages)
    }
    if passages > 0 { embedded = encoded / Double(passages) }
  }
}
