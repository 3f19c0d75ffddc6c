internal import CKernels

/// Rows of 8-bit integers with a scale each, in a mapped file: what is left of rows of floats where their
/// products with a question need only be known to within a few thousandths.
package struct CodeRows: @unchecked Sendable {
  // Unchecked: the memory is mapped read-only, and `file` keeps it alive.

  /// Number of rows.
  package let rows: Int
  /// Bytes of a row.
  package let width: Int
  private let file: MappedFile
  private let codes: UnsafePointer<Int8>
  private let scales: UnsafePointer<Float>

  /// Bytes of a row of `columns` numbers; those that fill it up are 0.
  package static func width(columns: Int) -> Int {
    QuantizedMatrix.padded(columns, to: Int(KERNELS_CODE_STEP))
  }

  /// Looks at rows whose codes and scales begin so many bytes into `file`.
  ///
  /// - Returns: `nil` where they do not lie within the file, or not as processors want them.
  package init?(file: MappedFile, codes: Int, scales: Int, rows: Int, columns: Int) {
    let width = Self.width(columns: columns)
    guard rows >= 0, columns > 0, codes >= 0, codes % 64 == 0, scales >= 0, scales % 4 == 0,
      codes <= file.count, rows <= (file.count - codes) / width,
      scales <= file.count, rows <= (file.count - scales) / 4, Int(littleEndian: 1) == 1,
      let codeStart = file.address(of: codes..<(codes + rows * width)),
      let scaleStart = file.address(of: scales..<(scales + rows * 4))
    else { return nil }
    self.rows = rows
    self.width = width
    self.file = file
    self.codes = codeStart.assumingMemoryBound(to: Int8.self)
    self.scales = scaleStart.assumingMemoryBound(to: Float.self)
  }

  /// A question rounded to 8 bits, as rows of codes are multiplied with it.
  package struct Question: Sendable {
    private(set) var numbers: [Int8]
    let scale: Float

    /// Complexity: O(`values.count`).
    package init(_ values: [Float]) {
      numbers = [Int8](repeating: 0, count: CodeRows.width(columns: values.count))
      let largest = values.reduce(Float(0)) { max($0, abs($1)) }
      let factor = largest > 0 ? 127 / largest : 0
      scale = largest / 127
      for (column, value) in values.enumerated() {
        let rounded = (value * factor).rounded(.toNearestOrEven)
        numbers[column] = rounded.isFinite ? Int8(max(-127, min(127, rounded))) : 0
      }
    }
  }

  /// The approximate products of all rows with the question.
  ///
  /// - Precondition: The question has as many numbers as the rows.
  /// - Complexity: O(rows · columns).
  package func products(_ question: Question, level: KernelLevel = .best) -> [Float] {
    precondition(question.numbers.count == width, "a question of another width")
    return [Float](unsafeUninitializedCapacity: rows) { room, count in
      room.initialize(repeating: 0)
      count = rows
      question.numbers.withUnsafeBufferPointer { numbers in
        guard let numbers = numbers.baseAddress, let target = room.baseAddress else { return }
        kernels_code_scores(
          level.level, codes, scales, rows, width, numbers, 0, question.scale, target)
      }
      withExtendedLifetime(file) {}
    }
  }
}

extension CodeRows {
  /// Codes and scales of rows of floats, as a file keeps them.
  package struct Rounded: Sendable {
    /// `CodeRows.width(columns:)` bytes a row.
    package let codes: [UInt8]
    package let scales: [Float]

    /// Complexity: O(rows · columns).
    package init(_ matrix: Matrix) {
      let width = CodeRows.width(columns: matrix.columns)
      let rows = matrix.rows
      var scales = [Float](repeating: 0, count: rows)
      codes = [UInt8](unsafeUninitializedCapacity: rows * width) { room, count in
        room.initialize(repeating: 0)
        count = rows * width
        matrix.values.withUnsafeBufferPointer { values in
          scales.withUnsafeMutableBufferPointer { scales in
            guard let values = values.baseAddress, let codes = room.baseAddress,
              let scales = scales.baseAddress
            else { return }
            codes.withMemoryRebound(to: Int8.self, capacity: rows * width) { codes in
              kernels_round_rows(
                KernelLevel.best.level, values, matrix.columns, rows, matrix.columns, codes,
                width, scales)
            }
          }
        }
      }
      self.scales = scales
    }
  }
}
