internal import Yams

/// The YAML at the beginning of a file, between two lines `---`.
///
/// Broken YAML is read line by line for what can be saved, and reported.
package struct FrontMatter: Sendable, Hashable {
  /// Number of lines that it takes, both fences counted; 0 where there is none.
  package let lineCount: Int
  package let entries: [FrontMatterEntry]
  package let issues: [DocumentIssue]

  static let none = FrontMatter(lineCount: 0, entries: [], issues: [])
  /// The closing fence must come within so many lines.
  static let maximumLines = 5_000

  private init(lineCount: Int, entries: [FrontMatterEntry], issues: [DocumentIssue]) {
    self.lineCount = lineCount
    self.entries = entries
    self.issues = issues
  }

  package init(_ source: SourceText) {
    guard Self.isFence(source, 1), source.lines.count > 1 else {
      self = Self.none
      return
    }
    if let end = Self.closingFence(source) {
      self = Self.closed(source, end)
    } else {
      self = Self.unclosed(source)
    }
  }

  private static func isFence(_ source: SourceText, _ line: Int, dots: Bool = false) -> Bool {
    let content = source.lines.content(of: line)
    guard content.count >= 3 else { return false }
    let first = source.bytes[content.lowerBound]
    guard first == 0x2D || first == 0x2E || line == 1 else { return false }
    var text = source.bytes[content]
    // Only a byte order mark, which is blank here, may stand before it.
    if line == 1, text.starts(with: [0x20, 0x20, 0x20]) { text = text.dropFirst(3) }
    while let last = text.last, ByteClass.isSpaceOrTab(last) { text = text.dropLast() }
    return text.elementsEqual("---".utf8) || (dots && text.elementsEqual("...".utf8))
  }

  private static func closingFence(_ source: SourceText) -> Int? {
    let last = min(source.lines.count, maximumLines)
    guard last >= 2 else { return nil }
    return (2...last).first { isFence(source, $0, dots: true) }
  }

  private static func closed(_ source: SourceText, _ end: Int) -> FrontMatter {
    guard end > 2 else { return FrontMatter(lineCount: end, entries: [], issues: []) }
    let lines = 2...(end - 1)
    if let entries = PlainYAML.entries(source, lines) {
      return FrontMatter(lineCount: end, entries: entries, issues: [])
    }
    let first = lines.first { !isBlankOrComment(source, $0) }
    guard let first else { return FrontMatter(lineCount: end, entries: [], issues: []) }
    let bytes = Array(source.bytes[source.lines.content(of: lines)])
    let looksRight = FrontMatterRescue.key(source, first) != nil
    var problem: (line: Int?, reason: String)
    if let refusal = YAMLGuard.refusal(of: bytes) {
      problem = (refusal.line, refusal.reason)
    } else {
      do {
        let root = try YAMLGuard.compose(String(decoding: bytes, as: UTF8.self))
        if let mapping = root?.mapping, looksRight || !mapping.isEmpty {
          return FrontMatter(lineCount: end, entries: entries(of: mapping), issues: [])
        }
        problem = (1, "is not a mapping of keys to values")
      } catch {
        problem = YAMLGuard.explain(error)
      }
    }
    // A rule in the first line, prose, and another rule below.
    guard looksRight else { return none }
    return rescued(source, lines, lineCount: end, problem)
  }

  /// `key: value` lines without an end are taken up to the first blank line; anything else is a rule.
  private static func unclosed(_ source: SourceText) -> FrontMatter {
    guard FrontMatterRescue.key(source, 2) != nil else { return none }
    var end = 2
    while end < source.lines.count, end < maximumLines, !isBlank(source, end + 1),
      FrontMatterRescue.isPart(source, end + 1)
    {
      end += 1
    }
    return rescued(source, 2...end, lineCount: end, (1, "has no closing '---'"))
  }

  private static func rescued(
    _ source: SourceText, _ lines: ClosedRange<Int>, lineCount: Int,
    _ problem: (line: Int?, reason: String)
  ) -> FrontMatter {
    let line = problem.line.map { min(max($0, 1) + 1, lineCount) }
    let issue = DocumentIssue(
      kind: .frontMatter, line: line, message: "the front matter \(problem.reason)")
    return FrontMatter(
      lineCount: lineCount, entries: FrontMatterRescue.entries(source, lines), issues: [issue])
  }

  private static func isBlank(_ source: SourceText, _ line: Int) -> Bool {
    source.trimmed(source.lines.content(of: line)).isEmpty
  }

  private static func isBlankOrComment(_ source: SourceText, _ line: Int) -> Bool {
    let content = source.trimmed(source.lines.content(of: line))
    return content.isEmpty || source.bytes[content.lowerBound] == 0x23
  }

  private static func entries(of mapping: Node.Mapping) -> [FrontMatterEntry] {
    mapping.compactMap { key, value in
      guard let name = key.scalar?.string else { return nil }
      // The text starts in the second line of the file.
      return FrontMatterEntry(key: name, value: self.value(value), line: (key.mark?.line ?? 1) + 1)
    }
  }

  /// Bounded recursion: `YAMLGuard` limits the depth.
  private static func value(_ node: Node) -> FrontMatterValue {
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return isNull ? .none : .text(scalar.string)
    case .sequence(let sequence):
      return .list(sequence.map { value($0) })
    case .mapping(let mapping):
      return .mapping(entries(of: mapping))
    case .alias:
      return .none
    }
  }
}
