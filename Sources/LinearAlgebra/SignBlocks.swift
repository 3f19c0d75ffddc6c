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
  private let base: UnsafePointer<UInt8>

  /// Bytes of a row of `columns` numbers, an even number.
  package static func width(columns: Int) -> Int { (columns + 15) / 16 * 2 }

  /// Bytes of a block of rows of `columns` numbers, a multiple of 64.
  package static func byteCount(columns: Int) -> Int {
    rowsPerBlock * (width(columns: columns) + MemoryLayout<Float>.size)
  }

  /// Looks at blocks that begin so many bytes into `file`.
  ///
  /// - Returns: `nil` where they do not lie within the file, or not as processors want them.
  package init?(file: MappedFile, offset: Int, blocks: Int, columns: Int) {
    let length = Self.byteCount(columns: columns)
    guard blocks >= 0, columns > 0, offset >= 0, offset % 64 == 0, offset <= file.count,
      blocks <= (file.count - offset) / length, Int(littleEndian: 1) == 1,
      let base = file.address(of: offset..<(offset + blocks * length))
    else { return nil }
    self.blocks = blocks
    self.file = file
    self.base = base.assumingMemoryBound(to: UInt8.self)
    width = Self.width(columns: columns)
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

  /// Rows that lie in consecutive blocks, and what is known of their products beforehand.
  package struct Run: Sendable {
    /// The first block.
    package let block: Int
    /// Number of rows.
    package let count: Int
    /// What is added to the rows' estimates.
    package let base: Float

    package init(block: Int, count: Int, base: Float) {
      self.block = block
      self.count = count
      self.base = base
    }
  }

  /// Offers the rows of several runs, at their places, 32 a block, with the estimates of their products.
  ///
  /// - Parameter isIncluded: Only asked for rows whose estimate is high enough.
  /// - Precondition: The question has as many numbers as the rows, and the runs lie in the blocks.
  package func offer(
    _ runs: ArraySlice<Run>, to best: inout Shortlist, _ question: Question,
    level: KernelLevel = .best, where isIncluded: ((Int) -> Bool)? = nil
  ) {
    let rows = Self.rowsPerBlock
    precondition(question.width == width, "a question of another width")
    for run in runs {
      precondition(
        run.block >= 0 && run.count >= 0 && run.block <= blocks
          && run.count <= (blocks - run.block) * rows, "\(run) of \(blocks) blocks")
    }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.step * rows) { scores in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.step * rows) { places in
        guard let scores = scores.baseAddress, let places = places.baseAddress else { return }
        for index in runs.indices {
          let next = index + 1 < runs.endIndex ? runs[index + 1].block : runs[index].block
          for done in stride(from: 0, to: runs[index].count, by: Self.step * rows) {
            let part = Run(
              block: runs[index].block + done / rows,
              count: min(Self.step * rows, runs[index].count - done), base: runs[index].base)
            let isLast = done + part.count == runs[index].count
            score(part, question, following: isLast ? next : part.block + Self.step, level, scores)
            let found = kernels_reaching(
              level.level, scores, part.count, best.threshold, places)
            for place in 0..<found {
              let place = Int(places[place])
              let index = part.block * rows + place
              guard scores[place] >= best.threshold, isIncluded?(index) ?? true else { continue }
              best.offer(scores[place], at: index)
            }
          }
        }
      }
    }
    withExtendedLifetime(file) {}
  }

  /// Blocks whose scores are selected from at once.
  private static let step = 8

  private func score(
    _ run: Run, _ question: Question, following: Int, _ level: KernelLevel,
    _ scores: UnsafeMutablePointer<Float>
  ) {
    let rows = Self.rowsPerBlock
    let length = rows * (width + MemoryLayout<Float>.size)
    question.tables.withUnsafeBufferPointer { tables in
      guard let tables = tables.baseAddress else { return }
      kernels_block_scores(
        level.level, base + run.block * length, (run.count + rows - 1) / rows, width,
        base + following * length, tables, run.base, question.scale, question.offset, scores)
    }
  }
}
