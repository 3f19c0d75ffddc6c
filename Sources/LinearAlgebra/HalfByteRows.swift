internal import CKernels

/// Rows of integers of -7 ... 7 with a scale each, in a mapped file: an eighth of the rows, from which their
/// products with a question are known to within about a hundredth.
package struct HalfByteRows: @unchecked Sendable {
  // Unchecked: the memory is mapped read-only, and `file` keeps it alive.

  /// Number of rows.
  package let rows: Int
  private let width: Int
  private let file: MappedFile
  private let codes: UnsafePointer<UInt8>
  private let scales: UnsafePointer<Float>

  /// Bytes of a row of `columns` numbers.
  package static func byteCount(columns: Int) -> Int { CodeRows.width(columns: columns) / 2 }

  /// Looks at rows whose codes and scales begin so many bytes into `file`.
  ///
  /// - Returns: `nil` where they do not lie within the file, or not as processors want them.
  package init?(file: MappedFile, codes: Int, scales: Int, rows: Int, columns: Int) {
    let length = Self.byteCount(columns: columns)
    guard rows >= 0, rows < 1 << 32, columns > 0, codes >= 0, scales >= 0, scales % 4 == 0,
      codes <= file.count, rows <= (file.count - codes) / length,
      scales <= file.count, rows <= (file.count - scales) / 4, Int(littleEndian: 1) == 1,
      let codeStart = file.address(of: codes..<(codes + rows * length)),
      let scaleStart = file.address(of: scales..<(scales + rows * 4))
    else { return nil }
    self.rows = rows
    self.file = file
    self.codes = codeStart.assumingMemoryBound(to: UInt8.self)
    self.scales = scaleStart.assumingMemoryBound(to: Float.self)
    width = CodeRows.width(columns: columns)
  }

  /// Adds to `scores` the approximate products of a question with the rows at `places`.
  ///
  /// - Precondition: The places lie in `0 ..< rows`, there is a score for each, and the question has as many
  ///   numbers as the rows.
  /// - Complexity: O(places · columns), on so many cores.
  package func addProducts(
    _ question: CodeRows.Question, at places: [UInt32], to scores: inout [Float],
    cores: Int = Parallel.cores, level: KernelLevel = .best
  ) {
    precondition(question.numbers.count == width, "a question of another width")
    precondition(places.count == scores.count && places.allSatisfy { $0 < rows })
    places.withUnsafeBufferPointer { placeList in
      scores.withUnsafeMutableBufferPointer { scoreList in
        question.numbers.withUnsafeBufferPointer { numberList in
          guard let first = placeList.baseAddress, let second = scoreList.baseAddress,
            let third = numberList.baseAddress
          else { return }
          nonisolated(unsafe) let (places, scores, numbers) = (first, second, third)
          // The parts write to disjoint ranges of the scores, and all have ended when this returns.
          Parallel.inParts(
            of: placeList.count, multipleOf: 256, parts: cores,
            { part in
              kernels_half_byte_scores(
                level.level, codes, scales, places + part.lowerBound, part.count, width, numbers,
                question.scale, scores + part.lowerBound)
            })
        }
      }
    }
    withExtendedLifetime(file) {}
  }
}
