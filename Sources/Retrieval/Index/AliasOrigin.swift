internal import Corpus

/// Where a name of a page comes from.
enum AliasOrigin: String, Sendable, Hashable, CaseIterable {
  case title
  /// The file's name.
  case file
  /// `aliases:` of the front matter.
  case declared
  /// The text that a link to the page shows.
  case shown

  static let insertion =
    "INSERT OR IGNORE INTO alias (folded, document, name, origin, words) VALUES (?, ?, ?, ?, ?)"

  /// The stems of a name's words, each once, in alphabetical order; without function words where
  /// anything else remains.
  static func words(_ name: String, analyzer: Analyzer) -> String {
    let terms = analyzer.terms(of: name).filter { $0.role != .bare && $0.role != .compound }
    let content = terms.filter { !FunctionWords.contains($0.word) }
    return Set((content.isEmpty ? terms : content).map(\.text)).sorted().joined(separator: " ")
  }

  /// The form in which names are compared: words folded, signs between them as single spaces.
  static func fold(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    let pieces = scalars.split {
      ScalarClass($0) == .separator && !CompoundSplitter.isApostrophe($0)
    }
    return pieces.map { piece in
      String(TextNormalizer.fold(piece).filter { $0 != "'" && $0 != "\u{2019}" })
    }
    .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Document {
  /// The file's name without folder and extension.
  var fileName: String { Self.fileName(of: path) }

  static func fileName(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
  }
}
