/// Lists of the front matter, however they are written: as a YAML list, nested, or as one text.
package enum FrontMatterLists {
  private static let maximumItems = 10_000

  /// Every text of a value, in order. Of a mapping, what names a file or page.
  package static func flat(_ value: FrontMatterValue) -> [String] {
    var texts: [String] = []
    collect(value, into: &texts)
    return texts
  }

  private static func collect(_ value: FrontMatterValue, into texts: inout [String]) {
    guard texts.count < maximumItems else { return }
    switch value {
    case .none: return
    case .text(let text): texts.append(text)
    case .list(let items): for item in items { collect(item, into: &texts) }
    case .mapping(let entries):
      let named = entries.filter {
        ["path", "file", "source", "url", "link", "href", "page", "name"].contains(
          $0.key.lowercased())
      }
      // `- raw/2025/7.6.md: the origin` names the file by its key.
      if let first = named.first {
        collect(first.value, into: &texts)
      } else {
        for entry in entries {
          switch entry.value {
          case .list, .mapping: collect(entry.value, into: &texts)
          case .none, .text: texts.append(entry.key)
          }
        }
      }
    }
  }

  /// Names; one text may hold several, separated by commas.
  package static func names(_ value: FrontMatterValue?) -> [String] {
    guard let value else { return [] }
    if case .text(let text) = value { return unique(split(text) { $0 == 0x2C || $0 == 0x0A }) }
    return unique(flat(value).map(TitleMaker.collapsed))
  }

  /// References to sources; one text may hold several, separated by commas or lines.
  static func references(_ value: FrontMatterValue?) -> [String] {
    names(value)
  }

  /// Tags without their mark; one text may hold several, separated by commas or spaces.
  static func tags(_ value: FrontMatterValue?) -> [String] {
    guard let value else { return [] }
    let texts = flat(value).flatMap { text in
      split(text) { $0 == 0x2C || ByteClass.isBlank($0) }
    }
    return unique(texts.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 })
  }

  private static func split(_ text: String, by separates: (UInt8) -> Bool) -> [String] {
    guard text.utf8.contains(where: separates) else { return [TitleMaker.collapsed(text)] }
    return text.utf8.split(whereSeparator: separates).map { TitleMaker.collapsed(String($0) ?? "") }
  }

  /// Without empty texts and repetitions (upper and lower case alike).
  static func unique(_ texts: [String]) -> [String] {
    // A few are compared faster than they are hashed.
    guard texts.count > 8 else { return uniqueFew(texts) }
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }

  private static func uniqueFew(_ texts: [String]) -> [String] {
    guard texts.count > 1 else { return texts.filter { !$0.isEmpty } }
    var seen: [String] = []
    return texts.filter { text in
      let folded = text.lowercased()
      guard !text.isEmpty, !seen.contains(folded) else { return false }
      seen.append(folded)
      return true
    }
  }
}
