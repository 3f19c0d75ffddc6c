internal import CKernels

/// Self-attention with several heads (Vaswani et al. 2017, "Attention Is All You Need", section 3.2).
extension Kernels {
  /// For each head: context ← softmax(Q · Kᵀ / √d) · V, over the tokens of one text.
  /// Complexity: O(tokens² · heads · d).
  ///
  /// - Parameters:
  ///   - queryKeyValue: A row a token: the queries of all heads, then the keys, then the values.
  ///   - tokens: The rows that belong to the text.
  ///   - scratch: Memory to work in, a list for each thread that takes part; grows as it is needed.
  ///   - context: A row a token: what the heads gathered, side by side.
  package static func attention(
    _ queryKeyValue: borrowing Span<Float>, tokens: Range<Int>, heads: Int, headDimensions: Int,
    scratch: inout [Float], into context: inout MutableSpan<Float>, level: KernelLevel = .best,
    crew: Crew = .alone
  ) {
    let width = heads * headDimensions
    Block(offset: tokens.lowerBound * width * 3, rows: tokens.count, columns: width * 3)
      .check(within: queryKeyValue.count)
    Block(offset: tokens.lowerBound * width, rows: tokens.count, columns: width)
      .check(within: context.count)
    guard !tokens.isEmpty else { return }
    let room = kernels_attention_scratch(tokens.count, headDimensions)
    if scratch.count < room * heads {
      scratch = [Float](repeating: 0, count: room * heads)
    }
    queryKeyValue.withUnsafeBufferPointer { x in
      context.withUnsafeMutableBufferPointer { y in
        scratch.withUnsafeMutableBufferPointer { scratch in
          guard let x = x.baseAddress, let y = y.baseAddress, let scratch = scratch.baseAddress
          else { return }
          let (from, to) = (x + tokens.lowerBound * width * 3, y + tokens.lowerBound * width)
          // The heads write to disjoint columns, and begin at different places of the scratch memory.
          crew.share(heads, multipleOf: 1) { part in
            kernels_attention(
              level.level, from, tokens.count, heads, headDimensions, part.lowerBound,
              part.upperBound, scratch + part.lowerBound * room, to)
          }
        }
      }
    }
  }
}
