extension InlineScanner {
  /// Longer link texts are not copied in full.
  private static let maximumShownLength = 400

  mutating func readOpenBracket(_ index: Int) -> Int {
    if let next = readWikilink(index, isEmbed: false) { return next }
    let footnote = FootnoteSyntax.referenceLength(marked.bytes, index..<end)
    if footnote > 0 {
      marked.mark(index..<index + footnote, .drop)
      findings.extras.append(InlineExtra(kind: .footnote, bytes: index..<index + footnote))
      return index + footnote
    }
    if !brackets.isEmpty { brackets[brackets.count - 1].holdsBrackets = true }
    brackets.append(Bracket(position: index, isImage: false))
    return index + 1
  }

  mutating func readCloseBracket(_ index: Int) -> Int {
    if index == wikilinkEnd {
      wikilinkEnd = -1
      return index + 2
    }
    guard let opener = brackets.popLast() else { return index + 1 }
    let isActive = opener.isImage || brackets.count >= closedBrackets
    closedBrackets = min(closedBrackets, brackets.count)
    guard isActive, let found = target(after: index, opener) else { return index + 1 }
    let textStart = opener.position + (opener.isImage ? 2 : 1)
    marked.mark(opener.position..<textStart, .drop)
    marked.mark(index..<found.end, .drop)
    let shown = textStart..<min(index, textStart + Self.maximumShownLength)
    record(found.target, shown: marked.plain(cut(shown)), at: opener.position..<found.end)
    // Links do not hold links.
    if !opener.isImage { closedBrackets = brackets.count }
    if found.end - opener.position <= 400 {
      marked.forbidCuts(within: opener.position..<found.end)
    } else {
      marked.forbidCuts(within: index..<found.end)
    }
    return found.end
  }

  /// A range that does not end within a UTF-8 sequence.
  private func cut(_ range: Range<Int>) -> Range<Int> {
    var high = range.upperBound
    while high > range.lowerBound, !UTF8Scalar.isBoundary(in: marked.bytes, at: high) { high -= 1 }
    return range.lowerBound..<high
  }

  private mutating func target(after index: Int, _ opener: Bracket) -> (target: String, end: Int)? {
    let next = index + 1
    if next < end, marked.bytes[next] == 0x28, let inline = inlineTarget(from: next + 1) {
      return inline
    }
    guard !definitions.isEmpty else { return nil }
    let textStart = opener.position + (opener.isImage ? 2 : 1)
    if next < end, marked.bytes[next] == 0x5B {
      let limit = min(end, next + 1000)
      if let close = marked.bytes[next + 1..<limit].firstIndex(where: { $0 == 0x5D || $0 == 0x5B }),
        marked.bytes[close] == 0x5D
      {
        let label = close == next + 1 ? textStart..<index : next + 1..<close
        if let target = definitions.target(of: marked.bytes[label]) { return (target, close + 1) }
      }
    }
    guard !opener.holdsBrackets, index - textStart < 1000,
      let target = definitions.target(of: marked.bytes[textStart..<index])
    else { return nil }
    return (target, next)
  }

  /// `target "title")` from behind the parenthesis.
  private mutating func inlineTarget(from index: Int) -> (target: String, end: Int)? {
    var next = skipBlanks(index)
    guard let (target, targetEnd) = LinkTarget.destination(marked.bytes, next..<end) else {
      return nil
    }
    next = skipBlanks(targetEnd)
    if next > targetEnd, next < end,
      let close: UInt8 = [0x22: 0x22, 0x27: 0x27, 0x28: 0x29][marked.bytes[next]]
    {
      guard let titleEnd = find(close, from: next + 1) else { return nil }
      next = skipBlanks(titleEnd + 1)
    }
    guard next < end, marked.bytes[next] == 0x29 else { return nil }
    return (String(decoding: marked.bytes[target], as: UTF8.self), next + 1)
  }

  private func skipBlanks(_ index: Int) -> Int {
    var next = index
    while next < end, ByteClass.isBlank(marked.bytes[next]) { next += 1 }
    return next
  }

  private mutating func record(_ target: String, shown: String, at range: Range<Int>) {
    guard let (path, fragment) = LinkTarget.split(target), !path.isEmpty || fragment != nil else {
      return
    }
    findings.links.append(
      Link(
        kind: .markdown, target: path, fragment: fragment, shownText: shown.isEmpty ? nil : shown,
        line: line(at: range.lowerBound)))
    findings.linkRanges.append(range)
  }
}
