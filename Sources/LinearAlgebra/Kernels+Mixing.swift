internal import CKernels

/// Rows whose columns are mixed, before they are rounded.
extension Kernels {
  /// How much longer `mixed` makes a product of two rows.
  static let mixedProduct = Float(KERNELS_MIXED_PRODUCT)

  /// The row with its columns mixed in blocks of 128 (at its end of 64 and of 32, and what is left as it is), times
  /// √128. Complexity: O(columns).
  ///
  /// A block becomes its Walsh-Hadamard transform, in some order of its numbers: what is large in one column is
  /// spread over all of them, so that integers with one scale for the row lose less (Ashkboos et al. 2024,
  /// "QuaRot: Outlier-Free 4-Bit Inference in Rotated LLMs"). The product of two mixed rows is that of the rows
  /// themselves, times `mixedProduct`. All levels give the same bits.
  package static func mixed(
    _ row: borrowing Span<Float>, level: KernelLevel = .best
  ) -> [Float] {
    let columns = row.count
    return [Float](unsafeUninitializedCapacity: columns) { room, count in
      row.withUnsafeBufferPointer { row in
        guard let row = row.baseAddress, let target = room.baseAddress else { return }
        kernels_mix(level.level, row, columns, target)
        count = columns
      }
    }
  }
}
