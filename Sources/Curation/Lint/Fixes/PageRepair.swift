internal import Corpus

/// Changes to one page. All bytes that are not meant stay: line ends, a byte order mark, spaces.
struct PageRepair {
  private let page: SnapshotPage
  private let bytes: [UInt8]
  private let lines: LineTable
  private var edits: [(range: Range<Int>, new: [UInt8])] = []
  private(set) var fixes: [LintFix] = []
  /// What says that the keys are to be put in order, which is done once their values are right.
  private var disorder: LintFinding?

  init(_ page: SnapshotPage, bytes: [UInt8]) {
    self.page = page
    self.bytes = bytes
    lines = LineTable(bytes)
  }

  /// The whole file with all changes.
  mutating func finish() -> [UInt8] {
    var result = bytes
    for (range, new) in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(range, with: new)
    }
    if let disorder { reorder(disorder, &result) }
    return result
  }

  /// Notes the change that mends a finding. Where what is to be changed is not found for certain, nothing
  /// is.
  mutating func mend(_ finding: LintFinding) {
    switch finding.repair {
    case .link(let position, let target): mend(finding, link: position, target)
    case .source(let reference, let path): mend(finding, source: reference, path)
    case .frontMatterOrder: disorder = finding
    case .catalog, nil: return
    }
  }

  private mutating func edit(
    _ finding: LintFinding, line: Int, _ range: Range<Int>, _ new: [UInt8]
  ) {
    guard !edits.contains(where: { $0.range.overlaps(range) }) else { return }
    edits.append((range, new))
    fixes.append(
      LintFix(
        rule: finding.rule, path: finding.path, line: line,
        old: String(decoding: bytes[range], as: UTF8.self),
        new: String(decoding: new, as: UTF8.self)))
  }

  // MARK: Links

  private mutating func mend(_ finding: LintFinding, link position: Int, _ target: String) {
    let link = page.links[position]
    let alike = page.links.indices.filter {
      page.links[$0].line == link.line && page.links[$0].target == link.target
        && page.links[$0].kind != .markdown
    }
    let places = Self.places(of: link.target, in: bytes, lines.content(of: link.line))
    // One of them may stand in code, and is no link then.
    guard places.count == alike.count, let index = alike.firstIndex(of: position) else { return }
    var new = Array(target.utf8)
    // What is shown without a text of its own is the target's name.
    if link.shownText == nil, link.fragment == nil {
      new += Array((isInTable(link.line) ? "\\|" : "|").utf8) + Array(link.target.utf8)
    }
    edit(finding, line: link.line, places[index], new)
  }

  private func isInTable(_ line: Int) -> Bool {
    bytes[lines.content(of: line)].drop { $0 <= 0x20 }.first == 0x7C
  }

  /// Where the targets of wikilinks stand that name `target`.
  private static func places(
    of target: String, in bytes: [UInt8], _ line: Range<Int>
  ) -> [Range<Int>] {
    let wanted = Array(target.utf8)
    var places: [Range<Int>] = []
    var index = line.lowerBound
    while index + 1 < line.upperBound {
      guard bytes[index] == 0x5B, bytes[index + 1] == 0x5B else {
        index += 1
        continue
      }
      index += 2
      var start = index
      while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
      let end = start + wanted.count
      guard end < line.upperBound, bytes[start..<end].elementsEqual(wanted) else { continue }
      var next = end
      while next < line.upperBound, bytes[next] == 0x20 { next += 1 }
      if next < line.upperBound, [0x5D, 0x7C, 0x23, 0x5C].contains(bytes[next]) {
        places.append(start..<end)
      }
    }
    return places
  }

  // MARK: Front matter

  private mutating func mend(_ finding: LintFinding, source reference: String, _ path: String) {
    guard let entry = page.entry("sources") ?? page.entry("source"),
      let place = SourceEntryPlace(reference, in: bytes, extent(of: entry))
    else { return }
    guard let new = place.text(for: path) else { return }
    edit(finding, line: lines.line(at: place.range.lowerBound), place.range, new)
  }

  /// The bytes of an entry of the front matter: to the next one, or to the closing line.
  private func extent(of entry: FrontMatterEntry) -> Range<Int> {
    let next = page.frontMatter.entries.map(\.line).filter { $0 > entry.line }.min()
    let end = next ?? max(entry.line + 1, page.frontMatter.lineCount)
    return lines.content(of: entry.line).lowerBound..<lines.content(of: end).lowerBound
  }

  private mutating func reorder(_ finding: LintFinding, _ bytes: inout [UInt8]) {
    let source = SourceText(bytes)
    guard let order = FrontMatterOrder(FrontMatter(source), in: bytes, source.lines) else { return }
    let old = String(decoding: bytes[order.range], as: UTF8.self)
    bytes.replaceSubrange(order.range, with: order.text)
    fixes.append(
      LintFix(
        rule: finding.rule, path: finding.path, line: 2, old: old,
        new: String(decoding: order.text, as: UTF8.self)))
  }
}
