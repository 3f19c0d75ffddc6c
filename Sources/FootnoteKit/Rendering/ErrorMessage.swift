internal import Foundation

/// An error as one line for people: what is wrong, where, and how to mend it.
///
///     ErrorMessage(IndexError.missing(folder: "Index")).description
///     // "there is no index yet: Index; build it with footnote index"
public struct ErrorMessage: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public var what: String
  /// Where: a path, a line, what was given.
  public var place: String?
  /// How to mend it.
  public var remedy: String?

  /// A message of these parts.
  public init(_ what: String, at place: String? = nil, remedy: String? = nil) {
    self.what = what
    self.place = place
    self.remedy = remedy
  }

  /// Says what any error of this package means; for others, what the system says.
  public init(_ error: any Error) {
    switch error {
    case let error as ErrorMessage: self = error
    case let error as CorpusError: self.init(corpus: error)
    case let error as IndexError: self.init(index: error)
    case let error as EncoderError: self.init(encoder: error)
    case let error as ImportError: self.init(importing: error)
    case let error as CurationError: self.init(curation: error)
    case let error as BenchError: self.init(bench: error)
    case let error as EvaluationError: self.init(evaluation: error)
    case let error as QueryError: self.init(error.message)
    case let error as CitationError: self.init(error.message)
    case KnowledgeError.closed: self.init("the knowledge base was closed")
    default: self.init("unexpected failure", at: error.localizedDescription)
    }
  }

  /// One line, whatever the parts hold.
  public var description: String {
    var text = what
    if let place { text += ": " + place }
    if let remedy { text += "; " + remedy }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
