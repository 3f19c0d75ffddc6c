public import Corpus

/// A statement of a page with what it rests on.
public struct SupportedStatement: Sendable, Hashable {
  /// What the page says, and where.
  public var statement: PageStatement
  /// Passages of raw sources, best first.
  public var sources: [Support]
  /// Passages of source summaries, the step between page and source, best first.
  public var summaries: [Support]
  /// Lines that the statement links to and that hold nothing, or stand in no indexed file.
  public var broken: [Citation]

  /// The best score of a source, 0 where there is none.
  public var support: Double { sources.map(\.score).max() ?? 0 }
  /// Whether a source says what the statement says: one that is near enough, or one that the statement links
  /// to and that no other passage is nearer than.
  public var isSupported: Bool {
    guard let best = sources.first else { return false }
    return best.score >= SupportEstimate.threshold || best.evidence.contains(.linked)
  }
}
