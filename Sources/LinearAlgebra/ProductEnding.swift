internal import CKernels

/// What follows a product y = x · Wᵀ, while y is near the processor.
package enum ProductEnding: Sendable {
  /// y as it is.
  case none
  /// y + b
  case bias
  /// GELU(y + b)
  case gelu

  /// What the product itself adds.
  func added(_ bias: UnsafePointer<Float>?) -> UnsafePointer<Float>? {
    if case .bias = self { bias } else { nil }
  }

  /// What comes after it, for `columns` of y.
  func finish(
    _ level: KernelLevel, _ y: UnsafeMutablePointer<Float>, _ block: Block, columns: Range<Int>,
    bias: UnsafePointer<Float>?
  ) {
    guard case .gelu = self, let bias else { return }
    kernels_gelu(
      level.level, y + columns.lowerBound, block.stride, block.rows, columns.count,
      bias + columns.lowerBound)
  }
}
