internal import FootnoteKit

/// The page of a document, and the passage behind a citation. Both show what is in the index and nothing else.
struct DocumentPages {
  let templates: PageTemplates
  /// How much of a file is shown at once.
  var limits = ReadingLimits()

  /// - Returns: `nil` where there is no such document.
  /// - Throws: `PageError` where the fields cannot be read; `IndexError`.
  func page(
    at path: String, fields: [PageRequest.Field], searcher: GroupSearcher, frame: PageFrameContext
  ) throws -> PageAnswer? {
    let request = try DocumentRequest(path: path, fields: fields)
    guard let document = try searcher.document(at: path)?.document,
      let references = try searcher.references(of: path)
    else { return nil }
    let content = try DocumentContent(path, searcher)
    let cited = try CitedPlace(request, lineCount: content.lineCount, searcher: searcher)
    let reading = content.bytes.map {
      DocumentReading(
        $0, path: path, around: cited?.lines?.lowerBound ?? request.from, limits: limits)
    }
    let (session, name) = try searcher.page(path)
    let related = try searcher.related(to: name, in: session, limit: Self.neighbours)
    let builder = DocumentPageBuilder(
      request: request, document: document, references: references, content: content,
      reading: reading, cited: cited, related: related?.neighbours ?? [])
    return templates.answer("document", builder.context(in: frame), status: content.status)
  }

  private static let neighbours = 8

  /// - Returns: `nil` where there is no such passage.
  /// - Throws: `PageError` where the fields cannot be read; `IndexError`.
  func passage(fields: [PageRequest.Field], searcher: GroupSearcher) throws -> PageAnswer? {
    guard let lines = try DocumentRequest.lines(fields),
      let path = fields.values(of: "path").first,
      let document = try searcher.document(at: path)?.document,
      let bytes = try DocumentContent(path, searcher).bytes
    else { return nil }
    let reading = DocumentReading(bytes, path: path, around: lines.lowerBound, limits: limits)
    guard let context = PassageContext(document, reading, lines) else { return nil }
    return templates.answer("passage", context)
  }
}
