extension InlineScanner {
  /// Tags that stand within a word or sentence; all others separate words.
  private static let inlineTags: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
  ]

  /// `<https://…>`, a comment, a tag, or a plain `<`.
  mutating func readAngle(_ index: Int) -> Int {
    guard index + 2 < end else { return index + 1 }
    let next = marked.bytes[index + 1]
    if next == 0x21 || next == 0x3F { return readDeclaration(index) }
    if let close = autolinkEnd(index) {
      marked.mark(index..<index + 1, .drop)
      marked.mark(close..<close + 1, .drop)
      markURL(index + 1..<close)
      marked.forbidCuts(within: index..<close + 1)
      return close + 1
    }
    let isEnd = next == 0x2F
    let nameStart = index + (isEnd ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < end, nameEnd - nameStart < 32,
      ByteClass.isLetterOrDigit(marked.bytes[nameEnd]) || marked.bytes[nameEnd] == 0x2D
    {
      nameEnd += 1
    }
    guard nameEnd > nameStart, ByteClass.isLetter(marked.bytes[nameStart]), nameEnd < end,
      let close = tagEnd(nameEnd)
    else { return index + 1 }
    let name = String(decoding: marked.bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
    marked.mark(index..<close + 1, Self.inlineTags.contains(name) ? .drop : .space)
    marked.forbidCuts(within: index..<close + 1)
    if !isEnd, name == "script" || name == "style" { return skipVerbatim(name, close + 1) }
    return close + 1
  }

  /// `<!-- … -->`, `<?…?>` and `<!…>`.
  private mutating func readDeclaration(_ index: Int) -> Int {
    let isComment = follows("<!--", at: index)
    let isInstruction = marked.bytes[index + 1] == 0x3F
    if isComment {
      guard !isWithoutCommentEnd else { return index + 4 }
      var search = index + 4
      while let close = find(0x3E, from: search) {
        if close >= index + 6, marked.bytes[close - 1] == 0x2D, marked.bytes[close - 2] == 0x2D {
          marked.mark(index..<close + 1, .space)
          return close + 1
        }
        search = close + 1
      }
      isWithoutCommentEnd = true
      return index + 4
    }
    guard isInstruction || ByteClass.isLetter(marked.bytes[index + 2]),
      let close = find(0x3E, from: index + 2),
      !isInstruction || marked.bytes[close - 1] == 0x3F
    else { return index + 1 }
    marked.mark(index..<close + 1, .space)
    return close + 1
  }

  /// Where `<scheme:…>` or `<name@host>` ends.
  private func autolinkEnd(_ index: Int) -> Int? {
    var next = index + 1
    var marks = 0
    while next < end, next - index < 2_000 {
      let byte = marked.bytes[next]
      if byte == 0x3E { break }
      if ByteClass.isBlank(byte) || byte == 0x3C { return nil }
      if byte == 0x3A || byte == 0x40 { marks += 1 }
      next += 1
    }
    guard next < end, marked.bytes[next] == 0x3E, marks > 0 else { return nil }
    let text = String(decoding: marked.bytes[index + 1..<next], as: UTF8.self)
    let isMail = text.utf8.contains(0x40) && !text.utf8.contains(0x2F)
    return LinkTarget.isExternal(text) || isMail ? next : nil
  }

  /// Where a tag ends: at the first `>` that is not quoted.
  private mutating func tagEnd(_ index: Int) -> Int? {
    let first = marked.bytes[index]
    guard ByteClass.isBlank(first) || first == 0x3E || first == 0x2F else { return nil }
    var next = index
    while next < end {
      let byte = marked.bytes[next]
      switch byte {
      case 0x3E: return next
      case 0x3C: return nil
      case 0x22, 0x27:
        guard let close = find(byte, from: next + 1) else { return nil }
        next = close + 1
      default: next += 1
      }
    }
    return nil
  }

  /// Leaves out what stands between `<script>` or `<style>` and its end.
  private mutating func skipVerbatim(_ name: String, _ index: Int) -> Int {
    var search = index
    while let open = find(0x3C, from: search) {
      let isEnd = name == "script" ? follows("</script", at: open) : follows("</style", at: open)
      if isEnd {
        marked.mark(index..<open, .drop)
        return open
      }
      search = open + 1
    }
    marked.mark(index..<end, .drop)
    return end
  }
}
