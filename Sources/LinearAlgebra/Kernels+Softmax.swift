internal import CKernels

/// Scores turned into shares.
extension Kernels {
  /// x ← eˣ / Σ eˣ over each row of the block. Complexity: O(rows · columns).
  ///
  /// The largest value of a row is taken off first, so that no score is too large.
  package static func softmax(
    _ x: inout MutableSpan<Float>, _ block: Block, level: KernelLevel = .best
  ) {
    guard block.columns > 0 else { return }
    withBlock(&x, block) {
      kernels_softmax(level.level, $0, block.stride, block.rows, block.columns)
    }
  }
}
