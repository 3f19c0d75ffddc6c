internal import CKernels
package import Foundation

/// Weights as 8-bit integers, each row with a scale of its own, in the order that the kernels read them
/// in. A quarter of the memory of floats, and products that take a third to a quarter of the time.
///
/// The columns of each row are mixed (`Kernels.mixed`), then it is rounded symmetrically: w ≈ q · scale with q in
/// -127 ... 127 (Jacob et al. 2018, "Quantization and Training of Neural Networks for Efficient
/// Integer-Arithmetic-Only Inference", with a zero point of 0). What is multiplied with them is mixed and rounded row
/// by row too (`QuantizedRows`); sums are exact 32-bit integers.
package struct QuantizedMatrix: PackedWeights, @unchecked Sendable {
  // Unchecked: nothing writes to the memory after `init`, and `owner` keeps it alive.

  /// Number of rows, the outputs of a layer, and of columns, its inputs.
  package let rows: Int
  package let columns: Int
  private let owner: AnyObject
  private let base: UnsafeRawPointer

  private static let group = Int(KERNELS_GROUP)
  private static let step = Int(KERNELS_STEP)

  /// Rounds the rows of `matrix`. Complexity: O(rows · columns).
  package init(_ matrix: MatrixView) {
    self.init(stacking: [matrix])
  }

  /// Rounds the rows of several matrices of the same number of columns, below each other.
  package init(stacking parts: [MatrixView]) {
    let columns = parts.first?.columns ?? 0
    precondition(parts.allSatisfy { $0.columns == columns }, "columns differ")
    let rows = parts.reduce(0) { $0 + $1.rows }
    let layout = Layout(rows: rows, columns: columns)
    let storage = ByteStorage(count: layout.count) { room in
      guard let start = room.baseAddress else { return }
      var row = 0
      for part in parts {
        for index in 0..<part.rows {
          part.withRow(index) { layout.put(Kernels.mixed($0).span, row: row, to: start) }
          row += 1
        }
      }
    }
    guard let base = storage.memory.baseAddress else { fatalError("memory without an address") }
    self.init(rows: rows, columns: columns, owner: storage, base: base)
  }

  /// Looks at a matrix that `bytes` once gave, `offset` bytes into `file`.
  ///
  /// - Returns: `nil` where the file is too short, or `offset` no multiple of 64.
  package init?(file: MappedFile, offset: Int, rows: Int, columns: Int) {
    let count = Self.byteCount(rows: rows, columns: columns)
    guard offset >= 0, offset % 64 == 0, count <= file.count - offset,
      let base = file.address(of: offset..<(offset + count))
    else { return nil }
    self.init(rows: rows, columns: columns, owner: file, base: base)
  }

  private init(rows: Int, columns: Int, owner: AnyObject, base: UnsafeRawPointer) {
    self.rows = rows
    self.columns = columns
    self.owner = owner
    self.base = base
  }

  /// Length of a matrix in a file, a multiple of 64.
  package static func byteCount(rows: Int, columns: Int) -> Int {
    Layout(rows: rows, columns: columns).count
  }

  /// The matrix as `init(file:offset:rows:columns:)` reads it.
  package var bytes: Data {
    withExtendedLifetime(owner) {
      Data(bytes: base, count: Self.byteCount(rows: rows, columns: columns))
    }
  }

  static func padded(_ count: Int, to step: Int) -> Int { (count + step - 1) / step * step }

  /// C ← ending(A · Mᵀ), for A of m x `columns` and C of m x `rows`.
  ///
  /// - Parameters:
  ///   - bias: One value a row of M, or none where the ending adds nothing.
  ///   - crew: Who shares the rows of M.
  /// - Precondition: The shapes agree, and the block lies within its buffer.
  /// - Complexity: O(m · rows · columns).
  package func multiply(
    _ a: QuantizedRows, bias: [Float] = [], ending: ProductEnding = .none,
    into c: inout MutableSpan<Float>, _ cBlock: Block, crew: Crew = .alone
  ) {
    precondition(
      a.columns == columns && a.rows == cBlock.rows && cBlock.columns == rows
        && (bias.isEmpty || bias.count == rows), "\(a.rows) x \(a.columns) · \(rows) x \(columns)ᵀ")
    cBlock.check(within: c.count)
    let layout = Layout(rows: rows, columns: columns)
    a.values.withUnsafeBufferPointer { q in
      a.scales.withUnsafeBufferPointer { scales in
        bias.withUnsafeBufferPointer { bias in
          c.withUnsafeMutableBufferPointer { c in
            guard let q = q.baseAddress, let scales = scales.baseAddress, let c = c.baseAddress
            else { return }
            let (target, bias) = (c + cBlock.offset, bias.isEmpty ? nil : bias.baseAddress)
            // The parts write to disjoint columns of C, and all have ended when this returns.
            crew.share(layout.groups, multipleOf: 4) { part in
              kernels_multiply(
                a.level.level, q, a.rows, layout.paddedColumns, scales,
                (base + layout.values).assumingMemoryBound(to: Int8.self),
                (base + layout.sums).assumingMemoryBound(to: Int32.self),
                base.assumingMemoryBound(to: Float.self), ending.added(bias), target,
                cBlock.stride, rows, part.lowerBound, part.upperBound)
              let outputs =
                (part.lowerBound * Self.group)..<min(rows, part.upperBound * Self.group)
              ending.finish(a.level, target, cBlock, columns: outputs, bias: bias)
            }
          }
        }
      }
    }
    withExtendedLifetime(owner) {}
  }
}

extension QuantizedMatrix {
  /// Where things lie: the rows' scales, the sums of their integers, the integers.
  private struct Layout {
    let rows: Int
    let columns: Int

    var paddedRows: Int { padded(rows, to: group) }
    var paddedColumns: Int { padded(columns, to: step) }
    var groups: Int { paddedRows / group }
    var sums: Int { padded(paddedRows * 4, to: 64) }
    var values: Int { sums * 2 }
    var count: Int { padded(values + paddedRows * paddedColumns, to: 64) }

    /// Rounds a mixed row and writes it with its sum and its scale, that of products with other mixed rows.
    func put(_ row: borrowing Span<Float>, row index: Int, to start: UnsafeMutableRawPointer) {
      var largest: Float = 0
      for column in row.indices { largest = max(largest, abs(row[column])) }
      let factor = largest > 0 ? 127 / largest : 0
      let target =
        start + values + index / group * group * paddedColumns + index % group * step
      var sum: Int32 = 0
      for column in row.indices {
        let rounded = (row[column] * factor).rounded(.toNearestOrEven)
        // What is no number in a damaged model must not end the process.
        let value = rounded.isFinite ? Int8(max(-127, min(127, rounded))) : 0
        sum += Int32(value)
        let place = column / step * group * step + column % step
        target.storeBytes(of: value, toByteOffset: place, as: Int8.self)
      }
      let scale = largest / 127 / Kernels.mixedProduct
      start.storeBytes(of: scale, toByteOffset: index * 4, as: Float.self)
      start.storeBytes(of: sum, toByteOffset: sums + index * 4, as: Int32.self)
    }
  }
}
