/// Tells text that is not UTF-8 at all from text with a few bad bytes.
enum TextEncoding {
  /// What the file is instead of text in UTF-8, in words; `nil` where it may be read.
  static func foreign(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let head = bytes.span.extracting(first: 4_096)
    guard head.count >= 4 else { return nil }
    var least: UInt8 = 0xFF
    for index in head.indices { least = min(least, head[index]) }
    guard least == 0 else { return nil }
    var even = 0
    var odd = 0
    for index in head.indices where head[index] == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    // Text in a Latin script has a NUL in nearly every second byte.
    let half = head.count / 2
    if odd * 10 >= half * 7, even * 10 < half { return "UTF-16" }
    if even * 10 >= half * 7, odd * 10 < half { return "UTF-16" }
    return nil
  }
}
