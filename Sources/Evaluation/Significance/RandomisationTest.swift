/// Fisher's randomisation test for paired values, two-sided, on the mean difference: were the two
/// systems equal, each difference could as well have had the other sign (Smucker, Allan and
/// Carterette 2007).
public enum RandomisationTest {
  /// Up to this many differences all assignments of signs are counted.
  public static let exactLimit = 16

  /// The probability of a mean difference at least this far from 0 if the systems were equal.
  ///
  /// Differences of 0 change no sum and are left out. Up to `exactLimit` others the probability is
  /// exact; beyond, it is estimated from `permutations` random assignments as (count + 1) /
  /// (permutations + 1), which is never 0 (Phipson and Smyth 2010).
  ///
  /// Complexity: O(n · permutations / 8).
  public static func pValue(
    differences: [Double], permutations: Int = 100_000, seed: UInt64 = 1
  ) -> Double {
    let differences = differences.filter { abs($0) >= SystemComparison.tieThreshold }
    guard !differences.isEmpty else { return 1 }
    // Sums of the same differences in another order differ in their last bits.
    let size = differences.reduce(0) { $0 + abs($1) }
    let observed = abs(differences.reduce(0, +)) - size * 1e-12
    let sums = SignedSums(differences)
    if differences.count <= exactLimit {
      let assignments = 1 << differences.count
      let extreme = (0..<assignments).count { abs(sums.sum(signs: [UInt64($0)])) >= observed }
      return Double(extreme) / Double(assignments)
    }
    var generator = SeededGenerator(seed: seed)
    var signs = [UInt64](repeating: 0, count: (differences.count + 63) / 64)
    var extreme = 0
    for _ in 0..<permutations {
      for word in signs.indices { signs[word] = generator.next() }
      if abs(sums.sum(signs: signs)) >= observed { extreme += 1 }
    }
    return Double(extreme + 1) / Double(permutations + 1)
  }
}

/// Sums of differences under assignments of signs, eight differences at a time: each group of eight
/// has a table of its 256 possible sums.
private struct SignedSums {
  private let tables: [[Double]]

  init(_ differences: [Double]) {
    tables = stride(from: 0, to: differences.count, by: 8).map { start in
      let group = differences[start..<min(start + 8, differences.count)]
      return (0..<256).map { signs in
        group.enumerated().reduce(0) { sum, item in
          signs >> item.offset & 1 == 1 ? sum - item.element : sum + item.element
        }
      }
    }
  }

  /// The sum where each set bit of `signs`, lowest first, turns the sign of one difference.
  func sum(signs: [UInt64]) -> Double {
    var sum = 0.0
    for (index, table) in tables.enumerated() {
      let byte = signs[index >> 3] >> UInt64((index & 7) * 8) & 0xFF
      sum += table[Int(byte)]
    }
    return sum
  }
}
