/// Where the front matter of a file and its keys lie, for whoever adds to it and leaves the rest alone.
package struct FrontMatterOutline: Sendable {
  /// A key at the top, with the lines up to the next one.
  package struct Entry: Sendable, Hashable {
    package let key: String
    /// 1-based, of the file.
    package let lines: ClosedRange<Int>
    /// Every text of its value.
    package let texts: [String]
  }

  /// Number of lines, both fences counted; 0 where there is none.
  package let lineCount: Int
  /// Whether a closing fence is there.
  package let isClosed: Bool
  package let entries: [Entry]
  /// What is wrong with it.
  package let issues: [DocumentIssue]
  /// Where the text begins in the bytes, a byte order mark counted.
  package let bodyStart: Int

  /// Looks at the beginning of a file.
  /// - Complexity: O(`bytes.count`).
  package init(_ bytes: [UInt8]) {
    let source = SourceText(bytes)
    let frontMatter = FrontMatter(source)
    lineCount = frontMatter.lineCount
    issues = frontMatter.issues
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    bodyStart =
      frontMatter.lineCount > 0
      ? source.lines.range(of: frontMatter.lineCount).upperBound : hasMark ? 3 : 0
    let last = source.trimmed(source.lines.content(of: frontMatter.lineCount))
    isClosed =
      frontMatter.lineCount > 1
      && ["---", "..."].contains { source.bytes[last].elementsEqual($0.utf8) }
    let end = frontMatter.lineCount - (isClosed ? 1 : 0)
    let found = frontMatter.entries
    entries = found.enumerated().map { index, entry in
      let next = index + 1 < found.count ? found[index + 1].line - 1 : end
      return Entry(
        key: entry.key, lines: entry.line...max(entry.line, next),
        texts: FrontMatterLists.flat(entry.value))
    }
  }

  /// Whether each key has lines of its own, so that one can be replaced or added.
  package var isEditable: Bool {
    guard isClosed || lineCount == 0 else { return false }
    return issues.isEmpty
      && zip(entries, entries.dropFirst()).allSatisfy { $0.lines.upperBound < $1.lines.lowerBound }
      && entries.allSatisfy { $0.lines.lowerBound > 1 && $0.lines.upperBound < lineCount }
  }

  /// The entry of a key, upper and lower case alike.
  package func entry(_ key: String) -> Entry? {
    entries.first { $0.key.lowercased() == key }
  }
}
