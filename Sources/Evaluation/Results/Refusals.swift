/// How well a system tells questions that it cannot answer from those that it can.
public struct Refusals: Sendable, Hashable, Codable {
  /// Questions without an answer in the knowledge base, and how many of them were refused.
  public var unanswerable: Int
  /// Number of questions without an answer that are refused.
  public var rightlyRefused: Int
  /// Questions with an answer, and how many of them were refused all the same.
  public var answerable: Int
  /// Number of questions with an answer that are refused.
  public var wronglyRefused: Int
  /// The area under the curve of the estimate that refusal goes by; nil where there is none.
  public var area: Double?

  /// Refusals of these numbers.
  public init(
    unanswerable: Int, rightlyRefused: Int, answerable: Int, wronglyRefused: Int,
    area: Double? = nil
  ) {
    self.unanswerable = unanswerable
    self.rightlyRefused = rightlyRefused
    self.answerable = answerable
    self.wronglyRefused = wronglyRefused
    self.area = area
  }

  /// Counts refusals of a system that refuses below a threshold.
  ///
  /// - Parameters:
  ///   - answerable: The system's estimates, higher meaning answerable, for questions with an answer.
  ///   - unanswerable: The same for questions without.
  ///   - threshold: Estimates below it are refused.
  public init(answerable: [Double], unanswerable: [Double], threshold: Double) {
    self.init(
      unanswerable: unanswerable.count, rightlyRefused: unanswerable.count { $0 < threshold },
      answerable: answerable.count, wronglyRefused: answerable.count { $0 < threshold },
      area: answerable.isEmpty || unanswerable.isEmpty
        ? nil : ROC.area(positives: answerable, negatives: unanswerable))
  }

  /// The share of unanswerable questions that were refused, nil where there were none.
  public var refusedShare: Double? {
    unanswerable > 0 ? Double(rightlyRefused) / Double(unanswerable) : nil
  }
}
