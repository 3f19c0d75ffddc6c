import FootnoteKit
import Foundation

/// Brings the indexes of a group up to date before an answer, as far as the options allow.
final class Refresher {
  private let group: SessionGroup
  private let options: RefreshOptions
  private let console: Console
  private let interruption = Interruption()
  /// The sessions whose index this process may write.
  private var writable: [Session] = []
  /// Number of files that have changed since they were indexed.
  private(set) var stale = 0

  init(group: SessionGroup, options: RefreshOptions, console: Console) {
    self.group = group
    self.options = options
    self.console = console
  }

  /// Whether passages without a vector may be encoded.
  var mayEncode: Bool {
    !writable.isEmpty && (console.isInteractive || options.wait > 0)
  }

  /// Brings documents and words up to date, and says what was done.
  ///
  /// - Throws: `ExitStatus.interrupted` where Ctrl-C ended it; as `Session.prepare`.
  func refresh() throws {
    for session in group.sessions {
      let preparation = try interruption.guarding { token in
        let preparation = try options.leavesIndex ? leave(session) : update(session, stop: token)
        guard !token.isStopped else {
          console.note("stopped; what is done is kept")
          throw ExitStatus.interrupted
        }
        return preparation
      }
      for note in preparation.notes { console.note(note) }
      if let report = preparation.refresh {
        writable.append(session)
        if report.hasChanges { console.note("the index is up to date: " + report.summary) }
      }
      stale += preparation.stale
    }
  }

  /// What `encode` did.
  struct Encoding {
    var encoded = 0
    var wasInterrupted = false
  }

  /// Encodes what has no vector: to the end where somebody watches, else for the time that is allowed.
  func encode() throws -> Encoding {
    let limit: ContinuousClock.Instant? =
      console.isInteractive ? nil : .now + .seconds(options.wait)
    return try interruption.guarding { token in
      var result = Encoding()
      for session in writable where !token.isStopped {
        let report = try prepare(session, encodes: true, until: limit, stop: token).encoding
        result.encoded += report?.encoded ?? 0
      }
      result.wasInterrupted = token.isStopped
      return result
    }
  }

  // MARK: One index

  /// The index as it is; one that is not there is built all the same.
  private func leave(_ session: Session) throws -> Preparation {
    do {
      var preparation = Preparation()
      preparation.stale = try session.index().staleness()
      return preparation
    } catch IndexError.missing {
      return try update(session, stop: StopToken())
    }
  }

  private func update(_ session: Session, stop: StopToken) throws -> Preparation {
    let deadline = ContinuousClock.now + .seconds(options.wait)
    var hasSaidSo = false
    while true {
      do {
        let preparation = try prepare(session, stop: stop)
        if try preparation.refresh != nil || !isHalfMade(session) { return preparation }
        if ContinuousClock.now >= deadline || stop.isStopped { return preparation }
      } catch IndexError.locked(let path) {
        // Thrown only where there is nothing to answer from.
        if ContinuousClock.now >= deadline || stop.isStopped { throw IndexError.locked(path: path) }
      } catch IndexError.damaged(_, let reason) {
        var preparation = try prepare(session, rebuilds: true, stop: stop)
        preparation.notes.append("rebuilt the index, which was damaged (\(reason))")
        return preparation
      }
      // Another process is making the index: its documents are there within a moment.
      if !hasSaidSo { console.note("waiting for the index that another process is building") }
      hasSaidSo = true
      usleep(100_000)
    }
  }

  /// Whether most of the knowledge base is not in the index yet.
  private func isHalfMade(_ session: Session) throws -> Bool {
    let status = try session.index().status()
    return status.stale > 0 && status.documents <= status.stale
  }

  private func prepare(
    _ session: Session, encodes: Bool = false, until limit: ContinuousClock.Instant? = nil,
    rebuilds: Bool = false, stop: StopToken
  ) throws -> Preparation {
    let line = ProgressLine(console)
    defer { line.clear() }
    return try session.prepare(
      Session.PreparationOptions(encodes: encodes, deadline: limit, rebuilds: rebuilds),
      stop: stop, progress: line.show)
  }
}
