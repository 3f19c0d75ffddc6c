internal import FootnoteKit
internal import Foundation

extension AgentServer {
  /// Documents in one part of the list.
  private static let pageSize = 200

  func listResources(_ context: RequestContext) async throws -> JSONValue {
    let position = try context.cursor().map { text throws(ProtocolError) in
      try ListCursor.position(text)
    }
    let page = try await knowledge.run(progress: context.progress.tell) { searcher in
      try searcher.documents(after: position, limit: Self.pageSize)
    }
    var fields: [String: JSONValue] = [
      "resources": .array(page.documents.map { Self.resource($0, in: context.revision) })
    ]
    if let next = page.next { fields["nextCursor"] = .string(ListCursor.text(of: next)) }
    return .object(fields)
  }

  private static func resource(
    _ indexed: IndexedDocument, in revision: ProtocolRevision
  ) -> JSONValue {
    let document = indexed.document
    var facts = [document.type]
    if let date = document.date { facts.append(date.description) }
    var fields: [String: JSONValue] = [
      "uri": .string(DocumentURI.uri(of: document.path)), "name": .string(document.path),
      "description": .string(facts.joined(separator: ", ")), "mimeType": "text/markdown",
      "size": .integer(indexed.size),
    ]
    if revision.hasStructuredContent {
      let changed = Date(timeIntervalSince1970: Double(indexed.modified) / 1e9)
      fields["title"] = .string(document.title)
      fields["annotations"] = [
        "lastModified": .string(changed.formatted(.iso8601)), "audience": ["user", "assistant"],
      ]
    }
    return .object(fields)
  }

  func listTemplates(_ context: RequestContext) throws(ProtocolError) -> JSONValue {
    try context.requireNoCursor()
    var template: [String: JSONValue] = [
      "uriTemplate": .string(DocumentURI.template), "name": "document",
      "description": "A document of the knowledge base by its path, as citations write it.",
      "mimeType": "text/markdown",
    ]
    if context.revision.hasStructuredContent { template["title"] = "Document" }
    return ["resourceTemplates": [.object(template)]]
  }

  /// Reads a document, byte for byte as it was indexed: nothing else is ever read, whatever an address or a
  /// symbolic link says.
  func readResource(_ context: RequestContext) async throws -> JSONValue {
    let uri = try context.text("uri")
    guard let path = DocumentURI.path(of: uri) else { throw Self.missing(uri, in: context) }
    let read = { @Sendable (searcher: GroupSearcher) -> [UInt8]? in
      do {
        return try searcher.content(of: path)
      } catch is CorpusError {
        // The file is gone, or a link that leads elsewhere has taken its seat.
        return nil
      }
    }
    var bytes = try await knowledge.run(progress: context.progress.tell, read)
    if bytes == nil {
      // It may be new, or have changed a moment ago.
      _ = try await knowledge.freshen(progress: context.progress.tell)
      bytes = try await knowledge.run(read)
    }
    guard let bytes else { throw Self.missing(uri, in: context) }
    let text = String(decoding: bytes, as: UTF8.self)
    return [
      "contents": [["uri": .string(uri), "mimeType": "text/markdown", "text": .string(text)]]
    ]
  }

  /// The path of a document that is there.
  ///
  /// - Throws: `ProtocolError` where the address names none.
  func existingPath(of uri: String, in context: RequestContext) async throws -> String {
    guard let path = DocumentURI.path(of: uri),
      try await knowledge.run({ try $0.document(at: path) }) != nil
    else { throw Self.missing(uri, in: context) }
    return path
  }

  private static func missing(_ uri: String, in context: RequestContext) -> ProtocolError {
    ProtocolError(
      context.revision.missingResource, "there is no such resource", data: ["uri": .string(uri)])
  }
}
