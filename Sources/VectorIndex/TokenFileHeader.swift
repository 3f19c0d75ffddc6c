/// The numbers in the header of a file of tokens, and where its parts lie.
///
/// Header, the codes of all tokens row by row, zeros up to a multiple of 64, for each row where its codes
/// end (64-bit, counted from the first code), digests. The rows are those of the file of vectors.
struct TokenFileHeader: Sendable, Equatable {
  static let magic = "FNTOKE02"
  static let count = 6
  static let codesStart = FileHeader.length

  var generation: Int
  var dimensions: Int
  var rows: Int
  /// Bytes of all codes.
  var bytes: Int
  var digests: Int
  var length: Int

  var endsStart: Int { (Self.codesStart + bytes + 63) / 64 * 64 }

  var numbers: [Int] { [generation, dimensions, rows, bytes, digests, length] }
}

extension TokenFileHeader {
  /// Reads the numbers; `nil` where the file's parts cannot lie as they say.
  init?(_ numbers: [Int]) {
    self.init(
      generation: numbers[0], dimensions: numbers[1], rows: numbers[2], bytes: numbers[3],
      digests: numbers[4], length: numbers[5])
    guard (1...65_536).contains(dimensions), (0..<(1 << 32)).contains(rows),
      (0..<(1 << 50)).contains(bytes), endsStart + rows * 8 == digests, digests <= length
    else { return nil }
  }
}
