/// Rows of numbers of which only the signs are kept, one bit a number: what is left of a vector of
/// 384 floats is 48 bytes.
///
/// The angle between a vector and a question still shows in the signs: for random directions the
/// share of bits that agree is 1 - angle / π (Charikar 2002, "Similarity Estimation Techniques from
/// Rounding Algorithms"). Here only one side is reduced; the question keeps its numbers.
public struct SignCodes: Sendable, Hashable {
  /// Number of rows.
  public let rows: Int
  /// Number of signs of a row.
  public let columns: Int
  /// `rows * bytesPerRow(columns)` bytes, row after row; bit `c % 8` of byte `c / 8` is set where the
  /// number of column `c` is not negative, and in the bits that fill up the last byte.
  public let bytes: [UInt8]

  /// Takes over bytes in the order that `bytes` has.
  ///
  /// - Precondition: `bytes` has the length of `rows` rows.
  public init(rows: Int, columns: Int, bytes: [UInt8]) {
    precondition(
      bytes.count == rows * Self.bytesPerRow(columns),
      "\(bytes.count) bytes for the signs of \(rows) x \(columns)")
    self.rows = rows
    self.columns = columns
    self.bytes = bytes
  }

  /// The signs of the block's rows. Complexity: O(rows · columns).
  package init(of values: borrowing Span<Float>, _ block: Block) {
    block.check(within: values.count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(block.rows * Self.bytesPerRow(block.columns))
    for row in 0..<block.rows {
      let start = block.offset + row * block.stride
      for first in stride(from: 0, to: block.columns, by: 8) {
        var byte: UInt8 = 0
        for bit in 0..<8 {
          let column = first + bit
          let isNegative = column < block.columns && values[start + column] < 0
          byte |= (isNegative ? 0 : 1) << UInt8(bit)
        }
        bytes.append(byte)
      }
    }
    self.init(rows: block.rows, columns: block.columns, bytes: bytes)
  }

  /// Length of a row in bytes.
  public static func bytesPerRow(_ columns: Int) -> Int { (columns + 7) / 8 }
}
