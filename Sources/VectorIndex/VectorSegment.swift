internal import Digest
internal import LinearAlgebra

/// The vectors of some passages, and the signs of their tokens, in files that are never changed.
///
/// Opening reads a header and takes microseconds, however many rows there are. What has been damaged
/// after that shows in wrong cosines or in errors, and in `verify()`; it never ends the process.
public struct VectorSegment: Sendable {
  /// Path of the file of vectors.
  public var path: String { vectors.path }
  /// A number that no other segment of the index has.
  public var generation: Int { layout.generation }
  /// The state of the knowledge base that the rows were read at.
  public var content: Int { layout.content }
  /// Number of passages.
  public var count: Int { layout.rows }
  /// Numbers of a vector.
  public var dimensions: Int { layout.dimensions }
  /// Whether there is a file of tokens.
  public var hasTokens: Bool { tokens != nil }
  /// Number of cells; `nil` where there is no file of cells.
  public var cellCount: Int? { cells?.layout.cells }
  /// The first and the last id; `nil` where there are no passages.
  public var ids: ClosedRange<Int64>? { count == 0 ? nil : layout.firstID...layout.lastID }

  let vectors: InputFile
  let layout: VectorFileHeader
  let rows: MatrixView
  let rowIDs: MappedVector<Int64>
  let tokens: TokenFile?
  let cells: VectorCells?

  /// Opens the files of a segment.
  ///
  /// - Parameters:
  ///   - tokens: Path of the file of tokens; `nil` where there is none.
  ///   - cells: Path of the file of cells; `nil` where there is none.
  /// - Throws: `reading` where a file is not there, `damaged` where it is not what it should be,
  ///   `unrelated` where tokens or cells are those of another file of vectors.
  /// - Complexity: O(1).
  public init(
    vectors path: String, tokens: String? = nil, cells: String? = nil
  ) throws(VectorIndexError) {
    vectors = try InputFile(
      path: path, magic: VectorFileHeader.magic, count: VectorFileHeader.count)
    guard let layout = VectorFileHeader(vectors.header.numbers),
      let ids = MappedVector<Int64>(
        file: vectors.map, offset: layout.idsStart, count: layout.rows)
    else { throw .damaged(path: path, "its parts do not lie where its header says") }
    self.layout = layout
    rowIDs = ids
    rows = MatrixView(
      file: vectors.map, offset: VectorFileHeader.vectorsStart, rows: layout.rows,
      columns: layout.dimensions)
    let header = vectors.header
    self.tokens = try tokens.map { path throws(VectorIndexError) in
      try TokenFile(path: path, of: header, rows: layout.rows)
    }
    self.cells = try cells.map { path throws(VectorIndexError) in
      try VectorCells(path: path, of: header, rows: layout.rows)
    }
  }

  /// Whether the vectors were made with this.
  public func isMade(with fingerprint: String) -> Bool {
    vectors.header.fingerprint == SHA256Digest(of: fingerprint).bytes
  }

  /// Compares the files with the digests that were taken when they were written, and checks that ids
  /// ascend.
  ///
  /// - Throws: `damaged` where something has changed, `reading` where a file cannot be read.
  /// - Complexity: O(bytes of the files), about 2 GB a second.
  public func verify() throws(VectorIndexError) {
    try vectors.verify()
    let isAscending = rowIDs.withSpan { ids in
      ids.isEmpty || (1..<ids.count).allSatisfy { ids[$0 - 1] < ids[$0] }
    }
    guard isAscending else { throw .damaged(path: path, "its ids do not ascend") }
    try tokens?.verify()
    try cells?.verify()
  }

  /// The rows of passages; `nil` for those that are not there.
  ///
  /// Complexity: O(1) an id where ids have few gaps, as places are guessed from them, else O(log n).
  func rows(of ids: [Int64]) -> [Int?] {
    rowIDs.withSpan { known in ids.map { row(of: $0, in: known) } }
  }

  private func row(of id: Int64, in ids: borrowing Span<Int64>) -> Int? {
    guard count > 0, id >= layout.firstID, id <= layout.lastID else { return nil }
    let place =
      (Double(id) - Double(layout.firstID))
      / max(1, Double(layout.lastID) - Double(layout.firstID))
    let guess = max(0, min(count - 1, Int(place * Double(count - 1))))
    let range = Self.bracket(id, in: ids, from: guess)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < count && ids[low] == id ? low : nil
  }

  /// Where an id lies if it is there, found by steps that double.
  private static func bracket(
    _ id: Int64, in ids: borrowing Span<Int64>, from guess: Int
  ) -> Range<Int> {
    var (low, high, step) = (guess, guess, 1)
    while low > 0, ids[low] >= id {
      high = low
      low = max(0, low - step)
      step *= 2
    }
    step = 1
    while high < ids.count, ids[high] < id {
      low = high
      high = min(ids.count, high + step)
      step *= 2
    }
    return low..<max(low, high)
  }
}
