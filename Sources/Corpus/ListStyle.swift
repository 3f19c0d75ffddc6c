/// How a list is written.
package struct ListStyle: Sendable, Hashable {
  /// Number of the first item; `nil` where items have no numbers.
  package var start: Int?
  /// Whether no blank lines stand between items.
  package var isTight: Bool
}
