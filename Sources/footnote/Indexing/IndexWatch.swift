import FootnoteKit
import Foundation

/// Follows a knowledge base: looks once a second whether files have changed, and updates the index then.
struct IndexWatch {
  private static let interval = Duration.seconds(1)
  /// How soon Ctrl-C is noticed.
  private static let nap: UInt32 = 100_000

  let update: IndexUpdate

  /// Returns after Ctrl-C.
  ///
  /// - Throws: As `IndexUpdate.run`, the first time; later errors are said, and tried again.
  func run(rebuilds: Bool) throws {
    try Interruption().guarding { stop in
      try update.run(rebuilds: rebuilds, stop: stop)
      if !update.isQuiet { update.console.note("watching for changes; Ctrl-C ends") }
      while sleep(until: .now + Self.interval, stop: stop) {
        do {
          if try update.session.index().staleness() > 0 {
            try update.run(rebuilds: false, stop: stop)
          }
        } catch ExitStatus.interrupted {
          return
        } catch let error as OutputError {
          throw error
        } catch IndexError.locked {
          continue
        } catch {
          update.console.note(ErrorMessage(error).description)
        }
      }
    }
  }

  /// `false` where the sleep was ended by Ctrl-C.
  private func sleep(until end: ContinuousClock.Instant, stop: StopToken) -> Bool {
    while !stop.isStopped, ContinuousClock.now < end { usleep(Self.nap) }
    return !stop.isStopped
  }
}
