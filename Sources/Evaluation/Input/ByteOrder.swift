extension String {
  /// Whether this text comes first when UTF-8 bytes are compared as unsigned numbers, as `strcmp`
  /// does. Swift's own `<` compares after canonical normalisation.
  func precedesInBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension Sequence<String> {
  /// Ascending by UTF-8 bytes.
  func sortedByBytes() -> [String] {
    sorted { $0.precedesInBytes($1) }
  }
}
