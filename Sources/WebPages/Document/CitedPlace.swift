internal import FootnoteKit

/// Where cited lines are today.
struct CitedPlace {
  /// As they were asked for.
  let asked: ClosedRange<Int>
  /// Lines of this document to mark; `nil` where the text is not in it.
  var lines: ClosedRange<Int>?
  var notice: String?
  /// Another document that the text stands in now.
  var elsewhere: Citation?

  /// - Throws: `IndexError`.
  init?(_ request: DocumentRequest, lineCount: Int?, searcher: GroupSearcher) throws {
    guard let asked = request.lines else { return nil }
    self.asked = asked
    if let hash = request.hash {
      try follow(Citation(path: request.path, lines: asked, hash: hash), searcher)
    } else {
      lines = asked
    }
    limit(to: lineCount)
  }

  private mutating func follow(_ citation: Citation, _ searcher: GroupSearcher) throws {
    let found: CitedText
    do {
      found = try searcher.show(citation.description)
    } catch let error as CorpusError {
      notice = "The cited text cannot be read: \(ErrorMessage(error))"
      return
    }
    switch found.state {
    case .unchecked, .current:
      lines = asked
      notice = "The text is as it was cited."
    case .moved(let place):
      let text = LineReference.named(place.lines)
      if place.path == citation.path {
        lines = place.lines
        notice = "The text has moved: \(text)."
      } else {
        elsewhere = place
        notice = "The text has moved: \(place.path), \(text)."
      }
    case .gone:
      notice = "The cited text is gone: \(found.reason ?? "it is not there")."
    }
  }

  /// A file may have become shorter.
  private mutating func limit(to count: Int?) {
    guard let count, let lines else { return }
    if lines.lowerBound > count {
      self.lines = nil
      notice = "There are no such lines: the file has \(count)."
    } else if lines.upperBound > count {
      self.lines = lines.lowerBound...count
      notice = notice ?? "The file has only \(count) lines."
    }
  }

  /// The bar.
  ///
  /// - Parameter recording: The second at which the lines begin, where they are from a recording.
  func context(path: String, recording: CitedContext.Recording?) -> CitedContext {
    let shown = lines ?? asked
    return CitedContext(
      anchor: lines.map { "L\($0.lowerBound)" } ?? "content",
      text: "Cited " + LineReference.named(asked),
      citation: Citation(path: path, lines: shown).description, recording: recording,
      notice: notice)
  }
}
