/// Markup that holds other pieces.
package enum InlineSpan: Sendable, Hashable {
  case emphasis
  case strong
  /// `~~deleted~~`
  case deleted
  /// `==highlighted==`
  case highlighted
  /// The address as it is meant: escapes and entities decoded.
  case link(address: String, title: String)
  case image(address: String, title: String)
}
