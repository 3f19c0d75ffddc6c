internal import Digest
internal import LinearAlgebra

/// Writes the files of a segment row by row.
///
///     let writer = try VectorSegmentWriter(vectors: "vectors.7", tokens: "tokens.7", info: info)
///     try writer.append(id: 12, vector: vector.span, tokens: codes.span)
///     try writer.finish()
///
/// Vectors and tokens go to the disk as they come; what is kept in memory are 16 bytes a row. The files
/// have their names only when `finish` has written all of them, the vectors' last; what is begun and not
/// finished is removed.
public final class VectorSegmentWriter {
  /// What the segment says of itself.
  public let info: SegmentInfo
  private let vectors: OutputFile
  private let tokens: OutputFile?
  private var ids: [Int64] = []
  /// For each row where its codes end.
  private var ends: [UInt64] = []
  private let width: Int

  /// Begins the files.
  ///
  /// - Parameters:
  ///   - vectors: Path of the file of vectors.
  ///   - tokens: Path of the file of tokens; `nil` where the passages have none.
  /// - Throws: `misfit` for dimensions outside 1 ... 65,536, `writing` where a file cannot be made.
  public init(vectors: String, tokens: String?, info: SegmentInfo) throws(VectorIndexError) {
    guard (1...65_536).contains(info.dimensions) else {
      throw .misfit("vectors of \(info.dimensions) numbers")
    }
    self.info = info
    width = SignCodes.bytesPerRow(info.dimensions)
    self.vectors = try OutputFile(path: vectors)
    self.tokens = try tokens.map { path throws(VectorIndexError) in try OutputFile(path: path) }
    try self.vectors.align(to: VectorFileHeader.vectorsStart)
  }

  /// Number of rows so far.
  public var count: Int { ids.count }

  /// Adds a passage.
  ///
  /// - Parameters:
  ///   - id: Larger than the ids before it.
  ///   - vector: `info.dimensions` numbers, a vector of length 1.
  ///   - tokens: The signs of the passage's tokens, whole rows as in `SignCodes.bytes`; empty for none.
  /// - Throws: `misfit` where the numbers are not as they must be, `writing` where the disk does not take
  ///   them.
  public func append(
    id: Int64, vector: borrowing Span<Float>, tokens codes: borrowing Span<UInt8> = Span()
  ) throws(VectorIndexError) {
    try check(first: id, last: id, rows: 1, numbers: vector.count)
    guard codes.count % width == 0 else {
      throw .misfit("\(codes.count) bytes of tokens of \(width) bytes each")
    }
    ids.append(id)
    try vectors.append(floats: vector)
    guard let tokens else { return }
    try tokens.append(codes)
    ends.append((ends.last ?? 0) + UInt64(codes.count))
  }

  /// Adds several passages at once.
  ///
  /// - Parameters:
  ///   - ids: Ascending, all larger than those before.
  ///   - values: Their vectors, one after another.
  ///   - codes: The tokens of all, one passage after another, and how many bytes each has.
  func append(
    ids new: [Int64], values: borrowing Span<Float>, codes: borrowing Span<UInt8>, lengths: [Int]
  ) throws(VectorIndexError) {
    guard let first = new.first, let last = new.last else { return }
    try check(first: first, last: last, rows: new.count, numbers: values.count)
    guard zip(new, new.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .misfit("ids that do not ascend")
    }
    ids += new
    try vectors.append(floats: values)
    guard let tokens else { return }
    try tokens.append(codes)
    for length in lengths { ends.append((ends.last ?? 0) + UInt64(length)) }
  }

  private func check(
    first: Int64, last: Int64, rows: Int, numbers: Int
  ) throws(VectorIndexError) {
    if let previous = ids.last, first <= previous {
      throw .misfit("id \(first) after \(previous)")
    }
    guard numbers == rows * info.dimensions else {
      throw .misfit("\(numbers) numbers for \(rows) vectors of \(info.dimensions)")
    }
  }

  /// Ends the files, waits until the disk has them and gives them their names.
  ///
  /// - Throws: `writing` where the disk does not take them; then there is no segment.
  public func finish() throws(VectorIndexError) {
    let fingerprint = SHA256Digest(of: info.fingerprint).bytes
    try vectors.align(to: 64)
    try vectors.append(numbers: ids.map { UInt64(bitPattern: $0) })
    let header = try vectors.finish { digests, length in
      FileHeader(
        magic: VectorFileHeader.magic,
        numbers: VectorFileHeader(
          generation: info.generation, content: info.content, dimensions: info.dimensions,
          rows: ids.count, firstID: ids.first ?? 0, lastID: ids.last ?? 0, digests: digests,
          length: length
        ).numbers, fingerprint: fingerprint)
    }
    if let tokens {
      try tokens.align(to: 64)
      try tokens.append(numbers: ends)
      _ = try tokens.finish { digests, length in
        FileHeader(
          magic: TokenFileHeader.magic,
          numbers: TokenFileHeader(
            generation: info.generation, dimensions: info.dimensions, rows: ids.count,
            bytes: Int(ends.last ?? 0), digests: digests, length: length
          ).numbers, fingerprint: fingerprint, owner: header.digest)
      }
      try tokens.publish()
    }
    try vectors.publish()
  }
}

extension OutputFile {
  /// Integers, their lowest bytes first.
  func append(
    numbers: [some FixedWidthInteger & UnsignedInteger]
  ) throws(VectorIndexError) {
    for first in stride(from: 0, to: numbers.count, by: 65_536) {
      var bytes: [UInt8] = []
      for number in numbers[first..<min(numbers.count, first + 65_536)] {
        bytes.append(littleEndian: number)
      }
      try append(bytes.span)
    }
  }
}
