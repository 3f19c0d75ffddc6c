import ArgumentParser

/// How an answer is written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// One object.
  case json
  /// One hit a line; with a batch one answer a line.
  case jsonl
  /// Quoted passages, for notes and language models.
  case markdown
  /// Each path once, best first.
  case files
  /// A run as trec_eval reads it.
  case trec

  /// Whether repetitions are folded where the user does not say: a judgement counts each place.
  var foldsByDefault: Bool {
    switch self {
    case .text, .markdown, .files: true
    case .json, .jsonl, .trec: false
    }
  }
}
