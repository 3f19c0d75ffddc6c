/// Collects the passages of one document.
struct PassageBuilder {
  /// A heading that is open.
  private struct Section {
    let level: Int
    let text: String
    let entry: BlockForest.Entry
    /// Whether it is the document's own title, which is not repeated.
    let isTitle: Bool
    var hasPassages = false
  }

  private let document: MarkedDocument
  private let title: String
  private let cuts: TextCuts
  private let meter: PassageMeter
  private var group: PassageGroup
  private var sections: [Section] = []
  private var passages: [Passage] = []
  private var buffer: [UInt8] = []
  /// Put together where a passage needs them.
  private var headings: [String]?
  private let limits: PassageSplitter.Limits

  init(_ document: MarkedDocument, title: String, limits: PassageSplitter.Limits) {
    self.document = document
    self.title = title
    self.limits = limits
    cuts = TextCuts(document.marked)
    meter = PassageMeter(document)
    group = PassageGroup(document.source, limits: limits)
  }

  /// Begins a section.
  mutating func open(_ entry: BlockForest.Entry, level: Int) {
    endGroup()
    while let last = sections.last, last.level >= level { closeSection() }
    let text = document.plain(entry)
    let isTitle = sections.allSatisfy(\.text.isEmpty) && NameFolding.areAlike(text, title)
    sections.append(Section(level: level, text: text, entry: entry, isTitle: isTitle))
    headings = nil
  }

  /// Ends the last passage, so that the next one begins behind a rule.
  mutating func endGroup() {
    for range in group.finish() { append(range) }
  }

  mutating func finish() -> [Passage] {
    endGroup()
    while !sections.isEmpty { closeSection() }
    return passages
  }

  /// A section without any text is found by its heading.
  private mutating func closeSection() {
    guard let section = sections.popLast() else { return }
    headings = nil
    guard !section.hasPassages else { return }
    let bytes = document.bytes(of: section.entry)
    addText(bytes, meter.cost(of: bytes), at: .sentence)
    endGroup()
  }

  private mutating func append(_ range: Range<Int>) {
    let text = document.marked.plain(range, using: &buffer)
    guard !text.isEmpty else { return }
    let lines = document.source.lines
    let first = lines.line(at: range.lowerBound)
    let last = lines.line(at: range.upperBound - 1)
    let whole = document.source.trimmed(lines.content(of: first...last))
    let headings = headings ?? openHeadings()
    self.headings = headings
    passages.append(
      Passage(
        ordinal: passages.count, headings: headings, lines: first...last, bytes: range,
        isPartial: whole != range, start: time(range), plainText: text))
    for index in sections.indices { sections[index].hasPassages = true }
  }

  /// The open headings without the document's own title.
  private func openHeadings() -> [String] {
    sections.filter { !$0.text.isEmpty && !$0.isTitle }.map(\.text)
  }

  private func time(_ range: Range<Int>) -> Double? {
    guard !document.times.isEmpty else { return nil }
    let section = sections.last.map { document.source.lines.content(of: $0.entry.first).lowerBound }
    let shown = document.marked.bytes[range].firstIndex { !ByteClass.isBlank($0) }
    return document.times.time(
      in: (shown ?? range.lowerBound)..<range.upperBound, notBefore: section ?? 0)
  }

  // MARK: Blocks

  /// Adds a block in as large parts as the limits allow.
  mutating func add(_ block: Int) {
    var open = [block]
    while let index = open.popLast() {
      let entry = document.forest.entries[index]
      // What shows nothing needs no place of its own.
      if entry.kind == .definition || entry.kind == .thematicBreak { continue }
      if entry.kind.isContainer, entry.end == index + 1 { continue }
      let cost = meter.cost(ofBlock: index)
      if entry.kind == .html, cost.pieces == 0 { continue }
      let bytes = document.bytes(of: entry)
      if bytes.isEmpty { continue }
      if cost.fits(limits, bytes: bytes) {
        add(bytes, cost)
      } else if entry.kind.isContainer {
        open.append(contentsOf: document.forest.children(of: index).reversed())
      } else {
        addLeaf(entry, bytes, cost)
      }
    }
  }

  private mutating func addLeaf(
    _ entry: BlockForest.Entry, _ bytes: Range<Int>, _ cost: PassageCost
  ) {
    guard entry.kind == .code || entry.kind == .table || entry.kind == .html else {
      return addText(bytes, cost, at: .sentence)
    }
    for line in entry.first...entry.last {
      let range = document.source.trimmed(document.source.lines.content(of: line))
      if !range.isEmpty { addText(range, meter.cost(of: range), at: .sentence) }
    }
  }

  /// Adds a text whole, or cut at the best places that make it fit.
  private mutating func addText(
    _ range: Range<Int>, _ cost: PassageCost, at level: TextCuts.Level
  ) {
    if cost.fits(limits, bytes: range) { return add(range, cost) }
    guard let next = TextCuts.Level(rawValue: level.rawValue + 1) else {
      return addCharacters(range)
    }
    for part in cuts.parts(of: range, at: level) {
      let trimmed = document.source.trimmed(part)
      if !trimmed.isEmpty { addText(trimmed, meter.cost(of: trimmed), at: next) }
    }
  }

  /// The last resort: a word that is longer than a passage.
  private mutating func addCharacters(_ range: Range<Int>) {
    let parts = CharacterCuts.parts(document.source.bytes, range, limits: limits)
    for part in parts {
      // What is cut between characters may begin or end with white space within a link.
      let trimmed = document.source.trimmed(part)
      if !trimmed.isEmpty { add(trimmed, meter.cost(of: trimmed)) }
    }
  }

  private mutating func add(_ range: Range<Int>, _ cost: PassageCost) {
    if let ended = group.add(range, cost) { append(ended) }
  }
}
