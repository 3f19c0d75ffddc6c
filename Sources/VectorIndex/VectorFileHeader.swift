/// The numbers in the header of a file of vectors, and where its parts lie.
///
/// Header, zeros up to 4,096, vectors row by row (32-bit floats), the rows' ids (64-bit), digests.
struct VectorFileHeader: Sendable, Equatable {
  static let magic = "FNVECT02"
  static let count = 8
  static let vectorsStart = 4096

  var generation: Int
  var content: Int
  var dimensions: Int
  var rows: Int
  var firstID: Int64
  var lastID: Int64
  var digests: Int
  var length: Int

  var idsStart: Int { Self.vectorsStart + (rows * dimensions * 4 + 63) / 64 * 64 }

  var numbers: [Int] {
    [generation, content, dimensions, rows, Int(firstID), Int(lastID), digests, length]
  }
}

extension VectorFileHeader {
  /// Reads the numbers; `nil` where the file's parts cannot lie as they say.
  init?(_ numbers: [Int]) {
    self.init(
      generation: numbers[0], content: numbers[1], dimensions: numbers[2], rows: numbers[3],
      firstID: Int64(numbers[4]), lastID: Int64(numbers[5]), digests: numbers[6],
      length: numbers[7])
    guard (1...65_536).contains(dimensions), (0..<(1 << 32)).contains(rows),
      rows == 0 || firstID <= lastID, idsStart + rows * 8 == digests, digests <= length
    else { return nil }
  }
}
