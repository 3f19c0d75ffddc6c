internal import Corpus

/// The pages that a line of the log names.
enum LogReference {
  /// The targets of `[[page]]`, and everything that looks like the path of a markdown file.
  static func all(in line: String) -> [String] {
    var references: [String] = []
    var rest = line[...]
    while let open = rest.firstRange(of: "[[") {
      let inside = rest[open.upperBound...]
      guard let close = inside.firstRange(of: "]]") else { break }
      let target = inside[..<close.lowerBound].prefix { $0 != "|" && $0 != "#" && $0 != "\\" }
      references.append(String(target))
      rest = inside[close.upperBound...]
    }
    let words = line.split { $0 == " " || $0 == "\t" || "()[],;`\"'<>".contains($0) }
    references += words.map { String($0.trimmed(of: ".:")) }.filter { FilePath.isMarkdown($0) }
    return references
  }

  /// The folders and the name of a page, as they are compared.
  static func parts(of name: String) -> [String] {
    FilePath.withoutExtension(name).split(separator: "/").filter { $0 != "." && $0 != ".." }
      .map { NameFolding.folded(String($0)) }
  }
}

extension Substring {
  /// Without these characters at the end.
  fileprivate func trimmed(of characters: String) -> Substring {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
