#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The order of terms: byte by byte, a beginning before what goes on.
enum ByteOrder {
  /// Below 0 where `left` comes first, 0 where both are equal.
  @inline(__always)
  static func order(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    if let first = left.baseAddress, let second = right.baseAddress {
      let order = memcmp(first, second, min(left.count, right.count))
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }

  @inline(__always)
  static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    left.count == right.count && order(left, right) == 0
  }
}
