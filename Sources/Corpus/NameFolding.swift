/// Names compared as people mean them: upper and lower case, `-`, `_` and white space folded.
package enum NameFolding {
  /// Whether two names are the same when they are folded.
  static func areAlike(_ left: String, _ right: String) -> Bool {
    left == right || folded(left) == folded(right)
  }

  package static func folded(_ name: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    var isPending = false
    var isASCII = true
    for byte in name.utf8 {
      if ByteClass.isBlank(byte) || byte == 0x2D || byte == 0x5F {
        isPending = !folded.isEmpty
        continue
      }
      if isPending { folded.append(0x20) }
      isPending = false
      if byte >= 0x80 { isASCII = false }
      folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    let text = String(decoding: folded, as: UTF8.self)
    return isASCII ? text : text.lowercased()
  }
}
