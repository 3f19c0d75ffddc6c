/// Tells what paragraphs begin with that `BlockMarkup` takes out of the text.
struct LeadInReader {
  private let document: MarkedDocument

  init(_ document: MarkedDocument) {
    self.document = document
  }

  func leadIn(of index: Int) -> TextBlock.LeadIn? {
    let leaf = document.forest.entries[index]
    guard leaf.kind == .paragraph else { return nil }
    let bytes = document.source.bytes
    let whole = document.source.lines.content(of: leaf.first)
    let content =
      min(Int(document.contentStarts[leaf.first - 1]), whole.upperBound)..<whole.upperBound
    guard content.count > 2, bytes[content.lowerBound] == 0x5B else { return nil }
    let footnote = FootnoteSyntax.definitionLength(bytes, content)
    if footnote > 0 {
      let label = bytes[content.lowerBound + 2..<content.lowerBound + footnote - 2]
      return .footnote(label: String(decoding: label, as: UTF8.self))
    }
    // Only what is blank now was taken for one.
    guard leaf.parent >= 0, document.marked.bytes[content.lowerBound] == 0x20 else { return nil }
    if bytes[content.lowerBound + 2] == 0x5D,
      document.forest.entries[leaf.parent].kind == .item
    {
      return .task(isDone: bytes[content.lowerBound + 1] != 0x20)
    }
    guard bytes[content.lowerBound + 1] == 0x21 else { return nil }
    let name = bytes[content.lowerBound + 2..<content.upperBound].prefix { $0 != 0x5D }
    return .callout(String(decoding: name, as: UTF8.self).lowercased())
  }
}
