/// Finds the statements of a page, so that each can be followed to what it rests on.
///
///     for statement in StatementReader().statements(of: bytes) { print(statement.lines, statement.text) }
///
/// Headings, code, HTML, and parts that show fewer than three words say nothing and are left out.
public struct StatementReader: Sendable {
  /// Fewer words state nothing.
  private static let leastWords = 3

  public init() {}

  /// The statements in the order of the file. Takes any bytes, in time linear to their number.
  public func statements(of bytes: [UInt8]) -> [PageStatement] {
    guard TextEncoding.foreign(bytes) == nil else { return [] }
    let source = SourceText(bytes)
    let frontMatter = FrontMatter(source)
    let document = MarkedDocument(source, skipping: frontMatter.lineCount, isTranscript: false)
    var pass = Pass(document)
    for entry in document.forest.entries { pass.read(entry) }
    return pass.statements
  }

  private struct Pass {
    let document: MarkedDocument
    let cuts: TextCuts
    private(set) var statements: [PageStatement] = []
    private var headings: [(level: Int, text: String)] = []
    /// The next link that was not passed yet; links and statements go in the order of the file.
    private var nextLink = 0

    init(_ document: MarkedDocument) {
      self.document = document
      cuts = TextCuts(document.marked)
    }

    mutating func read(_ entry: BlockForest.Entry) {
      switch entry.kind {
      case .heading(let level):
        headings.removeAll { $0.level >= level }
        headings.append((level, document.plain(entry)))
      case .paragraph:
        add(cuts.parts(of: document.bytes(of: entry), at: .sentence))
      case .table:
        // The head and the line below it name the columns.
        guard entry.last >= entry.first + 2 else { return }
        for line in (entry.first + 2)...entry.last {
          add([document.source.lines.content(of: line)])
        }
      default: return
      }
    }

    /// Adds the parts of one paragraph, or a row.
    private mutating func add(_ parts: [Range<Int>]) {
      let first = statements.count
      for part in parts {
        let bytes = document.source.trimmed(part)
        let links = links(within: bytes)
        let text = text(of: bytes, without: links)
        if text.split(separator: " ").count >= StatementReader.leastWords {
          let lines = document.source.lines
          let last = lines.line(at: max(bytes.lowerBound, bytes.upperBound - 1))
          statements.append(
            PageStatement(
              text: text, lines: lines.line(at: bytes.lowerBound)...last, bytes: bytes,
              headings: headings.map(\.text), links: links, followingLinks: []))
        } else if statements.count > first {
          // "He said so. ([source](…))"
          statements[statements.count - 1].links += links
        }
      }
      var following: [Int] = []
      for index in (first..<statements.count).reversed() {
        statements[index].followingLinks = following
        if !statements[index].links.isEmpty { following = statements[index].links }
      }
    }

    private mutating func links(within bytes: Range<Int>) -> [Int] {
      let ranges = document.findings.linkRanges
      // Links are found when they close, so that one that holds an image comes after it.
      while nextLink < ranges.count, ranges[nextLink].upperBound <= bytes.lowerBound {
        nextLink += 1
      }
      var found: [Int] = []
      var index = nextLink
      while index < ranges.count, ranges[index].lowerBound < bytes.upperBound {
        if ranges[index].lowerBound >= bytes.lowerBound { found.append(index) }
        index += 1
      }
      return found
    }

    /// The plain text without links to lines and the brackets around them.
    private func text(of bytes: Range<Int>, without links: [Int]) -> String {
      var pieces: [String] = []
      var start = bytes.lowerBound
      for index in links where document.findings.links[index].pointsAtLine {
        let range = document.findings.linkRanges[index]
        guard range.lowerBound >= start else { continue }
        pieces.append(document.marked.plain(start..<range.lowerBound))
        start = range.upperBound
      }
      pieces.append(document.marked.plain(start..<bytes.upperBound))
      guard pieces.count > 1 else { return pieces[0] }
      return EmptyBrackets.removed(from: pieces.joined(separator: "\u{0}"))
    }
  }
}

extension Link {
  /// Whether it leads to a line of a file, `note.md#L29`.
  public var pointsAtLine: Bool { targetLine != nil }

  /// The line that the link leads to, from 1; `nil` where its fragment names none.
  public var targetLine: Int? {
    guard kind == .markdown, let fragment, fragment.first == "L",
      let line = Int(fragment.dropFirst().prefix { $0.isNumber }), line > 0
    else { return nil }
    return line
  }
}
