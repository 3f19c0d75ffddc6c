internal import CKernels

/// The instructions that the integer kernels use. Every level computes the same integers.
package enum KernelLevel: String, CaseIterable, Sendable {
  case portable, avx2, avxVNNI, avx512VNNI, neonDot

  /// The fastest one of this processor.
  package static let best =
    allCases.first { $0.level == kernels_best_level() } ?? .portable

  /// Those that this processor can run.
  package static var supported: [KernelLevel] {
    allCases.filter { kernels_supports($0.level) != 0 }
  }

  var level: kernels_level {
    switch self {
    case .portable: KERNELS_PORTABLE
    case .avx2: KERNELS_AVX2
    case .avxVNNI: KERNELS_AVX_VNNI
    case .avx512VNNI: KERNELS_AVX512_VNNI
    case .neonDot: KERNELS_NEON_DOT
    }
  }
}
