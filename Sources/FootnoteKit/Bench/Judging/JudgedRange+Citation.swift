public import Evaluation
public import Retrieval

extension JudgedRange {
  /// The judged lines, with their hash where they carry one.
  public var citation: Citation {
    Citation(path: path, lines: lines, hash: hash)
  }
}

extension JudgementFinding {
  /// Whether the text stands somewhere else now.
  public var isMoved: Bool {
    if case .moved = state { true } else { false }
  }
}
