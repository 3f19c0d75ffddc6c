import ArgumentParser
import FootnoteKit

/// How words and meaning become one ranking.
struct FusionOptions: ParsableArguments {
  enum Method: String, ExpressibleByArgument, CaseIterable {
    case sum
    case rrf
  }

  @Option(help: "How the two rankings become one: weighted sum, or reciprocal ranks.")
  var fusion: Method = .sum

  @Option(help: "Share of meaning in the weighted sum, 0 to 1.")
  var weight: Double?

  /// The constant of Cormack, Clarke and Büttcher (2009).
  private static let reciprocalRankConstant = 60.0

  func validate() throws {
    guard let weight else { return }
    if fusion != .sum { throw ValidationError("--weight goes with --fusion sum only") }
    guard (0...1).contains(weight) else {
      throw ValidationError("--weight takes a number from 0 to 1")
    }
  }

  var resolved: Fusion {
    switch fusion {
    case .sum: weight.map { .weightedSum(weight: $0) } ?? .default
    case .rrf: .reciprocalRank(k: Self.reciprocalRankConstant)
    }
  }
}
