internal import Synchronization

/// Makes or updates the indexes of knowledge bases once and opens them.
final class IndexOpening: Sendable {
  private let sessions: [Session]
  private let refreshes: Bool
  private let token = StopToken()
  private let latest = Mutex<IndexProgress?>(nil)

  init(_ sessions: [Session], refreshes: Bool) {
    self.sessions = sessions
    self.refreshes = refreshes
  }

  /// How far it is.
  var progress: IndexProgress? { latest.withLock(\.self) }

  func stop() {
    token.stop()
  }

  /// Brings documents and words up to date. Nothing is encoded, so that the first answer does not wait
  /// for that.
  ///
  /// - Returns: The open knowledge bases, and what was done in each.
  /// - Throws: As `Session.prepare` and `LiveGroup.init`; `CancellationError` after `stop()`.
  func open() async throws -> (live: LiveGroup, done: [Preparation]) {
    var done: [Preparation] = []
    for session in sessions {
      done.append(try await prepare(session))
      if token.isStopped { throw CancellationError() }
    }
    let live = try await BlockingWork.run { [sessions] in try LiveGroup(sessions) }
    return (live, done)
  }

  private func prepare(_ session: Session) async throws -> Preparation {
    var rebuild = IndexRebuild.whereNeeded
    while true {
      do {
        let options = Session.PreparationOptions(
          refreshes: refreshes, encodes: false, rebuild: rebuild)
        return try await BlockingWork.run { [self] in
          try session.prepare(options, stop: token) { progress in
            latest.withLock { $0 = progress }
          }
        }
      } catch IndexError.locked {
        // There is nothing to answer from until the process that makes it is done.
        if token.isStopped { throw CancellationError() }
        try await Task.sleep(for: .milliseconds(200))
      } catch IndexError.damaged where refreshes && rebuild != .atOnce {
        rebuild = .atOnce
      }
    }
  }
}
