public import LinearAlgebra

/// Why vectors could not be written or read.
public enum VectorIndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The system could not open, map or read a file.
  case reading(MappedFileError)
  /// The system could not write a file: what was tried, the path and the value of `errno`.
  case writing(operation: String, path: String, code: Int32)
  /// A file is not what it should be: its path, and what is wrong with it.
  case damaged(path: String, String)
  /// A file was made for another one: its path, and what does not fit.
  case unrelated(path: String, String)
  /// Numbers that were handed in do not fit the index.
  case misfit(String)

  public var description: String {
    switch self {
    case .reading(let error): error.description
    case .writing(let operation, let path, let code):
      "cannot \(operation) \(path): \(SystemCall.text(of: code))"
    case .damaged(let path, let what): "\(path) is damaged: \(what)"
    case .unrelated(let path, let what): "\(path) belongs to another file: \(what)"
    case .misfit(let what): what
    }
  }
}
