/// A path as a key: equal where the bytes are.
///
/// `String` compares by canonical equivalence, so that two files whose names differ only in how an accent
/// is encoded (NFC, NFD) would be one. On disk they are two.
package struct PathKey: Sendable, Hashable, Comparable {
  private let bytes: [UInt8]

  package init(_ path: String) {
    bytes = Array(path.utf8)
  }

  package var path: String { String(decoding: bytes, as: UTF8.self) }

  package static func < (left: PathKey, right: PathKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
