/// Unicode scalars read straight from UTF-8 bytes.
enum UTF8Scalar {
  /// Number of bytes of the well-formed sequence at `index`, 0 where there is none
  /// (Unicode 15, table 3-7).
  static func length(in bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    if lead < 0xC2 || lead > 0xF4 { return 0 }
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    if lead < 0xE0 { return continues(1) ? 2 : 0 }
    if lead < 0xF0 {
      let second: ClosedRange<UInt8> =
        lead == 0xE0 ? 0xA0...0xBF : (lead == 0xED ? 0x80...0x9F : 0x80...0xBF)
      return continues(1, second) && continues(2) ? 3 : 0
    }
    let second: ClosedRange<UInt8> =
      lead == 0xF0 ? 0x90...0xBF : (lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF)
    return continues(1, second) && continues(2) && continues(3) ? 4 : 0
  }

  /// The scalar at `index` of valid UTF-8 and its number of bytes; U+FFFD and 1 elsewhere.
  static func decode(_ bytes: [UInt8], at index: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    switch length(in: bytes, at: index) {
    case 2: return ((lead & 0x1F) << 6 | tail(1), 2)
    case 3: return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    case 4: return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    default: return (0xFFFD, 1)
    }
  }

  /// Whether a sequence starts at `index`, so that bytes may be cut before it.
  static func isBoundary(in bytes: [UInt8], at index: Int) -> Bool {
    index >= bytes.count || bytes[index] & 0xC0 != 0x80
  }
}
