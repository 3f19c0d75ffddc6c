internal import FootnoteKit

/// What an index holds, for a model to read.
struct StatusBlock {
  /// Files and issues that are named; the structured answer has all.
  private static let longestList = 20

  let status: IndexStatus
  let name: String

  var text: String {
    let types = counts(status.types)
    let quotation = Quotation(of: [types] + status.issues + status.skipped.map(\.path))
    var lines = [
      quotation.notice,
      "Knowledge base \(name.oneLine): \(status.documents) documents, \(status.passages) passages",
      "By layer: \(counts(status.layers))", "By type:", quotation.quoted(types),
      status.model.map { "Encoded: \(HitBlock.percent(status.embedded)) by \($0.name.oneLine)" }
        ?? "Encoded: nothing, answers come from words alone",
      "Files changed and not read yet: \(status.stale)",
      "Leading nowhere: \(status.unresolvedSources) sources, \(status.unresolvedLinks) links",
    ]
    lines += list("Not indexed", status.skipped.map { "\($0.path): \($0.reason)" }, quotation)
    lines += list("Issues", status.issues, quotation)
    return lines.joined(separator: "\n")
  }

  private func counts(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key.oneLine) \($0.value)" }.joined(separator: ", ")
  }

  private func list(_ label: String, _ items: [String], _ quotation: Quotation) -> [String] {
    guard !items.isEmpty else { return [] }
    let shown = items.prefix(Self.longestList).map(\.oneLine).joined(separator: "\n")
    return ["\(label): \(items.count)", quotation.quoted(shown)]
  }
}
