internal import FootnoteKit
internal import Synchronization

/// Tells a client how far its request is. Silent where it has not asked for that.
final class ProgressTeller: Sendable {
  /// Two notifications come at least so far apart.
  private static let interval = Duration.milliseconds(100)

  private struct State {
    /// What was told last: the protocol wants numbers that grow.
    var told = 0.0
    var next = ContinuousClock.now
  }

  private let token: JSONValue?
  private let notify: AgentConnection.Notify
  private let state = Mutex(State())

  /// - Parameter token: What the client calls the progress of this request.
  init(token: JSONValue?, notify: @escaping AgentConnection.Notify) {
    self.notify = notify
    switch token {
    case .string?, .integer?: self.token = token
    default: self.token = nil
    }
  }

  /// A step that has no number.
  func tell(_ step: String) {
    guard token != nil else { return }
    let told = state.withLock { state in
      state.told += 1
      return state.told
    }
    send(told, total: nil, step)
  }

  /// How far the index is that the answer waits for.
  func tell(_ progress: IndexProgress) {
    guard token != nil else { return }
    let done = state.withLock { state -> Double? in
      let now = ContinuousClock.now
      let done = Double(progress.done)
      guard done > state.told, now >= state.next else { return nil }
      state.told = done
      state.next = now + Self.interval
      return done
    }
    guard let done else { return }
    let stage = progress.stage == .documents ? "reading" : "encoding"
    send(done, total: Double(progress.total), "\(stage) \(progress.done) of \(progress.total)")
  }

  private func send(_ done: Double, total: Double?, _ message: String) {
    guard let token else { return }
    var params: [String: JSONValue] = [
      "progressToken": token, "progress": .number(done), "message": .string(message),
    ]
    if let total, total >= done { params["total"] = .number(total) }
    notify(
      ClientMessage(.notification(method: "notifications/progress", params: .object(params))))
  }
}
