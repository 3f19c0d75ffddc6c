import FootnoteKit
import TerminalOutput

/// What should be known of a timeline beside its entries.
struct TimelineRemarks {
  private let timeline: Timeline

  init(_ timeline: Timeline) {
    self.timeline = timeline
  }

  /// One line each, for standard error.
  var lines: [String] {
    var lines: [String] = []
    if !timeline.corrections.isEmpty {
      let words = timeline.corrections.sorted { $0.key < $1.key }
        .map { "\($0.value.plainLine) (not \($0.key.plainLine))" }
      lines.append("results for " + words.joined(separator: ", "))
    }
    if timeline.entries.isEmpty { lines.append(nothing) }
    if timeline.omitted > 0 {
      let count = NumberText.counted(timeline.omitted, "further entry", "further entries")
      lines.append("\(count) left out; -n shows more")
    }
    if !timeline.undated.isEmpty, timeline.question != nil, !timeline.entries.isEmpty {
      let count = NumberText.counted(timeline.undated.count, "matching passage")
      lines.append("\(count) without a date: " + RepetitionList.text(of: timeline.undated))
    }
    return lines
  }

  private var nothing: String {
    guard timeline.question != nil else {
      return timeline.undated.isEmpty
        ? "nothing found: no document fits; try fewer filters"
        : "nothing found: no document that fits has a date"
    }
    if !timeline.undated.isEmpty {
      return "nothing found: what matches has no date; footnote ask shows it"
    }
    if timeline.weak > 0 {
      return "nothing found: no passage is relevant enough; try other words, or a lower --score"
    }
    return "nothing found: try other words or fewer filters"
  }
}
