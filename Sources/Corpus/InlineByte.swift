/// The bytes that may begin inline markup.
enum InlineByte {
  /// What may begin with a byte.
  enum Kind: UInt8 {
    case text, address, special
  }

  /// The kind of every byte.
  static let kinds: [Kind] = {
    var table = [Kind](repeating: .text, count: 256)
    for byte in "\\`<&![]*_~=#^|".utf8 { table[Int(byte)] = .special }
    for byte in "hHwW".utf8 { table[Int(byte)] = .address }
    return table
  }()
}
