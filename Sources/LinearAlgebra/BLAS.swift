internal import COpenBLAS

/// Products of matrices by OpenBLAS, each on the calling thread alone.
///
/// Footnote spreads work over cores itself, one worker a core: that keeps both busy with whole
/// batches, where OpenBLAS's own threads would meet after every product.
package enum BLAS {
  // A static constant is set once, before its first use, by whichever thread comes first.
  private static let singleThreaded: Void = openblas_set_num_threads(1)

  /// C ← α · A · Bᵀ, for A of m x k, B of n x k and C of m x n. Complexity: O(m · n · k).
  ///
  /// - Precondition: The blocks lie within their buffers and their shapes agree.
  package static func multiply(
    _ a: borrowing Span<Float>, _ aBlock: Block,
    transposed b: borrowing Span<Float>, _ bBlock: Block,
    scaledBy alpha: Float = 1, into c: inout MutableSpan<Float>, _ cBlock: Block
  ) {
    precondition(
      aBlock.rows == cBlock.rows && bBlock.rows == cBlock.columns
        && aBlock.columns == bBlock.columns, "\(aBlock) · \(bBlock)ᵀ → \(cBlock)")
    aBlock.check(within: a.count)
    bBlock.check(within: b.count)
    cBlock.check(within: c.count)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          gemm(
            a + aBlock.offset, aBlock, transposed: true, b + bBlock.offset, bBlock.stride, alpha,
            c + cBlock.offset, cBlock)
        }
      }
    }
  }

  /// C ← A · B, for A of m x k, B of k x n and C of m x n. Complexity: O(m · n · k).
  ///
  /// - Precondition: The blocks lie within their buffers and their shapes agree.
  package static func multiply(
    _ a: borrowing Span<Float>, _ aBlock: Block, _ b: borrowing Span<Float>, _ bBlock: Block,
    into c: inout MutableSpan<Float>, _ cBlock: Block
  ) {
    precondition(
      aBlock.rows == cBlock.rows && bBlock.columns == cBlock.columns
        && aBlock.columns == bBlock.rows, "\(aBlock) · \(bBlock) → \(cBlock)")
    aBlock.check(within: a.count)
    bBlock.check(within: b.count)
    cBlock.check(within: c.count)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          gemm(
            a + aBlock.offset, aBlock, transposed: false, b + bBlock.offset, bBlock.stride, 1,
            c + cBlock.offset, cBlock)
        }
      }
    }
  }

  /// `cblas_sgemm` on addresses; the shapes have been checked by the caller.
  static func gemm(
    _ a: UnsafePointer<Float>, _ aBlock: Block,
    transposed: Bool, _ b: UnsafePointer<Float>, _ bStride: Int, _ alpha: Float,
    _ c: UnsafeMutablePointer<Float>, _ cBlock: Block
  ) {
    guard cBlock.rows > 0, cBlock.columns > 0 else { return }
    _ = singleThreaded
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans,
      blasint(cBlock.rows), blasint(cBlock.columns), blasint(aBlock.columns),
      alpha, a, blasint(max(1, aBlock.stride)), b, blasint(max(1, bStride)),
      0, c, blasint(max(1, cBlock.stride)))
  }

  /// y ← M · x by `cblas_sgemv`, for M of rows x columns; the shapes have been checked by the
  /// caller.
  static func gemv(
    _ m: UnsafePointer<Float>, rows: Int, columns: Int, _ x: UnsafePointer<Float>,
    _ y: UnsafeMutablePointer<Float>
  ) {
    guard rows > 0, columns > 0 else { return }
    _ = singleThreaded
    cblas_sgemv(
      CblasRowMajor, CblasNoTrans, blasint(rows), blasint(columns), 1, m, blasint(columns), x, 1,
      0, y, 1)
  }
}
