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
    let isReading = progress.stage == .documents
    show(
      ProgressBar(
        label: isReading ? "reading" : "encoding", unit: isReading ? "documents" : "passages",
        done: progress.done, total: progress.total, rate: progress.rate,
        secondsLeft: progress.secondsLeft))
  }

  func show(_ progress: BenchProgress) {
    switch progress {
    case .indexing(let progress): show(progress)
    case .writing(let done):
      show(
        ProgressBar(
          label: "writing", unit: "documents", done: done, total: done, rate: 0, secondsLeft: nil))
    case .asking(let mode, let done, let total):
      show(
        ProgressBar(
          label: "asking (\(mode.rawValue))", unit: "questions", done: done, total: total, rate: 0,
          secondsLeft: nil))
    }
  }

  /// Pages whose statements are followed.
  func show(pages done: Int, of total: Int) {
    show(
      ProgressBar(
        label: "following", unit: "pages", done: done, total: total, rate: 0, secondsLeft: nil))
  }

  /// Sources of an import.
  func showSources(_ done: Int, of total: Int) {
    show(
      ProgressBar(
        label: "adding", unit: "files", done: done, total: total, rate: 0, secondsLeft: nil))
  }

  private func show(_ bar: @autoclosure () -> ProgressBar) {
    guard console.showsProgress, ContinuousClock.now >= next else { return }
    next = .now + Self.interval
    console.progress("\r\u{1B}[K" + bar().line(width: console.messageWidth - 1))
    isShown = true
  }

  /// Removes the line.
  func clear() {
    if isShown { console.progress("\r\u{1B}[K") }
    isShown = false
  }
}
