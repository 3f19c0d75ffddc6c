#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why a file could not be mapped into memory or read.
public struct MappedFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried, as a word for people: `open`, `read the size of`, `map` or `read`.
  public let operation: String
  /// The file's path, as it was given.
  public let path: String
  /// The value of `errno`.
  public let code: Int32
  /// The system's text for `code`.
  public let reason: String

  public var description: String { "cannot \(operation) \(path): \(reason)" }
}

extension MappedFileError {
  /// What the system says of the operation that failed last.
  init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.init(
      operation: operation, path: path, code: code, reason: String(cString: strerror(code)))
  }

  /// The file ends before what was to be read.
  init(shortened path: String) {
    self.init(operation: "read", path: path, code: EIO, reason: "the file is shorter than it was")
  }
}
