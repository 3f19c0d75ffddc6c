/// Where the date of imported material comes from, the surest first.
public enum DateOrigin: String, Sendable, Hashable, CaseIterable {
  /// The user said it.
  case option
  /// The material says it.
  case content
  /// The name of the file or of the folders that it lies in.
  case name
  /// The last change of the file.
  case file
}
