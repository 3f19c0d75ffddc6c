/// `[^name]: text` and `[^name]`.
enum FootnoteSyntax {
  /// Length of `[^name]:` at the beginning of `range`, 0 where there is none.
  static func definitionLength(_ text: [UInt8], _ range: Range<Int>) -> Int {
    let length = referenceLength(text, range)
    let next = range.lowerBound + length
    return length > 0 && next < range.upperBound && text[next] == 0x3A ? length + 1 : 0
  }

  /// Length of `[^name]` at the beginning of `range`, 0 where there is none.
  static func referenceLength(_ text: [UInt8], _ range: Range<Int>) -> Int {
    guard range.count > 3, text[range.lowerBound] == 0x5B, text[range.lowerBound + 1] == 0x5E else {
      return 0
    }
    var index = range.lowerBound + 2
    let end = min(range.upperBound, index + 100)
    while index < end, text[index] != 0x5D {
      if ByteClass.isBlank(text[index]) || text[index] == 0x5B { return 0 }
      index += 1
    }
    guard index < end, index > range.lowerBound + 2 else { return 0 }
    return index + 1 - range.lowerBound
  }
}
