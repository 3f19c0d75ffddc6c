/// One entry of a safetensors header: what a tensor is and where its numbers lie.
struct Tensor: Sendable, Equatable {
  /// Number format.
  let type: TensorType
  /// Sizes, the slowest first.
  let shape: [Int]
  /// Where its numbers lie, in bytes from the start of the file.
  let bytes: Range<Int>
}
