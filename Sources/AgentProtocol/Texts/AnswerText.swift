internal import FootnoteKit

/// The answer to a question, for a model to read.
struct AnswerText {
  let response: SearchResponse

  var text: String {
    if response.hits.isEmpty { return remarks.joined(separator: "\n") }
    let blocks = response.hits.map(HitBlock.init)
    let quotation = Quotation(of: blocks.map(\.content))
    return ([head(quotation)] + blocks.map { Self.passage($0, quotation) })
      .joined(separator: Self.gap)
  }

  /// The best hits whose passages fit into a budget together with all that is said of them.
  func packing(into budget: TokenBudget) -> [Hit] {
    let left = budget.tokens - TokenBudget.estimate(head(Self.marks))
    guard left > 0 else { return [] }
    return TokenBudget(tokens: left).packing(response.hits) { hit in
      Self.gap + Self.passage(HitBlock(hit: hit), Self.marks)
    }
  }

  /// Number of tokens that the answer takes with one hit alone.
  func cost(of hit: Hit) -> Int {
    TokenBudget.estimate(head(Self.marks))
      + TokenBudget.estimate(Self.gap + Self.passage(HitBlock(hit: hit), Self.marks))
  }

  private static let gap = "\n\n"
  /// As long as any others.
  private static var marks: Quotation { Quotation(of: []) }

  private func head(_ quotation: Quotation) -> String {
    ([quotation.notice] + remarks).joined(separator: "\n")
  }

  private static func passage(_ block: HitBlock, _ quotation: Quotation) -> String {
    "[\(block.hit.rank)] "
      + block.text(in: quotation, facts: ["relevance \(HitBlock.percent(block.hit.score))"])
  }

  /// What should be known beside the passages.
  private var remarks: [String] {
    var lines: [String] = []
    let index = response.index
    if response.hits.isEmpty {
      lines.append(
        "Nothing found in \(index.documents) documents. Try other words or fewer filters.")
    } else if !response.isLikelyAnswered {
      lines.append(
        "The knowledge base does not seem to answer this; these are the nearest passages.")
    } else {
      lines.append("Cite a passage by the citation in front of it.")
    }
    if !response.corrections.isEmpty {
      let words = response.corrections.sorted { $0.key < $1.key }
        .map { "\($0.value.oneLine) (not \($0.key.oneLine))" }
      lines.append("Results for \(words.joined(separator: ", ")).")
    }
    if response.mode != .lexical, index.embedded < 1 {
      lines.append("So far \(HitBlock.percent(index.embedded)) of the passages are encoded.")
    }
    if let stale = index.stale, stale > 0 {
      lines.append("\(stale) files have changed and are not read yet.")
    }
    return lines + response.warnings.map { "Note: \($0.oneLine)" }
  }
}
