internal import FootnoteKit
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// `/healthz` and `/metrics`: for whoever watches over the server.
struct HealthRoutes: Sendable {
  private static let text = "text/plain; charset=utf-8"
  private static let exposition = "text/plain; version=0.0.4; charset=utf-8"

  let engine: Engine
  let metrics: MetricsRecorder

  func add(to router: Router<ServiceContext>) {
    router.get(RouterPath(ServiceRoutes.health)) { _, _ in
      guard engine.knowledge.isOpen else { throw ServiceError.opening }
      return Response(
        status: .ok, headers: [.contentType: Self.text, .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
    }
    router.get(RouterPath(ServiceRoutes.metrics)) { _, context in
      let text = metrics.text(index: await indexMetrics(context))
      return Response(
        status: .ok, headers: [.contentType: Self.exposition, .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
  }

  /// What the indexes hold; nothing while they cannot be read, which `footnote_up` says.
  private func indexMetrics(_ context: ServiceContext) async -> IndexMetrics? {
    try? await engine.run(context) { try IndexMetrics($0.group) }
  }
}
