/// Finds the statements of a page, so that each can be followed to what it rests on.
///
///     for statement in StatementReader().statements(of: bytes) { print(statement.lines, statement.text) }
///
/// Headings, code, HTML, and parts that show fewer than three words say nothing and are left out.
public struct StatementReader: Sendable {
  /// How small the parts are.
  public enum Unit: Sendable, Hashable {
    /// Sentences, items without full stops, rows.
    case sentence
    /// These cut behind the links to lines that they hold, so that each part rests on one place or on several
    /// that are named together. A short label that opens a paragraph, such as a date in bold, belongs to the
    /// sentence behind it.
    case claim
  }

  /// Fewer words state nothing.
  private static let leastWords = 3
  /// More words are no label.
  private static let mostLabelWords = 4

  private let unit: Unit

  /// A reader of such units.
  public init(_ unit: Unit = .sentence) {
    self.unit = unit
  }

  /// The statements in the order of the file. Takes any bytes, in time linear to their number.
  public func statements(of bytes: [UInt8]) -> [PageStatement] {
    guard TextEncoding.foreign(bytes) == nil else { return [] }
    let source = SourceText(bytes)
    let frontMatter = FrontMatter(source)
    let document = MarkedDocument(source, skipping: frontMatter.lineCount, isTranscript: false)
    var pass = Pass(document, unit)
    for entry in document.forest.entries { pass.read(entry) }
    return pass.statements
  }

  private struct Pass {
    let document: MarkedDocument
    let cuts: TextCuts
    let unit: Unit
    private(set) var statements: [PageStatement] = []
    private var headings: [(level: Int, text: String)] = []
    /// The next link that was not passed yet; links and statements go in the order of the file.
    private var nextLink = 0
    private var block = -1
    private var sentence = -1

    init(_ document: MarkedDocument, _ unit: Unit) {
      self.document = document
      self.unit = unit
      cuts = TextCuts(document.marked)
    }

    mutating func read(_ entry: BlockForest.Entry) {
      switch entry.kind {
      case .heading(let level):
        headings.removeAll { $0.level >= level }
        headings.append((level, document.plain(entry)))
      case .paragraph:
        add(joined(cuts.parts(of: document.bytes(of: entry), at: .sentence)), isRow: false)
      case .table:
        // The head and the line below it name the columns.
        guard entry.last >= entry.first + 2 else { return }
        for line in (entry.first + 2)...entry.last {
          add([document.source.lines.content(of: line)], isRow: true)
        }
      default: return
      }
    }

    /// The sentences of a paragraph, the first two as one where the first is a label.
    private func joined(_ parts: [Range<Int>]) -> [Range<Int>] {
      guard unit == .claim, parts.count > 1 else { return parts }
      let words = document.marked.plain(parts[0]).split(separator: " ").count
      guard words <= StatementReader.mostLabelWords else { return parts }
      return [parts[0].lowerBound..<parts[1].upperBound] + parts.dropFirst(2)
    }

    /// Adds the sentences of one paragraph, or a row.
    private mutating func add(_ parts: [Range<Int>], isRow: Bool) {
      let first = statements.count
      block += 1
      for part in parts {
        sentence += 1
        let bytes = document.source.trimmed(part)
        let links = links(within: bytes)
        guard unit == .claim else {
          add(bytes, links: links, isRow: isRow, since: first)
          continue
        }
        var rest = links[...]
        for claim in ClaimCuts(document).parts(of: bytes, links: links) {
          let own = rest.prefix { document.findings.linkRanges[$0].lowerBound < claim.upperBound }
          rest = rest.dropFirst(own.count)
          add(document.source.trimmed(claim), links: Array(own), isRow: isRow, since: first)
        }
      }
      var following: [Int] = []
      for index in (first..<statements.count).reversed() {
        statements[index].followingLinks = following
        if !statements[index].links.isEmpty { following = statements[index].links }
      }
    }

    /// Adds a statement, or only its links to the one before, where it shows too few words.
    ///
    /// - Parameter first: The first statement of the same paragraph.
    private mutating func add(_ bytes: Range<Int>, links: [Int], isRow: Bool, since first: Int) {
      let text = text(of: bytes, without: links)
      if text.split(separator: " ").count >= StatementReader.leastWords {
        let lines = document.source.lines
        let last = lines.line(at: max(bytes.lowerBound, bytes.upperBound - 1))
        statements.append(
          PageStatement(
            text: text, lines: lines.line(at: bytes.lowerBound)...last, bytes: bytes,
            headings: headings.map(\.text), links: links, followingLinks: [], block: block,
            sentence: sentence, isRow: isRow))
      } else if statements.count > first {
        // "He said so. ([source](…))"
        let last = statements.count - 1
        statements[last].links += links
        // The end of the same sentence, "then two", is no statement, but part of one.
        guard unit == .claim, statements[last].sentence == sentence, !text.isEmpty else { return }
        statements[last] = statements[last].extended(by: text, to: bytes.upperBound)
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
