internal import CKernels

/// Signs of rows in a mapped file, in blocks of 32 rows, each row with a factor: a thirtieth of the rows, from
/// which their products with a question can be estimated.
///
/// For a row x, a centre c and d = x - c, the product q · d is estimated by |d|² / Σ|dᵢ| times the sum of
/// q's numbers with the signs of d (Gao and Long 2024, "RaBitQ: Quantizing High-Dimensional Vectors with a
/// Theoretical Error Bound", without the rotation, which embeddings did not need). For 384 numbers the
/// estimate is off by about 0.035 · |d|.
package struct SignBlocks: @unchecked Sendable {
  // Unchecked: the memory is mapped read-only, and `file` keeps it alive.

  /// Rows of a block.
  package static let rowsPerBlock = Int(KERNELS_BLOCK)

  /// Number of blocks.
  package let blocks: Int
  /// Bytes of a row.
  package let width: Int
  private let file: MappedFile
  private let codes: UnsafePointer<UInt8>
  private let factors: UnsafePointer<Float>

  /// Bytes of a row of `columns` numbers, an even number.
  package static func width(columns: Int) -> Int { (columns + 15) / 16 * 2 }

  /// Looks at blocks whose codes and factors begin so many bytes into `file`.
  ///
  /// - Returns: `nil` where they do not lie within the file, or not as processors want them.
  package init?(file: MappedFile, codes: Int, factors: Int, blocks: Int, columns: Int) {
    let width = Self.width(columns: columns)
    let rows = Self.rowsPerBlock
    guard blocks >= 0, blocks < 1 << 40, columns > 0, codes >= 0, factors >= 0, factors % 4 == 0,
      codes <= file.count, blocks <= (file.count - codes) / (rows * width),
      factors <= file.count, blocks <= (file.count - factors) / (rows * 4),
      Int(littleEndian: 1) == 1,
      let codeStart = file.address(of: codes..<(codes + blocks * rows * width)),
      let factorStart = file.address(of: factors..<(factors + blocks * rows * 4))
    else { return nil }
    self.blocks = blocks
    self.width = width
    self.file = file
    self.codes = codeStart.assumingMemoryBound(to: UInt8.self)
    self.factors = factorStart.assumingMemoryBound(to: Float.self)
  }

  /// Sums of a question's numbers, ready to be looked up by four signs at a time.
  package struct Question: Sendable {
    fileprivate var tables: [UInt8]
    fileprivate var scale: Float = 0
    fileprivate var offset: Float = 0
    fileprivate let width: Int

    /// Complexity: O(`values.count`).
    package init(_ values: [Float]) {
      width = SignBlocks.width(columns: values.count)
      tables = [UInt8](repeating: 0, count: 64 * width)
      let (count, width) = (values.count, width)
      tables.withUnsafeMutableBufferPointer { tables in
        values.withUnsafeBufferPointer { values in
          guard let values = values.baseAddress, let target = tables.baseAddress else { return }
          kernels_sign_tables(values, count, width, target, &scale, &offset)
        }
      }
    }
  }

  /// Offers the first `count` rows of the blocks from `first` on, at their places, 32 a block, with `base`
  /// plus their estimated product.
  ///
  /// - Parameter isIncluded: Only asked for rows whose estimate is high enough.
  /// - Precondition: The question has as many numbers as the rows, and there are so many rows.
  package func offer(
    _ count: Int, from first: Int, to best: inout TopK, _ question: Question, base: Float,
    level: KernelLevel = .best, where isIncluded: ((Int) -> Bool)? = nil
  ) {
    let rows = Self.rowsPerBlock
    precondition(question.width == width, "a question of another width")
    precondition(
      first >= 0 && count >= 0 && first <= blocks && count <= (blocks - first) * rows,
      "\(count) rows from block \(first) of \(blocks)")
    let step = 8
    withUnsafeTemporaryAllocation(of: Float.self, capacity: step * rows) { scores in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: step * rows) { places in
        question.tables.withUnsafeBufferPointer { tables in
          guard let scores = scores.baseAddress, let places = places.baseAddress,
            let tables = tables.baseAddress
          else { return }
          for done in stride(from: 0, to: count, by: step * rows) {
            let block = first + done / rows
            let some = min(step * rows, count - done)
            kernels_block_scores(
              level.level, codes + block * rows * width, factors + block * rows,
              (some + rows - 1) / rows, width, tables, base, question.scale, question.offset,
              scores)
            let found = kernels_reaching(level.level, scores, some, best.threshold, places)
            for place in 0..<found {
              let place = Int(places[place])
              let index = block * rows + place
              guard scores[place] >= best.threshold, isIncluded?(index) ?? true else { continue }
              best.offer(scores[place], at: index)
            }
          }
        }
      }
    }
    withExtendedLifetime(file) {}
  }
}

extension SignBlocks {
  /// Signs and factors of the rows of some blocks, as a file keeps them.
  package struct Rounded: Sendable {
    package var codes: [UInt8]
    package var factors: [Float]
  }
}
