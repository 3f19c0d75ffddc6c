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
      let preparation = try stoppable { stop in
        try options.leavesIndex ? leave(session) : update(session, stop: stop)
      }
      say(preparation)
      if preparation.refresh != nil { writable.append(session) }
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
    try mending { try encodeOnce() }
  }

  private func encodeOnce() throws -> Encoding {
    let limit: ContinuousClock.Instant? =
      console.isInteractive ? nil : .now + .seconds(options.wait)
    return try interruption.guarding { token in
      var result = Encoding()
      for session in writable where !token.isStopped {
        let preparation = try prepare(session, encodes: true, until: limit, stop: token)
        if preparation.isCutShort { preparation.notes.forEach(console.note) }
        result.encoded += preparation.encoding?.encoded ?? 0
      }
      result.wasInterrupted = token.isStopped
      return result
    }
  }

  /// Runs `body`; where it meets damage in an index that may be written, rebuilds that, says so, and runs
  /// `body` once more.
  func mending<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch IndexError.damaged(let path, let reason) {
      let session = group.sessions.first { $0.folder.databasePath == path }
      guard !options.leavesIndex, let session else {
        throw IndexError.damaged(path: path, reason: reason)
      }
      say(try stoppable { try rebuild(session, because: reason, stop: $0) })
      return try body()
    }
  }

  private func say(_ preparation: Preparation) {
    for note in preparation.notes { console.note(note) }
    guard let report = preparation.refresh else { return }
    for line in SkippedLines.lines(of: report.newlySkipped) { console.note(line) }
    if report.hasChanges { console.note("the index is up to date: " + report.summary) }
  }

  /// Ends the command where Ctrl-C stopped `body`.
  private func stoppable(_ body: (StopToken) throws -> Preparation) throws -> Preparation {
    try interruption.guarding { token in
      let preparation = try body(token)
      guard !token.isStopped else {
        let isDiscarded = preparation.refresh?.isDiscarded == true
        console.note(
          isDiscarded ? "stopped; the index is as it was" : "stopped; what is done is kept")
        throw ExitStatus.interrupted
      }
      return preparation
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
        if try !preparation.isLocked || !isHalfMade(session) { return preparation }
        if ContinuousClock.now >= deadline || stop.isStopped { return preparation }
      } catch IndexError.locked(let path) {
        // Thrown only where there is nothing to answer from.
        if ContinuousClock.now >= deadline || stop.isStopped { throw IndexError.locked(path: path) }
      } catch IndexError.damaged(_, let reason) {
        return try rebuild(session, because: reason, stop: stop)
      }
      // Another process is making the index: its documents are there within a moment.
      if !hasSaidSo { console.note("waiting for the index that another process is building") }
      hasSaidSo = true
      usleep(100_000)
    }
  }

  private func rebuild(
    _ session: Session, because reason: String, stop: StopToken
  ) throws -> Preparation {
    var preparation = try prepare(session, rebuild: .atOnce, stop: stop)
    if preparation.refresh != nil {
      preparation.notes.append("rebuilt the index, which was damaged (\(reason))")
    }
    return preparation
  }

  /// Whether most of the knowledge base is not in the index yet.
  private func isHalfMade(_ session: Session) throws -> Bool {
    let status = try session.index().status()
    return status.stale > 0 && status.documents <= status.stale
  }

  private func prepare(
    _ session: Session, encodes: Bool = false, until limit: ContinuousClock.Instant? = nil,
    rebuild: IndexRebuild = .whereNeeded, stop: StopToken
  ) throws -> Preparation {
    let line = ProgressLine(console)
    defer { line.clear() }
    return try session.prepare(
      Session.PreparationOptions(encodes: encodes, deadline: limit, rebuild: rebuild),
      stop: stop, progress: line.show)
  }
}
