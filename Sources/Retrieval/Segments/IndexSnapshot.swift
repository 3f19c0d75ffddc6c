internal import GRDB
internal import InvertedIndex
internal import LinearAlgebra
internal import Synchronization

/// The files of an index as they are in one of its states, opened once for all searches of that state.
final class IndexSnapshot: Sendable {
  let state: IndexState
  let folder: IndexFolder
  /// The stored terms of all passages.
  let terms: InvertedIndex
  private let vectors = Mutex<[String: PassageVectors]>([:])
  private let filters = Mutex<[SearchFilter: PassageSet]>([:])

  /// So many filters are remembered.
  private static let mostFilters = 16

  /// - Complexity: O(segments + removed passages), and O(text) of passages that no file has yet.
  init(_ state: IndexState, folder: IndexFolder, in database: Database) throws {
    self.state = state
    self.folder = folder
    terms = try Self.terms(state, folder: folder, in: database)
  }

  private static func terms(
    _ state: IndexState, folder: IndexFolder, in database: Database
  ) throws -> InvertedIndex {
    var segments: [Segment] = []
    var last: Int64 = 0
    for row in state.rows(of: .postings) {
      // What is missing or damaged is read from SQLite, with all behind it, until the next writer mends it.
      guard let segment = try? Segment(row, in: folder) else { break }
      segments.append(segment)
      last = row.last
    }
    let builder = SegmentBuilder()
    var rows = try PostingRows(after: last, in: database)
    _ = try rows.add(to: builder)
    if builder.count > 0 {
      segments.append(
        try TemporarySegment.with { workshop in
          let path = workshop.segmentPath("postings")
          try builder.write(to: path, generation: 0, content: state.content)
          return try Segment(path: path)
        })
    }
    return try InvertedIndex(
      segments: segments, deleted: RemovedPassages.all(in: database))
  }

  /// The vectors of a model. Complexity: that of opening them, once.
  func vectors(of model: IndexedModel, in database: Database) throws -> PassageVectors {
    if let known = vectors.withLock({ $0[model.fingerprint] }) { return known }
    let opened = try PassageVectors(of: model, state: state, folder: folder, in: database)
    vectors.withLock { $0[model.fingerprint] = opened }
    return opened
  }

  /// The passages of the documents that a filter lets through, found once.
  func passages(_ filter: SearchFilter, find: () throws -> PassageSet) rethrows -> PassageSet {
    if let known = filters.withLock({ $0[filter] }) { return known }
    let found = try find()
    filters.withLock { filters in
      if filters.count >= Self.mostFilters { filters.removeAll() }
      filters[filter] = found
    }
    return found
  }
}
