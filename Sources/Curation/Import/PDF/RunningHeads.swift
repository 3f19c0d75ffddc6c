/// Takes out what stands at the head or foot of most pages: titles and names that are alike word for word,
/// and numbers of pages that stand alone and rise with the pages.
///
/// A line that is alike but for its digits may be a sentence ("In 2001 sales were 7 million."), and stays.
struct RunningHeads {
  /// Fewer pages show no pattern.
  private static let leastPages = 3
  /// Lines that are looked at from either end of a page.
  private static let depth = 2

  /// Texts that were taken out, each once, in order.
  private(set) var lines: [String] = []
  /// How many numbers of pages were taken out.
  private(set) var numbers = 0

  /// Takes them out of `pages`. No page becomes empty by that.
  static func remove(from pages: inout [[String]]) -> RunningHeads {
    var heads = RunningHeads()
    let shown = pages.indices.filter { !pages[$0].allSatisfy(\.isEmpty) }
    guard shown.count >= leastPages else { return heads }
    var counts: [String: Int] = [:]
    var offsets: [Int: Int] = [:]
    for index in shown {
      let ends = ends(of: pages[index]).map { pages[index][$0] }
      for line in Set(ends) { counts[line, default: 0] += 1 }
      for offset in Set(ends.compactMap(number).map { $0 - index }) {
        offsets[offset, default: 0] += 1
      }
    }
    // Left and right pages may differ.
    let least = max(leastPages, (shown.count + 1) / 2)
    for index in shown {
      let page = pages[index]
      let isNumber = { (line: String) in
        number(line).map { offsets[$0 - index, default: 0] >= leastPages } ?? false
      }
      let running = ends(of: page).filter { place in
        counts[page[place], default: 0] >= least || isNumber(page[place])
      }
      guard running.count < page.count(where: { !$0.isEmpty }) else { continue }
      for place in running {
        pages[index][place] = ""
        heads.note(page[place], isNumber: isNumber(page[place]))
      }
    }
    return heads
  }

  private mutating func note(_ line: String, isNumber: Bool) {
    if isNumber {
      numbers += 1
    } else if !lines.contains(line) {
      lines.append(line)
    }
  }

  /// The places of the lines at both ends, in order.
  private static func ends(of page: [String]) -> [Int] {
    let lines = page.indices.filter { !page[$0].isEmpty }
    return Set(lines.prefix(depth) + lines.suffix(depth)).sorted()
  }

  /// The number of a page that stands alone: `7`, `- 7 -`, `Page 7`, `7 of 12`, `Page 7/12`.
  private static func number(_ line: String) -> Int? {
    let dashes: Set<Character> = ["-", "–", "—"]
    var text = line.lowercased().trimmed[...]
    if let first = text.first, let last = text.last, text.count > 2, dashes.contains(first),
      dashes.contains(last)
    {
      text = text.dropFirst().dropLast().trimmed[...]
    }
    if text.hasPrefix("page ") { text = text.dropFirst(5).trimmed[...] }
    for divider in [" of ", "/"] {
      guard let range = text.firstRange(of: divider) else { continue }
      guard digits(text[range.upperBound...].trimmed) != nil else { return nil }
      return digits(text[..<range.lowerBound].trimmed)
    }
    return digits(String(text))
  }

  private static func digits(_ text: String) -> Int? {
    let isNumber =
      (1...6).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? Int(text) : nil
  }
}
