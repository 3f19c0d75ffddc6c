internal import LinearAlgebra

/// The signs of the tokens of a segment's passages.
struct TokenFile: Sendable {
  private let input: InputFile
  private let layout: TokenFileHeader
  private let ends: MappedVector<UInt64>
  /// Bytes of a token.
  private let width: Int

  var path: String { input.path }

  /// Opens the file that was written together with a file of vectors.
  init(path: String, of vectors: FileHeader, rows: Int) throws(VectorIndexError) {
    input = try InputFile(path: path, magic: TokenFileHeader.magic, count: TokenFileHeader.count)
    guard let layout = TokenFileHeader(input.header.numbers),
      let ends = MappedVector<UInt64>(
        file: input.map, offset: layout.endsStart, count: layout.rows)
    else { throw .damaged(path: path, "its parts do not lie where its header says") }
    guard input.header.owner == vectors.digest, layout.rows == rows else {
      throw .unrelated(path: path, "its tokens are those of other vectors")
    }
    self.layout = layout
    self.ends = ends
    width = SignCodes.bytesPerRow(layout.dimensions)
  }

  func verify() throws(VectorIndexError) {
    try input.verify()
    for row in 0..<layout.rows { _ = try range(of: row) }
  }

  func checkLength() throws(VectorIndexError) {
    try input.checkLength()
  }

  /// Where in the file the codes of a row lie.
  ///
  /// - Precondition: There is such a row.
  func range(of row: Int) throws(VectorIndexError) -> Range<Int> {
    let (start, end) = (row == 0 ? 0 : ends[row - 1], ends[row])
    guard start <= end, end <= UInt64(layout.bytes), (end - start) % UInt64(width) == 0 else {
      throw .damaged(path: path, "the tokens of row \(row) do not lie within it")
    }
    return (TokenFileHeader.codesStart + Int(start))..<(TokenFileHeader.codesStart + Int(end))
  }

  /// The bytes of several ranges, one after another.
  func bytes(of ranges: [Range<Int>]) throws(VectorIndexError) -> [UInt8] {
    try input.bytes(of: ranges)
  }
}
