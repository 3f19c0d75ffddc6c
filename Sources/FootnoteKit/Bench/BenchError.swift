/// Why a measurement cannot be made.
public enum BenchError: Error, Sendable, Hashable {
  /// A file or folder cannot be read.
  case unreadable(path: String, reason: String)
  /// A file does not hold what it should.
  case malformed(path: String, line: Int, reason: String)
  /// A file or folder cannot be written.
  case notWritable(path: String, reason: String)
  /// The path is neither a collection nor a file of judged questions, or has nothing to measure.
  case unusable(path: String, reason: String)
  /// A question cannot be asked.
  case question(id: String, reason: String)
  /// The user ended it.
  case stopped
}
