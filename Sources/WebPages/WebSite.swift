public import FootnoteKit

/// The web page over knowledge bases: what a `GET` request is answered with. It opens no socket and reads
/// no file but through a searcher, which serves what is in the index and nothing else.
///
///     let site = try WebSite(names: group.sessions.map(\.knowledgeBase.name))
///     let answer = try site.answer(PageRequest(path: "/help"), searcher, stale: 0)
public struct WebSite: Sendable {
  private let names: [String]
  private let templates: PageTemplates
  private let graphs = GraphCache()

  /// - Parameter names: Of the knowledge bases, in their order.
  /// - Throws: What is wrong with a template; none that is compiled in is.
  public init(names: [String]) throws {
    self.names = names
    templates = try PageTemplates()
  }

  /// A file that pages need, such as a script.
  ///
  /// - Parameter name: Without a folder: `footnote.css`.
  public static func asset(named name: String) -> PageAsset? {
    AssetTable.assets[name]
  }

  /// The page at an address; the page of an error where there is none.
  ///
  /// - Parameters:
  ///   - searcher: Every part of the page is from its state of the indexes.
  ///   - stale: Number of files that have changed and are not read yet.
  /// - Throws: As `GroupSearcher`; `failure(_:message:detail:for:)` makes a page of that.
  public func answer(
    _ request: PageRequest, _ searcher: GroupSearcher, stale: Int
  ) throws -> PageAnswer {
    let summary = try searcher.summary()
    let frame = PageFrameContext(ColophonContext(names: names, summary: summary, stale: stale))
    do {
      return try page(at: try AddressPath(request.path), request, searcher, frame)
    } catch let error as PageError {
      return errorPage(error, for: request, in: frame)
    }
  }

  private func page(
    at path: AddressPath, _ request: PageRequest, _ searcher: GroupSearcher,
    _ frame: PageFrameContext
  ) throws -> PageAnswer {
    switch path.parts.first {
    case nil: return try search.page(request, searcher, frame)
    case "fragment": return try fragment(path, request, searcher, frame)
    case "doc" where path.parts.count > 1: return try document(path, request, searcher, frame)
    case let name? where path.parts.count == 1:
      return try named(name, request, searcher, frame)
    default: throw PageError.noPage
    }
  }

  private var search: SearchPages {
    SearchPages(templates: templates, names: names, graphs: graphs)
  }

  private func fragment(
    _ path: AddressPath, _ request: PageRequest, _ searcher: GroupSearcher,
    _ frame: PageFrameContext
  ) throws -> PageAnswer {
    switch path.parts.dropFirst() {
    case ["search"]: return try search.fragment(request, searcher, frame)
    case ["passage"]:
      let pages = DocumentPages(templates: templates)
      if let answer = try pages.passage(fields: request.fields, searcher: searcher) {
        return answer
      }
      throw PageError.noPage
    default: throw PageError.noPage
    }
  }

  private func document(
    _ path: AddressPath, _ request: PageRequest, _ searcher: GroupSearcher,
    _ frame: PageFrameContext
  ) throws -> PageAnswer {
    let document = path.parts.dropFirst().joined(separator: "/")
    let pages = DocumentPages(templates: templates)
    if let answer = try pages.page(
      at: document, fields: request.fields, searcher: searcher, frame: frame)
    {
      return answer
    }
    throw PageError.noDocument(document, near: try NearDocuments(searcher).paths(like: document))
  }

  private func named(
    _ name: String, _ request: PageRequest, _ searcher: GroupSearcher, _ frame: PageFrameContext
  ) throws -> PageAnswer {
    switch name {
    case "sources":
      return try ConceptPages(templates: templates, graphs: graphs).page(request, searcher, frame)
    case "graph":
      return try GraphPages(templates: templates, graphs: graphs).page(request, searcher, frame)
    case "coverage":
      return try CoveragePages(templates: templates, names: names, graphs: graphs)
        .page(searcher, frame)
    case "quality": return QualityPages(templates: templates).page(searcher, frame)
    case "help": return templates.answer("help", HelpPageContext(frame))
    default: throw PageError.noPage
    }
  }

  /// The page of an error, also where there is no searcher.
  ///
  /// - Parameters:
  ///   - status: Of HTTP, such as 503.
  ///   - message: What is wrong.
  ///   - detail: Where, and how to mend it.
  public func failure(
    _ status: Int, message: String, detail: String?, for request: PageRequest
  ) -> PageAnswer {
    let error = PageError(status: status, message: message, detail: detail)
    return errorPage(error, for: request, in: PageFrameContext(ColophonContext(names: names)))
  }

  private func errorPage(
    _ error: PageError, for request: PageRequest, in frame: PageFrameContext
  ) -> PageAnswer {
    templates.answer(
      "error", ErrorPageContext(error, query: request.question, in: frame), status: error.status)
  }
}
