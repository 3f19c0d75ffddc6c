internal import GRDB

/// Which state of an index a search sees. Two equal ones give the same answers from the same files.
struct IndexState: Sendable, Hashable {
  /// Value of `MetaKey.content`.
  var content: Int
  /// Value of `MetaKey.encodings`.
  var encodings: Int
  var segments: [SegmentRow]

  /// Complexity: O(segments).
  init(in database: Database) throws {
    content = try Meta.number(.content, in: database)
    encodings = try Meta.number(.encodings, in: database)
    segments = try SegmentRow.all(in: database)
  }

  func rows(of kind: SegmentKind) -> [SegmentRow] {
    segments.filter { $0.kind == kind.name }
  }
}
