/// Why a model cannot be loaded or used.
public enum EncoderError: Error, Sendable, Equatable {
  /// No model of this name is installed; `searched` lists the folders that were looked at.
  case modelNotFound(name: String, searched: [String])
  /// A file that the model needs is missing from its folder.
  case missingFile(path: String)
  /// A file could not be opened, read or mapped.
  case unreadable(path: String, reason: String)
  /// A file is there but is not what it should be; `reason` says what is wrong and where.
  case malformed(path: String, reason: String)
  /// The model is sound but of a kind that this encoder does not run.
  case unsupported(path: String, reason: String)
  /// A file's sha256 is not the published one.
  case checksum(path: String, expected: String, found: String)
  /// FOOTNOTE_PRECISION names no `Precision`.
  case unknownPrecision(String)
}
