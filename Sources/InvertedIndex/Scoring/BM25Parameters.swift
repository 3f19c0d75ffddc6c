#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The free parameters of BM25 with the fields weighted inside the term frequency (Robertson and Zaragoza,
/// "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.6, with one length for all
/// fields), and its formulas. Everything that scores calls these, so that equal inputs give equal bits.
package struct BM25Parameters: Sendable, Hashable {
  /// How fast further occurrences of a term stop counting, 0 and up.
  package var k1: Double
  /// How much a passage's length counts, 0 ... 1.
  package var b: Double
  /// Weight of an occurrence in the title.
  package var title: Double
  /// Weight of an occurrence in a heading.
  package var heading: Double
  /// Weight of an occurrence in the text.
  package var body: Double

  package init(
    k1: Double = 1.2, b: Double = 0.75, title: Double = 0.3, heading: Double = 0.5,
    body: Double = 1
  ) {
    (self.k1, self.b, self.title, self.heading, self.body) = (k1, b, title, heading, body)
  }

  /// Whether bounds of scores mean anything: more occurrences never score less.
  var isRegular: Bool {
    [k1, b, title, heading, body].allSatisfy { $0.isFinite && $0 >= 0 } && k1 > 0 && b <= 1
  }

  /// What a passage's length adds below the line.
  @inline(__always)
  func norm(length: Int, average: Double) -> Double {
    k1 * (1 - b + b * (Double(length) / average))
  }

  /// The occurrences of a term, each by the weight of its column.
  @inline(__always)
  func occurrences(_ counts: FieldTally) -> Double {
    title * Double(counts.title) + heading * Double(counts.heading) + body * Double(counts.body)
  }

  /// What a term scores, but for its rarity.
  @inline(__always)
  func factor(_ occurrences: Double, norm: Double) -> Double {
    occurrences * (k1 + 1) / (occurrences + norm)
  }

  /// How rare a term is that `frequency` of `count` passages have: the form of Robertson and Sparck Jones's
  /// weight that is never negative.
  package static func rarity(frequency: Int, of count: Int) -> Double {
    let n = Double(frequency)
    return log(1 + (Double(max(count, frequency)) - n + 0.5) / (n + 0.5))
  }
}
