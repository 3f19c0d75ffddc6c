/// Why a file could not be mapped into memory.
public struct MappedFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried, as a word for people: `open`, `read the size of` or `map`.
  public let operation: String
  /// The file's path, as it was given.
  public let path: String
  /// The value of `errno`.
  public let code: Int32
  /// The system's text for `code`.
  public let reason: String

  public var description: String { "cannot \(operation) \(path): \(reason)" }
}
