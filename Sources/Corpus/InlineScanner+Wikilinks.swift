extension InlineScanner {
  /// Obsidian's limit for a file name is far below this.
  private static let maximumWikilinkLength = 1_000

  /// `[[page#heading|shown]]` at `index`, or `nil`. What is shown is read on as text.
  mutating func readWikilink(_ index: Int, isEmbed: Bool) -> Int? {
    guard index + 4 < end, marked.bytes[index + 1] == 0x5B, let close = closingBrackets(index + 2)
    else { return nil }
    let inner = index + 2..<close
    guard !marked.bytes[inner].allSatisfy(ByteClass.isBlank) else { return nil }
    let (target, shown) = WikilinkSyntax.split(marked.bytes, inner)
    let first = isEmbed ? index - 1 : index
    let page = WikilinkSyntax.page(marked.bytes[target])
    marked.mark(first..<index + 2, .drop)
    marked.mark(close..<close + 2, .drop)
    marked.forbidCuts(within: first..<close + 2)
    let link = Link(
      kind: isEmbed ? .embed : .wikilink, target: page.target, fragment: page.fragment,
      shownText: shown.flatMap { WikilinkSyntax.text(marked.bytes[$0]) }, line: line(at: first))
    findings.extras.append(
      InlineExtra(
        kind: .reference(link: findings.links.count, shown: shown), bytes: first..<close + 2))
    findings.links.append(link)
    findings.linkRanges.append(first..<close + 2)
    if let shown, !isEmbed {
      marked.mark(target.lowerBound..<shown.lowerBound, .drop)
      wikilinkEnd = close
      return shown.lowerBound
    }
    if isEmbed, WikilinkSyntax.isAttachment(page.target) {
      marked.mark(inner, .drop)
    } else {
      // Without other text the page's name is what is shown.
      if let shown { marked.mark(target.upperBound..<shown.upperBound, .drop) }
      for position in target where [0x23, 0x5E].contains(marked.bytes[position]) {
        marked.mark(position..<position + 1, .space)
      }
    }
    return close + 2
  }

  private func closingBrackets(_ start: Int) -> Int? {
    let limit = min(end - 1, start + Self.maximumWikilinkLength)
    var index = start
    while index < limit {
      let byte = marked.bytes[index]
      if ByteClass.isLineEnd(byte) { return nil }
      if byte == 0x5B, marked.bytes[index + 1] == 0x5B { return nil }
      if byte == 0x5D, marked.bytes[index + 1] == 0x5D { return index }
      index += 1
    }
    return nil
  }
}
