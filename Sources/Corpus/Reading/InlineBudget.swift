/// How much work inline markup may be.
///
/// cmark takes quadratic time on some crafted texts: at most the number of bytes times that of bytes which
/// may begin markup. Blocks for which nothing is left are shown as plain text.
package struct InlineBudget: Sendable {
  private var rest: Int

  /// - Parameter steps: Bytes times bytes; 400 million are below a second.
  package init(steps: Int = 400_000_000) {
    rest = steps
  }

  /// Takes what a block needs; says whether it was there.
  mutating func take(_ steps: Int) -> Bool {
    guard steps <= rest else { return false }
    rest -= steps
    return true
  }
}
