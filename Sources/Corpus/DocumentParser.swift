internal import Digest

/// Turns the bytes of a file into a document, its passages and its links.
///
///     let parsed = DocumentParser().parse(bytes, path: "raw/2025/7.6.md", layer: "raw")
///     parsed.document.date  // 2025-07-06
///
/// Takes any bytes, in time linear to their number. What is wrong stands among the issues.
public struct DocumentParser: Sendable {
  private let splitter: PassageSplitter

  /// - Parameter limits: how long passages may be.
  public init(limits: PassageSplitter.Limits = .init()) {
    splitter = PassageSplitter(limits: limits)
  }

  /// Parses a file.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: relative to the root; dates, types and titles may come from it.
  ///   - layer: name of the layer that the file belongs to.
  public func parse(_ bytes: [UInt8], path: String, layer: String) -> ParsedDocument {
    let hash = SHA256Digest(of: bytes).hex
    var empty = Document(
      path: path, layer: layer, type: "note", title: "", size: bytes.count, hash: hash)
    if let encoding = TextEncoding.foreign(bytes) {
      let issue = DocumentIssue(
        kind: .encoding, line: nil,
        message: "the file is \(encoding) and is not indexed; convert it to UTF-8")
      empty.title = TitleMaker.readable(path)
      return ParsedDocument(document: empty, passages: [], links: [], issues: [issue])
    }
    let source = SourceText(bytes)
    let frontMatter = FrontMatter(source)
    var metadata = MetadataReader(frontMatter)
    metadata.read()
    let marked = MarkedDocument(
      source, skipping: frontMatter.lineCount, isTranscript: metadata.saysTranscript(path))
    let document = metadata.document(from: empty, marked)
    var parsed = ParsedDocument(
      document: document, passages: splitter.split(marked, title: document.title),
      links: marked.findings.links, issues: metadata.issues + Self.encodingIssues(source),
      blockIDs: marked.findings.blockIDs, headings: marked.headings(), opening: marked.opening())
    parsed.frontMatter = frontMatter
    return parsed
  }

  private static func encodingIssues(_ source: SourceText) -> [DocumentIssue] {
    guard let line = source.firstInvalidLine else { return [] }
    let count = source.invalidCount
    let subject = count == 1 ? "1 byte is" : "\(count) bytes are"
    return [
      DocumentIssue(
        kind: .encoding, line: line,
        message: "\(subject) not UTF-8 (the first is here); they are shown as U+FFFD")
    ]
  }
}
