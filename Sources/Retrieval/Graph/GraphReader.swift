internal import Corpus
internal import GRDB

/// Reads the link graph from one state of the index.
struct GraphReader {
  let database: Database
  let options: GraphOptions

  func read() throws -> LinkGraph? {
    var centre: Int64?
    if let name = options.around {
      let pages = try ConceptPage(database: database, analyzer: Analyzer()).candidates(for: name)
      guard let page = pages.first else { return nil }
      centre = page
    }
    let (documents, leftOut) = try documents(besides: centre)
    var builder = GraphBuilder(documents, centre: centre, leftOut: leftOut)
    try addLinks(to: &builder)
    try addSources(to: &builder)
    return builder.graph(options)
  }

  // MARK: Documents

  /// The documents that take part, by path, and the lists that do not. The page in the middle always does.
  private func documents(
    besides centre: Int64?
  ) throws -> (documents: [(id: Int64, node: GraphNode)], leftOut: [String]) {
    let test = DocumentTest(SearchFilter(layers: options.layers, types: options.types))
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, \(DocumentSummary.columns) FROM document ORDER BY path")
    let openings = try openings()
    var documents: [(id: Int64, node: GraphNode)] = []
    var leftOut: [String] = []
    while let row = try rows.next() {
      let id: Int64 = try row.decode(atIndex: 0)
      let document = try DocumentSummary(row: row, from: 1)
      let subject = DocumentTest.Subject(
        layer: document.layer, type: document.type, tags: [], path: document.path, date: nil)
      guard id == centre || test.fits(subject) else { continue }
      if id != centre, isLeftOut(document) {
        leftOut.append(document.path)
      } else {
        documents.append((id, Self.node(of: document, opening: openings[id] ?? "")))
      }
    }
    return (documents, leftOut)
  }

  private static func node(of document: DocumentSummary, opening: String) -> GraphNode {
    GraphNode(
      path: document.path, title: document.title, layer: document.layer, type: document.type,
      date: document.date, url: document.url,
      summary: TitleMaker.beginning(of: opening, limit: longestSummary))
  }

  /// Characters of a summary.
  private static let longestSummary = 240
  /// Characters of a passage that a summary is cut from.
  private static let longestOpening = 1_000

  /// How the text of each document begins.
  private func openings() throws -> [Int64: String] {
    var openings: [Int64: String] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT document, substr(text, 1, ?) FROM passage WHERE ordinal = 0",
      arguments: [Self.longestOpening])
    while let row = try rows.next() {
      openings[try row.decode(atIndex: 0)] = try row.decode(atIndex: 1)
    }
    return openings
  }

  /// Whoever asks for a type by its name wants it.
  private func isLeftOut(_ document: DocumentSummary) -> Bool {
    !options.includesLists && options.types.isEmpty
      && NavigationalText.isCatalogue(type: document.type, path: document.path)
  }

  // MARK: Edges

  private func addLinks(to builder: inout GraphBuilder) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT link.document, kind, link.target, fragment, line, resolution, resolved
        FROM link ORDER BY link.document, position
        """)
    while let row = try rows.next() {
      let link = Link(
        kind: Link.Kind(rawValue: try row.decode(atIndex: 1)) ?? .markdown,
        target: try row.decode(atIndex: 2), fragment: try row.decode(atIndex: 3),
        line: try row.decode(atIndex: 4))
      builder.add(
        GraphBuilder.Reference(
          target: link.target, line: link.line, citedLine: link.targetLine, isSource: false,
          resolution: try row.decode(atIndex: 5), resolved: try row.decode(atIndex: 6)),
        from: try row.decode(atIndex: 0))
    }
  }

  private func addSources(to builder: inout GraphBuilder) throws {
    let rows = try Row.fetchCursor(
      database,
      sql:
        "SELECT document, reference, resolution, resolved FROM source ORDER BY document, position"
    )
    while let row = try rows.next() {
      builder.add(
        GraphBuilder.Reference(
          target: try row.decode(atIndex: 1), line: nil, citedLine: nil, isSource: true,
          resolution: try row.decode(atIndex: 2), resolved: try row.decode(atIndex: 3)),
        from: try row.decode(atIndex: 0))
    }
  }
}
