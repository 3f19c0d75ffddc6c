internal import CKernels

/// Rows of floats, mixed (`Kernels.mixed`) and rounded to 8-bit integers, each row with a scale of its own:
/// what a `QuantizedMatrix` is multiplied with. The memory is kept for the next rows.
package struct QuantizedRows: Sendable {
  /// Number of rows and of columns that were rounded last.
  package private(set) var rows = 0
  package private(set) var columns = 0
  /// The instructions that the kernels use.
  package let level: KernelLevel
  private(set) var values: [UInt8] = []
  private(set) var scales: [Float] = []
  /// One row, mixed.
  private var mixed: [Float] = []

  /// - Precondition: This processor supports `level`.
  package init(level: KernelLevel = .best) {
    self.level = level
  }

  /// Integers of a row: the columns, and zeros up to the kernels' step.
  var padded: Int { QuantizedMatrix.padded(columns, to: Int(KERNELS_STEP)) }

  /// Mixes and rounds the rows of a block: x ≈ q · scale with q in -127 ... 127, where the largest |x| of the
  /// mixed row is 127. Complexity: O(rows · columns).
  ///
  /// - Precondition: The block lies within the buffer.
  package mutating func quantize(_ x: borrowing Span<Float>, _ block: Block) {
    block.check(within: x.count)
    rows = block.rows
    columns = block.columns
    let bytes = rows * kernels_row_bytes(level.level, padded)
    if values.count < bytes { values = [UInt8](repeating: 0, count: bytes) }
    if scales.count < rows { scales = [Float](repeating: 0, count: rows) }
    if mixed.count < columns { mixed = [Float](repeating: 0, count: columns) }
    let padded = padded
    x.withUnsafeBufferPointer { x in
      values.withUnsafeMutableBufferPointer { values in
        scales.withUnsafeMutableBufferPointer { scales in
          mixed.withUnsafeMutableBufferPointer { mixed in
            guard let x = x.baseAddress, let q = values.baseAddress, let s = scales.baseAddress,
              let mixed = mixed.baseAddress
            else { return }
            kernels_mix_and_quantize(
              level.level, x + block.offset, block.stride, block.rows, block.columns, q, padded, s,
              mixed)
          }
        }
      }
    }
  }
}
