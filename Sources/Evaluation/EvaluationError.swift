/// Why judgements, a run, a collection or a saved report cannot be read.
public enum EvaluationError: Error, Sendable, Hashable {
  /// A line does not have the form of its format. `line` counts from 1; `file` is nil where the text
  /// came without a name.
  case malformed(file: String?, line: Int, reason: String)
  /// A file is missing, cannot be read, or as a whole is not what it should be.
  case unreadable(file: String, reason: String)

  /// One line for people: the place, then what is wrong there.
  public var message: String {
    switch self {
    case .malformed(nil, let line, let reason): "line \(line): \(reason)"
    case .malformed(let file?, let line, let reason): "\(file):\(line): \(reason)"
    case .unreadable(let file, let reason): "\(file): \(reason)"
    }
  }

  /// The same error, said of a line of `file`.
  public func inFile(_ file: String) -> EvaluationError {
    switch self {
    case .malformed(nil, let line, let reason): .malformed(file: file, line: line, reason: reason)
    case .malformed, .unreadable: self
    }
  }
}
