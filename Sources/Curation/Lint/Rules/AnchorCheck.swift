internal import Corpus

/// The part of a link behind `#`: a heading, a block, or lines.
struct AnchorCheck {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  func finding(_ link: Link, on page: SnapshotPage) -> LintFinding? {
    let path = page.document.path
    guard let fragment = link.fragment, !fragment.hasPrefix(":~:"),
      case .resolved(let found, _) = snapshot.names.resolve(link, from: path),
      let target = snapshot.page(at: found)
    else { return nil }
    if let lines = LineAnchor(fragment), !Self.isHeading(fragment, of: target) {
      return citation(link, lines, path: path, of: target)
    }
    return holds(fragment, target) ? nil : anchor(link, fragment, path: path, of: target)
  }

  // MARK: Lines

  private func citation(
    _ link: Link, _ lines: LineAnchor, path: String, of target: SnapshotPage
  ) -> LintFinding? {
    let place = "\(target.document.path)#\(link.fragment ?? "")"
    guard lines.first >= 1, lines.first <= lines.last, lines.last <= target.lineCount else {
      return LintFinding(
        .citationLine, path: path, line: link.line,
        message: "the citation \(place) names no lines of the file, which has \(target.lineCount)",
        fix: "find the passage again and cite its lines")
    }
    guard (lines.first...lines.last).allSatisfy(target.blankLines.contains) else { return nil }
    return LintFinding(
      .citationLine, .warning, path: path, line: link.line,
      message: "the citation \(place) names an empty line",
      fix: "cite the line on which the text stands")
  }

  // MARK: Headings and blocks

  private func holds(_ fragment: String, _ target: SnapshotPage) -> Bool {
    if let caret = fragment.lastIndex(of: "^") {
      let name = fragment[fragment.index(after: caret)...].lowercased()
      return target.blockIDs.contains { $0.lowercased() == name }
    }
    return Self.isHeading(fragment, of: target) || hasHTMLAnchor(fragment, target)
  }

  /// Whether it is a heading's text, or what GitHub makes of it; with several parts the last one counts.
  private static func isHeading(_ fragment: String, of target: SnapshotPage) -> Bool {
    let part = fragment.split(separator: "#").last.map(String.init) ?? fragment
    let wanted = key(part)
    guard !wanted.isEmpty else { return part.isEmpty }
    let keys = target.headings.map { key($0.text) }
    if keys.contains(wanted) || key(target.document.title) == wanted { return true }
    // The second heading of a text is `text-1`.
    guard let dash = part.lastIndex(of: "-"), let number = Int(part[part.index(after: dash)...]),
      number > 0
    else { return false }
    let base = key(String(part[..<dash]))
    return keys.count { $0 == base } > number
  }

  /// Letters and digits alone: punctuation, spaces and case differ between programs.
  private static func key(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  /// `<a id="place">`: the text is read again, since this is rare.
  private func hasHTMLAnchor(_ fragment: String, _ target: SnapshotPage) -> Bool {
    let reader = CorpusReader(snapshot.knowledgeBase)
    guard let bytes = try? reader.read(target.document.path) else { return true }
    let text = String(decoding: bytes, as: UTF8.self)
    return ["id", "name"].contains { key in
      text.contains("\(key)=\"\(fragment)\"") || text.contains("\(key)='\(fragment)'")
    }
  }

  private func anchor(
    _ link: Link, _ fragment: String, path: String, of target: SnapshotPage
  ) -> LintFinding {
    let isBlock = fragment.contains("^")
    return LintFinding(
      .brokenAnchor, path: path, line: link.line,
      message: "\(target.document.path) has no \(isBlock ? "block" : "heading") '\(fragment)'",
      fix: isBlock
        ? "give the block its name back, or link to the page"
        : "correct the heading in the link, or link to the page")
  }
}
