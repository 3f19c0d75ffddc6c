internal import Corpus

/// Where a new section of the catalogue goes.
struct CatalogPlace {
  let headings: [Heading]
  let tables: [CatalogTable]
  let lines: LineTable

  /// The level of the headings of sections.
  var level: Int {
    let own = headings.filter { heading in tables.contains { $0.heading == heading.text } }
    return own.map(\.level).min() ?? 2
  }

  /// The line behind which a section's table goes, and whether it needs a heading.
  func line(
    for section: CatalogSection, in bytes: [UInt8]
  ) -> (line: Int, needsHeading: Bool) {
    if let own = headings.last(where: { CatalogSection(heading: $0.text) == section }) {
      return (end(of: own, in: bytes), false)
    }
    let before = headings.last { heading in
      CatalogSection(heading: heading.text).map { $0 < section } ?? false
    }
    guard let before else { return (lastShown(lines.count, above: 0, in: bytes), true) }
    return (end(of: before, in: bytes), true)
  }

  /// The last line of a section that shows anything.
  private func end(of heading: Heading, in bytes: [UInt8]) -> Int {
    let next = headings.first { $0.line > heading.line }?.line ?? lines.count + 1
    return lastShown(next - 1, above: heading.line, in: bytes)
  }

  private func lastShown(_ line: Int, above first: Int, in bytes: [UInt8]) -> Int {
    var line = line
    while line > first, bytes[lines.content(of: line)].allSatisfy({ $0 <= 0x20 }) { line -= 1 }
    // A file of blank lines alone keeps them above.
    return line == 0 ? lines.count : line
  }
}
