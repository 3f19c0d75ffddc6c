/// Decoding of UTF-8 that is known to be valid, as a `String`'s is.
enum UTF8Reader {
  /// The scalar that begins at `index`, and its length in bytes. Where the bytes are not UTF-8
  /// after all: U+FFFD, of length 1.
  static func scalar(in text: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
    let lead = text[index]
    let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    guard index + length <= text.count else { return ("\u{fffd}", 1) }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0xff >> UInt32(length + 1))
    for offset in 1..<max(1, length) {
      value = value << 6 | UInt32(text[index + offset] & 0x3f)
    }
    return Unicode.Scalar(value).map { ($0, length) } ?? ("\u{fffd}", 1)
  }
}
