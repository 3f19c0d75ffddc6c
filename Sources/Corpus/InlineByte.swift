/// The bytes that may begin inline markup.
enum InlineByte {
  private static let special: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\`<&![]*_~=#^hHwW|".utf8 { table[Int(byte)] = true }
    return table
  }()

  static func isSpecial(_ byte: UInt8) -> Bool { special[Int(byte)] }
}
