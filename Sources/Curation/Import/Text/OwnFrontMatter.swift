import Corpus

/// The front matter that a markdown file brings along. Its lines stay; what is missing is added behind
/// them, and what the user says anew takes the place of what was there.
struct OwnFrontMatter {
  /// Keys that say the same as the first of them.
  private static let equals = [
    ["author", "authors"], ["date", "published", "created"], ["url", "source", "link"],
    ["language", "lang"],
  ]

  private let outline: FrontMatterOutline
  /// The lines between the fences, as they are.
  private let lines: [String]

  /// - Parameters:
  ///   - text: the whole file.
  ///   - outline: of its bytes.
  init(_ text: [UInt8], _ outline: FrontMatterOutline) {
    self.outline = outline
    let table = LineTable(text)
    let last = outline.lineCount - (outline.isClosed ? 1 : 0)
    lines =
      last < 2
      ? [] : (2...last).map { String(decoding: text[table.content(of: $0)], as: UTF8.self) }
  }

  /// Why nothing can be added; `nil` where it can.
  var obstacle: String? {
    guard outline.lineCount > 0, !outline.isEditable else { return nil }
    return outline.issues.first?.message ?? "the front matter is written in one line"
  }

  /// The front matter with its fences.
  /// - Parameters:
  ///   - entries: what is known of the material.
  ///   - chosen: keys whose values the user has given.
  func text(
    completedWith entries: [(key: String, value: FrontMatterText.Value)], chosen: Set<String>
  ) -> String {
    guard obstacle == nil else { return (["---"] + lines + closing).joined(separator: "\n") + "\n" }
    var kept = lines
    var added: [String] = []
    for entry in entries {
      let line = FrontMatterText.line(entry.key, entry.value)
      if chosen.contains(entry.key), let own = outline.entry(entry.key) {
        // Line 2 of the file is the first one here. Lines are emptied first, so that the others keep
        // their places.
        for number in own.lines { kept[number - 2] = Self.removed }
        kept[own.lines.lowerBound - 2] = line
      } else if chosen.contains(entry.key) || !has(entry.key) {
        added.append(line)
      }
    }
    kept.removeAll { $0 == Self.removed }
    return (["---"] + kept + added + ["---"]).joined(separator: "\n") + "\n"
  }

  /// No line of a file holds a line end.
  private static let removed = "\n"

  private var closing: [String] { outline.isClosed ? ["---"] : [] }

  private func has(_ key: String) -> Bool {
    let keys = Self.equals.first { $0[0] == key } ?? [key]
    return keys.contains { !(outline.entry($0)?.texts.isEmpty ?? true) }
  }
}
