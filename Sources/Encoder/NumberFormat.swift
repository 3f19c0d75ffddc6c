/// How a matrix's numbers lie in a file, row after row.
enum NumberFormat: Sendable {
  case float32
  case float16
  case bfloat16
  /// Blocks of 32 numbers in 18 bytes: a scale as binary16, then 4 bits a number, of which the lower ones
  /// of 16 bytes are the first 16 numbers, and the upper ones the last. A number is (bits - 8) · scale.
  case blocks4

  /// Bytes of a row of `columns` numbers, nil where a row cannot have so many.
  func rowBytes(columns: Int) -> Int? {
    switch self {
    case .float32: columns * 4
    case .float16, .bfloat16: columns * 2
    case .blocks4: columns % Self.blockNumbers == 0 ? columns / 32 * Self.blockBytes : nil
    }
  }

  private static let blockNumbers = 32
  private static let blockBytes = 18

  /// Writes the numbers of a row to `target`, from index `offset` on.
  ///
  /// - Precondition: `bytes` are those of a row, and the row fits.
  func decode(
    _ bytes: borrowing Span<UInt8>, to target: inout MutableSpan<Float>, at offset: Int
  ) {
    switch self {
    case .float32:
      for index in 0..<(bytes.count / 4) {
        let high = UInt32(Self.half(bytes, 4 * index + 2))
        target[offset + index] = Float(
          bitPattern: high << 16 | UInt32(Self.half(bytes, 4 * index)))
      }
    case .float16:
      for index in 0..<(bytes.count / 2) {
        target[offset + index] = HalfPrecision.float(Self.half(bytes, 2 * index))
      }
    case .bfloat16:
      for index in 0..<(bytes.count / 2) {
        target[offset + index] = Float(
          bitPattern: UInt32(Self.half(bytes, 2 * index)) << 16)
      }
    case .blocks4:
      for block in 0..<(bytes.count / Self.blockBytes) {
        Self.decode(bytes, block, to: &target, at: offset + block * Self.blockNumbers)
      }
    }
  }

  private static func decode(
    _ bytes: borrowing Span<UInt8>, _ block: Int, to target: inout MutableSpan<Float>,
    at offset: Int
  ) {
    let start = block * blockBytes
    let scale = HalfPrecision.float(half(bytes, start))
    for index in 0..<(blockNumbers / 2) {
      let byte = bytes[start + 2 + index]
      target[offset + index] = Float(Int32(byte & 15) - 8) * scale
      target[offset + index + blockNumbers / 2] = Float(Int32(byte >> 4) - 8) * scale
    }
  }

  private static func half(_ bytes: borrowing Span<UInt8>, _ index: Int) -> UInt16 {
    UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
  }
}
