internal import CKernels
internal import LinearAlgebra

extension KernelLevel {
  /// The level for the kernels of postings.
  var postings: kernels_level {
    switch self {
    case .portable, .neonDot: KERNELS_PORTABLE
    case .avx2, .avxVNNI, .avx512VNNI: KERNELS_AVX2
    }
  }
}
