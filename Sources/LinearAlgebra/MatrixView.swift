/// A read-only matrix of 32-bit floats in row-major order that lies in a mapped file, or in memory
/// of its own. Copies share what they look at and keep it alive.
///
///     let vectors = MatrixView(file: file, offset: 4096, rows: passages, columns: 384)
///     let nearest = TopK.select(10, from: vectors.scores(of: query))
public struct MatrixView: @unchecked Sendable {
  // Unchecked: nothing writes to the memory after `init`, and `owner` keeps it alive.

  /// Number of rows.
  public let rows: Int
  /// Number of columns, which is also the distance between the starts of two rows.
  public let columns: Int
  let owner: AnyObject
  let base: UnsafePointer<Float>

  /// Looks at `rows * columns` little-endian floats that begin `offset` bytes into `file`.
  ///
  /// They are used where they lie if `offset` is a multiple of 4, and copied otherwise.
  ///
  /// - Precondition: The floats lie within the file.
  public init(file: MappedFile, offset: Int, rows: Int, columns: Int) {
    let count = Self.count(rows, columns)
    let start = file.address(of: offset..<(offset + count * 4))
    if let start, Int(bitPattern: start) % MemoryLayout<Float>.alignment == 0,
      Int(littleEndian: 1) == 1
    {
      self.init(
        rows: rows, columns: columns, owner: file,
        base: start.assumingMemoryBound(to: Float.self))
    } else {
      self.init(rows: rows, columns: columns) { index in
        let bits = start?.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self) ?? 0
        return Float(bitPattern: UInt32(littleEndian: bits))
      }
    }
  }

  /// Holds a copy of `matrix`. Complexity: O(rows · columns).
  public init(_ matrix: Matrix) {
    self.init(rows: matrix.rows, columns: matrix.columns) { matrix.values[$0] }
  }

  /// Holds the values that `element` gives, which is called once for each index of the row-major
  /// order. Complexity: O(rows · columns).
  public init(rows: Int, columns: Int, element: (Int) -> Float) {
    let storage = FloatStorage(count: Self.count(rows, columns)) { room in
      for index in room.indices {
        room.initializeElement(at: index, to: element(index))
      }
    }
    self.init(rows: rows, columns: columns, owner: storage, base: storage.start)
  }

  init(rows: Int, columns: Int, owner: AnyObject, base: UnsafePointer<Float>) {
    self.rows = rows
    self.columns = columns
    self.owner = owner
    self.base = base
  }

  /// Number of values.
  public var count: Int { rows * columns }

  /// Gives `body` the values of one row, without copying them.
  ///
  /// - Precondition: `row` lies in `0 ..< rows`.
  public func withRow<Result>(_ row: Int, _ body: (Span<Float>) -> Result) -> Result {
    withRows(row..<(row + 1), body)
  }

  /// Gives `body` the values of several consecutive rows, without copying them.
  ///
  /// - Precondition: `range` lies in `0 ..< rows`.
  public func withRows<Result>(_ range: Range<Int>, _ body: (Span<Float>) -> Result) -> Result {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= rows, "rows \(range) of \(rows)")
    return withExtendedLifetime(owner) {
      body(
        UnsafeBufferPointer(start: base + range.lowerBound * columns, count: range.count * columns)
          .span)
    }
  }

  private static func count(_ rows: Int, _ columns: Int) -> Int {
    precondition(rows >= 0 && columns >= 0, "a matrix of \(rows) x \(columns)")
    return rows * columns
  }
}

extension MatrixView {
  /// Copies one row into `target`, from index `offset` on. Complexity: O(columns).
  ///
  /// - Precondition: `row` lies in `0 ..< rows`, and the row fits.
  package func copyRow(_ row: Int, to target: inout MutableSpan<Float>, at offset: Int) {
    precondition(row >= 0 && row < rows, "row \(row) of \(rows)")
    precondition(offset >= 0 && offset + columns <= target.count, "a row does not fit")
    target.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { $0 + offset }?.update(from: base + row * columns, count: columns)
    }
  }
}

extension MatrixView {
  /// Copies several matrices of the same number of columns into one, below each other.
  /// Complexity: O(rows · columns).
  package init(stacking parts: [MatrixView]) {
    let columns = parts.first?.columns ?? 0
    precondition(parts.allSatisfy { $0.columns == columns }, "columns differ")
    let rows = parts.reduce(0) { $0 + $1.rows }
    let storage = FloatStorage(count: rows * columns) { room in
      var offset = 0
      for part in parts {
        room.baseAddress.map { $0 + offset }?.initialize(from: part.base, count: part.count)
        offset += part.count
      }
    }
    self.init(rows: rows, columns: columns, owner: storage, base: storage.start)
  }
}
