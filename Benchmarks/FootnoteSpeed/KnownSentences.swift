/// Finds the sentences that a generated passage was put together of.
struct KnownSentences: Sendable {
  private let sentences: [[UInt8]]
  /// Numbers of sentences by their first bytes, long ones first.
  private let byBeginning: [[UInt8]: [Int]]
  private static let beginning = 12

  init(_ sentences: [String]) {
    let texts = sentences.map { Array($0.utf8) }
    self.sentences = texts
    byBeginning = Dictionary(grouping: texts.indices) { Array(texts[$0].prefix(Self.beginning)) }
      .mapValues { $0.sorted { texts[$0].count > texts[$1].count } }
  }

  /// The numbers of the sentences behind the first line, which names title and heading; `nil` where
  /// anything else stands among them.
  func parts(of text: String) -> [Int]? {
    let bytes = Array(text.utf8)
    guard let head = bytes.firstIndex(of: 0x0A) else { return nil }
    var rest = bytes[(head + 1)...]
    var parts: [Int] = []
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x0A }
      if rest.isEmpty { return parts.isEmpty ? nil : parts }
      let candidates = byBeginning[Array(rest.prefix(Self.beginning))] ?? []
      guard let next = candidates.first(where: { rest.starts(with: sentences[$0]) }) else {
        return nil
      }
      parts.append(next)
      rest = rest.dropFirst(sentences[next].count)
    }
  }
}
