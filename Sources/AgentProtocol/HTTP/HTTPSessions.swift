internal import Synchronization

/// The sessions of HTTP clients, by the names that they were given.
final class HTTPSessions: Sendable {
  /// A session that nobody uses for so long is over.
  private static let patience = Duration.seconds(3600)
  private static let mostSessions = 64

  private let sessions = Mutex<[String: HTTPSession]>([:])

  /// Keeps a session.
  ///
  /// - Returns: Its name; `nil` where there are too many that are in use.
  func add(_ connection: AgentConnection) -> String? {
    let name = Self.newName()
    let (isKept, ended) = sessions.withLock { sessions -> (Bool, [HTTPSession]) in
      var ended = Self.removeOld(&sessions)
      if sessions.count >= Self.mostSessions {
        let idle = sessions.filter { $0.value.outlet == nil && !$0.value.connection.isBusy }
        guard let oldest = idle.min(by: { $0.value.lastUsed < $1.value.lastUsed }) else {
          return (false, ended)
        }
        sessions[oldest.key] = nil
        ended.append(oldest.value)
      }
      sessions[name] = HTTPSession(connection: connection, lastUsed: .now)
      return (true, ended)
    }
    ended.forEach(Self.end)
    return isKept ? name : nil
  }

  /// The client of a session.
  func connection(_ name: String) -> AgentConnection? {
    sessions.withLock { sessions in
      sessions[name]?.lastUsed = .now
      return sessions[name]?.connection
    }
  }

  /// Opens the one stream of a session for messages that belong to no request; `nil` where it is open.
  func openOutlet(_ name: String) -> EventSource? {
    let opened = sessions.withLock { sessions -> (AgentConnection, EventSource)? in
      guard let session = sessions[name], session.outlet == nil else { return nil }
      // Made only now: one that nobody reads would close the other.
      let source = EventSource { [weak self] in self?.closeOutlet(name) }
      sessions[name]?.outlet = source
      return (session.connection, source)
    }
    guard let (connection, source) = opened else { return nil }
    connection.attach { source.send($0.content) }
    return source
  }

  private func closeOutlet(_ name: String) {
    let connection = sessions.withLock { sessions -> AgentConnection? in
      sessions[name]?.outlet = nil
      sessions[name]?.lastUsed = .now
      return sessions[name]?.connection
    }
    connection?.attach { _ in }
  }

  func remove(_ name: String) {
    if let session = sessions.withLock({ $0.removeValue(forKey: name) }) { Self.end(session) }
  }

  func removeAll() {
    let all = sessions.withLock { sessions in
      defer { sessions = [:] }
      return Array(sessions.values)
    }
    all.forEach(Self.end)
  }

  private static func end(_ session: HTTPSession) {
    session.connection.close()
    session.outlet?.end(nil)
  }

  private static func removeOld(_ sessions: inout [String: HTTPSession]) -> [HTTPSession] {
    let limit = ContinuousClock.now - patience
    let old = sessions.filter { $0.value.outlet == nil && $0.value.lastUsed < limit }
    for name in old.keys { sessions[name] = nil }
    return Array(old.values)
  }

  /// 128 bits that nobody guesses.
  private static func newName() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
