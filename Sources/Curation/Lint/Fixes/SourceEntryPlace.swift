internal import Corpus

/// Where an entry of `sources:` is written, and how another path is written in its place.
struct SourceEntryPlace {
  let range: Range<Int>
  /// The sign that it is quoted with.
  private let quote: UInt8?

  /// `nil` where the entry is not found as it reads, or more than once.
  init?(_ reference: String, in bytes: [UInt8], _ extent: Range<Int>) {
    let wanted = Array(reference.utf8)
    guard !wanted.isEmpty else { return nil }
    var found: [Range<Int>] = []
    var index = extent.lowerBound
    while index + wanted.count <= extent.upperBound {
      let end = index + wanted.count
      if bytes[index..<end].elementsEqual(wanted), Self.begins(bytes, index, extent),
        Self.ends(bytes, end, extent)
      {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    guard found.count == 1 else { return nil }
    range = found[0]
    let before = range.lowerBound > extent.lowerBound ? bytes[range.lowerBound - 1] : 0
    let after = range.upperBound < extent.upperBound ? bytes[range.upperBound] : 0
    quote = before == after && (before == 0x22 || before == 0x27) ? before : nil
  }

  /// Behind a bracket, a comma, a quote, or the dash or colon and the space of an item.
  private static func begins(_ bytes: [UInt8], _ index: Int, _ extent: Range<Int>) -> Bool {
    var before = index - 1
    guard before >= extent.lowerBound else { return false }
    if [0x5B, 0x2C, 0x22, 0x27].contains(bytes[before]) { return true }
    guard bytes[before] == 0x20 || bytes[before] == 0x09 else { return false }
    while before >= extent.lowerBound, bytes[before] == 0x20 || bytes[before] == 0x09 {
      before -= 1
    }
    return before >= extent.lowerBound
      && [0x5B, 0x2C, 0x2D, 0x3A, 0x0A, 0x0D].contains(bytes[before])
  }

  private static func ends(_ bytes: [UInt8], _ index: Int, _ extent: Range<Int>) -> Bool {
    var next = index
    while next < extent.upperBound, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    guard next < extent.upperBound else { return true }
    return [0x5D, 0x2C, 0x22, 0x27, 0x0A, 0x0D].contains(bytes[next])
  }

  /// A path as it is written there; `nil` where that would need more than quotes.
  func text(for path: String) -> [UInt8]? {
    let bytes = Array(path.utf8)
    if let quote { return bytes.contains(quote) || bytes.contains(0x5C) ? nil : bytes }
    let isPlain = bytes.allSatisfy { byte in
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
        || [0x20, 0x2D, 0x2E, 0x2F, 0x5F, 0x28, 0x29].contains(byte)
    }
    if isPlain, bytes.first != 0x2D { return bytes }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) else {
      return nil
    }
    return [0x22] + bytes + [0x22]
  }
}
