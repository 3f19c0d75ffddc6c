/// The text of a PDF as paragraphs by page.
struct PDFPages {
  /// Markdown.
  let pages: [[String]]
  /// What was taken out of them.
  let heads: RunningHeads

  /// - Parameter text: pages ended by form feeds.
  init(_ text: String) {
    var parts = text.split(separator: "\u{0C}", omittingEmptySubsequences: false).map(Self.lines)
    if parts.last?.allSatisfy(\.isEmpty) ?? false { parts.removeLast() }
    heads = RunningHeads.remove(from: &parts)
    Self.mendWords(&parts)
    pages = parts.map { PDFParagraphs.join($0) }
  }

  private static func lines(_ page: Substring) -> [String] {
    page.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map { PDFCharacters.plain($0.trimmed) }
  }

  /// A word that is divided between two pages stands whole on the first one.
  private static func mendWords(_ pages: inout [[String]]) {
    for index in pages.indices.dropLast() {
      guard let last = pages[index].lastIndex(where: { !$0.isEmpty }),
        let first = pages[index + 1].firstIndex(where: { !$0.isEmpty }),
        let joined = PDFParagraphs.mended(pages[index][last], pages[index + 1][first])
      else { continue }
      pages[index][last] = joined.first
      pages[index + 1][first] = joined.rest
    }
  }
}
