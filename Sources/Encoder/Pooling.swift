/// How the vectors of a text's tokens become one.
package enum Pooling: String, Sendable {
  /// The mean of all tokens, special ones included.
  case mean
  /// The first token, `[CLS]`.
  case cls
}
