import FootnoteKit
import Foundation

/// Follows a knowledge base: looks once a second whether files have changed, and updates the index then.
struct IndexWatch {
  private static let interval = Duration.seconds(1)
  /// How soon Ctrl-C is noticed.
  private static let nap: UInt32 = 100_000

  private var update: IndexUpdate
  /// Opens the knowledge base as it is now.
  private let open: () throws -> Session
  /// What went wrong the last time; said once.
  private var trouble: String?

  init(update: IndexUpdate, open: @escaping () throws -> Session) {
    self.update = update
    self.open = open
  }

  /// Returns after Ctrl-C.
  ///
  /// - Throws: As `IndexUpdate.run`, the first time; later errors are said, and tried again.
  func run(rebuild: IndexRebuild) throws {
    var watch = self
    try Interruption().guarding { stop in
      try watch.update.run(rebuild, stop: stop)
      if !update.isQuiet { update.console.note("watching for changes; Ctrl-C ends") }
      while watch.sleep(until: .now + Self.interval, stop: stop) {
        do {
          try watch.look(stop: stop)
        } catch ExitStatus.interrupted {
          return
        } catch let error as OutputError {
          throw error
        } catch IndexError.locked {
          continue
        } catch {
          watch.say(ErrorMessage(error).description)
        }
      }
    }
  }

  /// Updates the index where files, `footnote.yml` or the index itself are not what they were.
  private mutating func look(stop: StopToken) throws {
    try reopen()
    if try isStale() { try update.run(.whereNeeded, stop: stop) }
    trouble = nil
  }

  /// Follows changes of the configuration. A session that still fits is kept: it has the model loaded.
  private mutating func reopen() throws {
    let session = try open()
    let known = update.session
    guard session.knowledgeBase != known.knowledgeBase || session.folder != known.folder else {
      return
    }
    update.session = session
  }

  private func isStale() throws -> Bool {
    do {
      return try update.session.index().staleness() > 0
    } catch let error as IndexError {
      switch error {
      // The next update makes it.
      case .missing, .damaged, .outdated: return true
      default: throw error
      }
    }
  }

  private mutating func say(_ message: String) {
    if message != trouble { update.console.note(message) }
    trouble = message
  }

  /// `false` where the sleep was ended by Ctrl-C.
  private func sleep(until end: ContinuousClock.Instant, stop: StopToken) -> Bool {
    while !stop.isStopped, ContinuousClock.now < end { usleep(Self.nap) }
    return !stop.isStopped
  }
}
