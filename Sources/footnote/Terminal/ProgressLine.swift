import FootnoteKit
import TerminalOutput

/// Keeps one line of a terminal up to date while an index is built; silent where there is no terminal.
final class ProgressLine {
  private static let interval = Duration.milliseconds(100)
  private let console: Console
  /// Work that is done within this time shows nothing.
  private var next = ContinuousClock.now + .milliseconds(300)
  private var isShown = false

  init(_ console: Console) {
    self.console = console
  }

  func show(_ progress: IndexProgress) {
    guard console.showsProgress, ContinuousClock.now >= next else { return }
    next = .now + Self.interval
    let isReading = progress.stage == .documents
    let bar = ProgressBar(
      label: isReading ? "reading" : "encoding", unit: isReading ? "documents" : "passages",
      done: progress.done, total: progress.total, rate: progress.rate,
      secondsLeft: progress.secondsLeft)
    console.progress("\r\u{1B}[K" + bar.line(width: console.messageWidth - 1))
    isShown = true
  }

  /// Removes the line.
  func clear() {
    if isShown { console.progress("\r\u{1B}[K") }
    isShown = false
  }
}
