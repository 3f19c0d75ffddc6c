internal import Corpus

/// Finds the one file whose path has the words of a reference that leads nowhere.
///
/// People and language models shorten long names and leave folders out. A word counts the more, the fewer
/// paths have it: 1 / number of paths. A file is near where it has three quarters of the reference's
/// weight, and the next one has at most half as much. A word that no path has, and a number that the
/// file lacks, speak of another file: `part-two` is not `part-one`.
struct NearSource {
  private static let enough = 0.75
  private static let lead = 0.5
  /// One word may be in a path by chance.
  private static let fewestWords = 3

  /// Words of more paths than this tell nothing, and looking through all of them would take time.
  private static let commonest = 256

  private let paths: [String]
  /// The positions of the paths that have a word.
  private let places: [String: [Int]]

  init(_ paths: [String]) {
    self.paths = paths
    var places: [String: [Int]] = [:]
    for (position, path) in paths.enumerated() {
      for word in Self.words(of: path) { places[word, default: []].append(position) }
    }
    self.places = places
  }

  /// The only near file; `nil` where there is none.
  /// - Complexity: O(words), each in at most `commonest` paths.
  func candidate(for reference: String) -> String? {
    let wanted = Self.words(of: reference)
    guard wanted.count >= Self.fewestWords else { return nil }
    var total = 0.0
    var scores: [Int: Double] = [:]
    for word in wanted.sorted() {
      // A word that no path has counts as much as one that only one has.
      let own = places[word] ?? []
      guard own.count <= Self.commonest else { continue }
      let weight = 1 / Double(max(1, own.count))
      total += weight
      for position in own { scores[position, default: 0] += weight }
    }
    let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first, best.value >= Self.enough * total else { return nil }
    let next = ranked.dropFirst().first?.value ?? 0
    guard next <= best.value * Self.lead else { return nil }
    let path = paths[best.key]
    let lacking = wanted.subtracting(Self.words(of: path))
    return lacking.contains { places[$0] == nil || Self.isNumber($0) } ? nil : path
  }

  /// Whether a word tells one of a series from the others.
  private static func isNumber(_ word: String) -> Bool {
    word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      || [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first",
        "second", "third", "i", "ii", "iii", "iv", "v",
      ].contains(word)
  }

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
