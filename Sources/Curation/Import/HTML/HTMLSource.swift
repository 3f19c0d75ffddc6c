/// The text of a page, made ready for the parser: comments, scripts, styles and drawings are taken out, and
/// pages whose elements are nested very deep are refused, since the parser is recursive and looks through
/// all open elements for each new one.
///
/// What the parser gets is what was counted, so that it makes at most as many levels.
struct HTMLSource {
  /// No page that somebody reads has so many levels.
  static let limit = 2_000

  /// Parts of formulas that show nothing, which are written with `/>` and would count as open.
  private static let empty: Set<String> = ["mspace", "none", "mprescripts", "malignmark"]
  private static let dropped: Set<String> = ["script", "style", "svg"]

  private(set) var text: [UInt8] = []
  /// What the page says of itself for machines: the texts of its scripts of type `application/ld+json`.
  private(set) var linkedData: [String] = []

  private let original: [UInt8]
  private var index = 0
  private var depth = 0

  /// - Throws: `ImportError.nestedTooDeep`.
  /// - Complexity: O(length).
  init(_ page: String) throws(ImportError) {
    original = Array(page.utf8)
    text.reserveCapacity(original.count)
    while index < original.count {
      step()
      if depth > Self.limit { throw .nestedTooDeep(limit: Self.limit) }
    }
  }

  private mutating func step() {
    guard let open = original[index...].firstIndex(of: 0x3C) else {
      keep(to: original.count)
      return
    }
    keep(to: open)
    if follows("<!--", at: open) {
      index = endOfComment(open)
      return
    }
    guard let tag = HTMLTag(original, at: open) else {
      keep(to: open + 1)
      return
    }
    if Self.dropped.contains(tag.name), !tag.isEnd, drop(tag) { return }
    if tag.closesItself, Self.empty.contains(tag.name) {
      index = tag.bytes.upperBound
      return
    }
    keep(to: tag.bytes.upperBound)
    count(tag)
  }

  private mutating func count(_ tag: HTMLTag) {
    guard !HTMLElementNames.void.contains(tag.name),
      !HTMLElementNames.closedByNext.contains(tag.name)
    else { return }
    depth = tag.isEnd ? max(0, depth - 1) : depth + 1
  }

  private mutating func keep(to end: Int) {
    text += original[index..<end]
    index = end
  }

  /// Leaves an element out; false where it has no end, or a drawing is one tag.
  private mutating func drop(_ tag: HTMLTag) -> Bool {
    if tag.name == "svg" { return dropDrawing(tag) }
    let start = tag.bytes.upperBound
    let end = find("</\(tag.name)", from: start)
    let opening = String(decoding: original[tag.bytes], as: UTF8.self).lowercased()
    if opening.contains("application/ld+json") {
      linkedData.append(String(decoding: original[start..<(end ?? original.count)], as: UTF8.self))
    }
    guard let end else {
      // Without an end everything belongs to it.
      index = original.count
      return true
    }
    index = HTMLTag(original, at: end)?.bytes.upperBound ?? original.count
    return true
  }

  private mutating func dropDrawing(_ tag: HTMLTag) -> Bool {
    if tag.closesItself {
      index = tag.bytes.upperBound
      return true
    }
    var open = 1
    var place = tag.bytes.upperBound
    while open > 0 {
      guard let next = original[place...].firstIndex(of: 0x3C) else { return false }
      guard let inner = HTMLTag(original, at: next) else {
        place = next + 1
        continue
      }
      if inner.name == "svg", !inner.closesItself { open += inner.isEnd ? -1 : 1 }
      place = inner.bytes.upperBound
    }
    index = place
    return true
  }

  /// `-->`, `--!>`, and at once `<!-->` and `<!--->`.
  private func endOfComment(_ open: Int) -> Int {
    var place = open + 4
    if follows(">", at: place) { return place + 1 }
    if follows("->", at: place) { return place + 2 }
    while let next = original[place...].firstIndex(of: 0x2D) {
      if follows("-->", at: next) { return next + 3 }
      if follows("--!>", at: next) { return next + 4 }
      place = next + 1
    }
    return original.count
  }

  private func follows(_ text: StaticString, at place: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= original.count else { return false }
    return text.withUTF8Buffer { original[place..<place + count].elementsEqual($0) }
  }

  /// Where `text`, in lower case, begins, whatever the case there.
  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var place = start
    while let next = original[place...].firstIndex(of: 0x3C) {
      let end = next + wanted.count
      guard end <= original.count else { return nil }
      let isFound = zip(original[next..<end], wanted).allSatisfy { byte, wanted in
        byte == wanted || ((0x41...0x5A).contains(byte) && byte | 0x20 == wanted)
      }
      if isFound { return next }
      place = next + 1
    }
    return nil
  }
}
