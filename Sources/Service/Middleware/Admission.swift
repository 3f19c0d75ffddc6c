internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Synchronization

/// Bounds how many requests are answered at a time, of all clients and of each.
final class Admission: RouterMiddleware {
  typealias Context = ServiceContext

  private struct State {
    var all = 0
    var byClient: [String: Int] = [:]
  }

  private let limits: ServiceLimits
  private let state = Mutex(State())

  init(_ limits: ServiceLimits) {
    self.limits = limits
  }

  /// Number of requests that are being answered.
  var count: Int { state.withLock(\.all) }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    // Whoever watches over the server must not take a busy one for a dead one.
    let path = ServiceRoutes.path(of: request.head.path ?? "")
    if path == ServiceRoutes.health { return try await next(request, context) }
    try enter(context.client)
    defer { leave(context.client) }
    return try await next(request, context)
  }

  private func enter(_ client: String) throws(ServiceError) {
    let refusal = state.withLock { state -> ServiceError? in
      let own = state.byClient[client, default: 0]
      if own >= limits.requestsPerClient {
        return .tooManyOfClient(limit: limits.requestsPerClient)
      }
      if state.all >= limits.requests { return .overloaded }
      state.all += 1
      state.byClient[client] = own + 1
      return nil
    }
    if let refusal { throw refusal }
  }

  private func leave(_ client: String) {
    state.withLock { state in
      state.all -= 1
      let own = state.byClient[client, default: 1] - 1
      state.byClient[client] = own > 0 ? own : nil
    }
  }
}
