internal import Corpus

/// Finds the one file whose path has the words of a reference that leads nowhere.
///
/// People and language models shorten long names and leave folders out. A word counts the more, the fewer
/// paths have it: 1 / number of paths. A file is near where it has three quarters of the reference's
/// weight, and the next one has at most half as much.
struct NearSource {
  private static let enough = 0.75
  private static let lead = 0.5
  /// One word may be in a path by chance.
  private static let fewestWords = 3

  private let paths: [(path: String, words: Set<String>)]
  private let frequencies: [String: Int]

  init(_ paths: [String]) {
    self.paths = paths.map { ($0, Self.words(of: $0)) }
    var frequencies: [String: Int] = [:]
    for (_, words) in self.paths { for word in words { frequencies[word, default: 0] += 1 } }
    self.frequencies = frequencies
  }

  /// The only near file; `nil` where there is none.
  func candidate(for reference: String) -> String? {
    let wanted = Self.words(of: reference)
    let total = wanted.reduce(0) { $0 + weight(of: $1) }
    guard wanted.count >= Self.fewestWords, total > 0 else { return nil }
    let scored = paths.map { path, words in
      (path: path, score: wanted.intersection(words).reduce(0) { $0 + weight(of: $1) } / total)
    }.sorted { ($1.score, $0.path) < ($0.score, $1.path) }
    guard let best = scored.first, best.score >= Self.enough else { return nil }
    let next = scored.dropFirst().first?.score ?? 0
    return next <= best.score * Self.lead ? best.path : nil
  }

  /// A word that no path has counts as much as one that only one has.
  private func weight(of word: String) -> Double { 1 / Double(max(1, frequencies[word] ?? 0)) }

  /// Words in lower case, without the ending of the plural.
  private static func words(of path: String) -> Set<String> {
    let bare = FilePath.withoutExtension(path).lowercased()
    let words = bare.utf8.split { byte in
      !((0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80)
    }
    return Set(
      words.map { word in
        let text = String(decoding: word, as: UTF8.self)
        return text.hasSuffix("s") && text.utf8.count > 3 ? String(text.dropLast()) : text
      })
  }
}
