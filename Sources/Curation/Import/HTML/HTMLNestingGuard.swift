/// Refuses pages whose elements are nested so deep that the parser, which is recursive and looks through
/// all open elements for each new one, would take too much of the stack or of time.
///
/// Counts at least as many levels as the parser will make.
struct HTMLNestingGuard {
  static let limit = 2_000

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  /// Within a drawing or a formula, `/>` ends an element.
  private var isForeign = false

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// - Throws: `ImportError.nestedTooDeep`.
  /// - Complexity: O(length).
  static func check(_ text: String) throws(ImportError) {
    var guarding = HTMLNestingGuard(text)
    while guarding.index < guarding.bytes.count {
      guarding.step()
      if guarding.depth > limit { throw .nestedTooDeep(limit: limit) }
    }
  }

  private mutating func step() {
    guard let open = find([0x3C], from: index) else {
      index = bytes.count
      return
    }
    if follows("!--", at: open + 1) {
      // `<!-->` ends at once.
      index = find(Array("->".utf8), from: open + 3).map { $0 + 2 } ?? bytes.count
      return
    }
    let isEnd = follows("/", at: open + 1)
    let start = open + (isEnd ? 2 : 1)
    var end = start
    while end < bytes.count, end - start < 32, isNameByte(bytes[end]) { end += 1 }
    index = max(end, open + 1)
    guard end > start else { return }
    visit(String(decoding: bytes[start..<end], as: UTF8.self).lowercased(), isEnd: isEnd)
  }

  private mutating func visit(_ name: String, isEnd: Bool) {
    if name == "svg" || name == "math" {
      isForeign = !isEnd
    } else if isForeign, HTMLElementNames.blocks.contains(name) || Self.leaving.contains(name) {
      isForeign = false
    }
    if !isForeign, !isEnd, name == "script" || name == "style" {
      index = find(Array("</\(name)".utf8), from: index) ?? bytes.count
      return
    }
    guard !HTMLElementNames.void.contains(name), !HTMLElementNames.closedByNext.contains(name)
    else {
      return
    }
    if isEnd {
      depth = max(0, depth - 1)
    } else if !(isForeign && isSelfClosing()) {
      depth += 1
    }
  }

  /// Names that lead out of a drawing, apart from blocks.
  private static let leaving: Set<String> = [
    "b", "big", "br", "code", "em", "embed", "font", "i", "img", "listing", "meta", "nobr", "ruby",
    "s",
    "small", "span", "strong", "strike", "sub", "sup", "tt", "u", "var",
  ]

  private func isSelfClosing() -> Bool {
    guard let end = find([0x3E], from: index), end > 0 else { return false }
    return bytes[end - 1] == 0x2F
  }

  /// Where `text` (in lower case) begins, from `start` on.
  private func find(_ text: [UInt8], from start: Int) -> Int? {
    guard let first = text.first, start < bytes.count else { return nil }
    var place = start
    while let next = bytes[place...].firstIndex(of: first) {
      let end = next + text.count
      guard end <= bytes.count else { return nil }
      if zip(bytes[next..<end], text).allSatisfy({ $0 == $1 || ($0 | 0x20) == $1 }) { return next }
      place = next + 1
    }
    return nil
  }

  private func follows(_ text: String, at place: Int) -> Bool {
    place <= bytes.count && bytes[place...].starts(with: text.utf8)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D
  }
}
