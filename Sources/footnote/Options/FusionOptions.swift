import ArgumentParser
import FootnoteKit

/// How words and meaning become one ranking.
struct FusionOptions: ParsableArguments {
  enum Method: String, ExpressibleByArgument, CaseIterable {
    case late
    case sum
    case rrf
  }

  @Option(
    help:
      "How words and meaning become one: weighted sum and then token by token, sum alone, or ranks."
  )
  var fusion: Method = .late

  @Option(help: "Share of meaning in the ranking, 0 to 1.")
  var weight: Double?

  @Flag(help: "Compare with every vector; beyond 100,000 passages only the nearest cells are.")
  var exact = false

  /// The constant of Cormack, Clarke and Büttcher (2009).
  private static let reciprocalRankConstant = 60.0

  func validate() throws {
    guard let weight else { return }
    if fusion == .rrf { throw ValidationError("--weight goes with --fusion late or sum") }
    guard (0...1).contains(weight) else {
      throw ValidationError("--weight takes a number from 0 to 1")
    }
  }

  var resolved: Fusion {
    switch fusion {
    case .late: .lateInteraction(weight.map { Reranking(weight: $0) } ?? Reranking())
    case .sum: .weightedSum(weight: weight ?? Fusion.defaultWeight)
    case .rrf: .reciprocalRank(k: Self.reciprocalRankConstant)
    }
  }
}
