internal import FootnoteKit
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import WebPages

/// The web page: everything that is not for programs.
struct PageRoutes: Sendable {
  let engine: Engine
  let site: WebSite

  func add(to router: Router<ServiceContext>) {
    router.get("/assets/:name") { request, context in
      let name = context.parameters.get("name") ?? ""
      guard let asset = WebSite.asset(named: name) else {
        throw ServiceError.notFound("there is no such file")
      }
      return Response(
        asset.bytes, contentType: asset.contentType, tag: asset.etag, for: request)
    }
    router.get("/") { request, context in try await page(request, context) }
    router.get("/**") { request, context in
      if !ServiceRoutes.isForPeople(request) { throw HTTPError(.notFound) }
      return try await page(request, context)
    }
  }

  private func page(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let asked = PageRequest(
      path: ServiceRoutes.path(of: request.head.path ?? "/"),
      fields: try QueryString.fields(of: request.uri.query))
    let stale = engine.knowledge.stale
    let site = site
    return Response(
      try await engine.run(context) { try site.answer(asked, $0, stale: stale) })
  }
}
