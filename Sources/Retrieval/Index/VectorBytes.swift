internal import Foundation

/// Vectors as SQLite has them: 32-bit floats, little-endian.
enum VectorBytes {
  static func bytes(of values: ArraySlice<Float>) -> Data {
    values.map(\.bitPattern.littleEndian).withUnsafeBytes { Data($0) }
  }

  /// The numbers of a blob, of which it has a whole number.
  static func floats(in bytes: Data) -> [Float] {
    var numbers = [UInt32](repeating: 0, count: bytes.count / 4)
    numbers.withUnsafeMutableBytes { _ = bytes.copyBytes(to: $0, count: $0.count) }
    return numbers.map { Float(bitPattern: UInt32(littleEndian: $0)) }
  }
}
