/// One worker's memory for comparing queries with rows of signs: some rows at a time are unpacked to
/// floats of 1 and -1, and multiplied as such, which is faster than to pick single bits.
struct SignProduct {
  private let questions: Matrix
  private let columns: Int
  /// Unpacked rows: `rowsAtOnce` x columns.
  private var unpacked: [Float]
  /// questions x `rowsAtOnce`.
  private var products: [Float]

  /// An even number, as `FewRowsProduct` needs, of which 50 kB of floats stay in the caches.
  private static let rowsAtOnce = 32

  /// The eight floats that every byte stands for, one after another.
  private static let table: [Float] = (0..<256).flatMap { byte in
    (0..<8).map { bit in byte >> bit & 1 == 1 ? 1 : -1 }
  }

  /// - Precondition: `columns` is a multiple of 8, and `questions` has as many.
  init(questions: Matrix, columns: Int) {
    self.questions = questions
    self.columns = columns
    unpacked = Array(repeating: 0, count: Self.rowsAtOnce * columns)
    products = Array(repeating: 0, count: Self.rowsAtOnce * questions.rows)
  }

  /// Writes the largest scaled product of each question with a row of `codes` to `target`.
  mutating func run(_ codes: SignCodes, scale: Float, into target: UnsafeMutablePointer<Float>) {
    guard codes.rows > 0 else { return }
    for question in 0..<questions.rows { target[question] = -.infinity }
    var first = 0
    while first < codes.rows {
      let rows = min(Self.rowsAtOnce, codes.rows - first)
      unpack(codes, first, rows)
      multiply(rows: (rows + 1) & ~1)
      for question in 0..<questions.rows {
        let start = question * Self.rowsAtOnce
        for row in start..<(start + rows) {
          target[question] = max(target[question], products[row] * scale)
        }
      }
      first += rows
    }
  }

  private mutating func unpack(_ codes: SignCodes, _ first: Int, _ rows: Int) {
    let width = columns / 8
    codes.bytes.withUnsafeBufferPointer { bytes in
      Self.table.withUnsafeBufferPointer { table in
        unpacked.withUnsafeMutableBufferPointer { room in
          guard let bytes = bytes.baseAddress, let table = table.baseAddress,
            let room = room.baseAddress
          else { return }
          for index in 0..<(rows * width) {
            Vector(at: table + 8 * Int(bytes[first * width + index])).store(at: room + 8 * index)
          }
        }
      }
    }
  }

  private mutating func multiply(rows: Int) {
    questions.values.withUnsafeBufferPointer { questions in
      unpacked.withUnsafeBufferPointer { unpacked in
        products.withUnsafeMutableBufferPointer { products in
          guard let a = questions.baseAddress, let weights = unpacked.baseAddress,
            let c = products.baseAddress
          else { return }
          FewRowsProduct(
            a: a, aStride: columns, rows: self.questions.rows, weights: weights, columns: columns,
            c: c, cStride: Self.rowsAtOnce
          ).run(outputs: rows)
        }
      }
    }
  }
}
