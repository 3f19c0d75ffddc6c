internal import Corpus

/// What a page says, by the time that it says it of.
///
/// The time of a claim is, in this order: the time that it, its row or its paragraph begins with; the day in
/// the heading above it; a day or month in its text; the date of the first source that it links to; the month
/// or year in the heading; the date of the source that the rest of its paragraph links to. A month or year
/// within which such a source lies is made exact by it. A year somewhere in a text dates nothing: it may be of
/// anything.
struct PageChronicle {
  /// A document that a link leads to.
  struct Target {
    var path: String
    var line: Int?
    /// Of a source; `nil` for pages that are compiled themselves.
    var date: CalendarDate?
  }

  private let targets: [Int: Target]
  private(set) var claims: [DatedClaim] = []
  /// Statements that nothing dates.
  private(set) var undated: [PageStatement] = []

  /// - Parameters:
  ///   - bytes: The page.
  ///   - targets: Where its links lead, by their position.
  /// - Complexity: O(length of the page).
  init(_ bytes: [UInt8], targets: [Int: Target]) {
    self.targets = targets
    let statements = StatementReader(.claim).statements(of: bytes)
      .filter { !NavigationalText.isList($0.headings) }
    var rest = statements[...]
    while let first = rest.first {
      let block = rest.prefix { $0.block == first.block }
      rest = rest.dropFirst(block.count)
      read(Array(block))
    }
  }

  /// Reads one paragraph, item or row.
  private mutating func read(_ block: [PageStatement]) {
    guard let first = block.first else { return }
    // "12 February 2026. …" dates all that follows, "In February 2026 …" one sentence.
    let lead = StatedTime.leading(in: first.text).flatMap {
      $0.isLabel || first.isRow ? $0.span : nil
    }
    var rest = block[...]
    while let next = rest.first {
      let sentence = rest.prefix { $0.sentence == next.sentence }
      rest = rest.dropFirst(sentence.count)
      for (statement, time) in dated(Array(sentence), lead: lead) {
        guard let time else {
          undated.append(statement)
          continue
        }
        let isPart = (
          start: statement.bytes.lowerBound > next.bytes.lowerBound,
          end: statement.bytes.upperBound < sentence.map(\.bytes.upperBound).max() ?? 0
        )
        claims.append(
          DatedClaim(
            statement: statement, time: time, sources: sources(of: statement),
            goesOn: isPart.end, hasBegun: isPart.start))
      }
    }
  }

  /// The claims of a sentence with their times; those of the same time as one.
  private func dated(
    _ claims: [PageStatement], lead: TimeSpan?
  ) -> [(statement: PageStatement, time: TimeSpan?)] {
    if let first = claims.first, first.isRow, let lead {
      let row = claims.dropFirst().reduce(first) { $0.joined(with: $1) }
      return [(row, refined(lead, by: row))]
    }
    var result: [(statement: PageStatement, time: TimeSpan?)] = []
    for claim in claims {
      let time = time(of: claim)
      if let last = result.last, time == nil || last.time == nil || time == last.time {
        result[result.count - 1] = (last.statement.joined(with: claim), last.time ?? time)
      } else {
        result.append((claim, time))
      }
    }
    guard result.count == 1, result[0].time == nil else { return result }
    let statement = result[0].statement
    if let lead { return [(statement, refined(lead, by: statement))] }
    let restsOnItsOwn = statement.links.contains { targets[$0]?.line != nil }
    return [(statement, restsOnItsOwn ? nil : date(of: statement.followingLinks))]
  }

  private func time(of claim: PageStatement) -> TimeSpan? {
    let stated = StatedTime.all(in: claim.text)
    if let first = stated.first, first.isLeading { return refined(first.span, by: claim) }
    let heading = claim.headings.reversed().lazy.compactMap { StatedTime.leading(in: $0)?.span }
      .first
    if let heading, heading.precision == .day { return heading }
    if let exact = stated.first(where: { !$0.isYear }) { return refined(exact.span, by: claim) }
    return date(of: claim.links) ?? heading
  }

  /// A month or year as the day within it on which the claim's source was made.
  private func refined(_ time: TimeSpan, by claim: PageStatement) -> TimeSpan {
    guard time.precision == .month || time.precision == .year else { return time }
    let days = claim.links.compactMap { targets[$0]?.date }
    return days.filter(time.contains).min().map { TimeSpan($0) } ?? time
  }

  private func date(of links: [Int]) -> TimeSpan? {
    links.lazy.compactMap { targets[$0]?.date }.first.map { TimeSpan($0) }
  }

  private func sources(of claim: PageStatement) -> [Citation] {
    let links = claim.links.isEmpty ? claim.followingLinks : claim.links
    var seen: Set<Citation> = []
    return links.compactMap { link in
      guard let target = targets[link], let line = target.line else { return nil }
      let citation = Citation(path: target.path, lines: line...line)
      return seen.insert(citation).inserted ? citation : nil
    }
  }
}

extension PageStatement {
  /// Both claims of one sentence as one.
  fileprivate func joined(with next: PageStatement) -> PageStatement {
    var both = extended(by: next.text, to: next.bytes.upperBound)
    both.lines = lines.lowerBound...max(lines.upperBound, next.lines.upperBound)
    both.links += next.links
    return both
  }
}
