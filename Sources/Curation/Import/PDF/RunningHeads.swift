/// Takes out what stands at the head or foot of most pages: titles, names, numbers of pages.
enum RunningHeads {
  /// Fewer pages show no pattern.
  private static let leastPages = 3
  /// Lines that are looked at from either end of a page.
  private static let depth = 2

  static func remove(from pages: inout [[String]]) {
    let shown = pages.filter { !$0.allSatisfy(\.isEmpty) }
    guard shown.count >= leastPages else { return }
    var counts: [String: Int] = [:]
    for page in shown {
      for pattern in Set(ends(of: page).map { Self.pattern(page[$0]) }) {
        counts[pattern, default: 0] += 1
      }
    }
    // Left and right pages may differ.
    let least = max(leastPages, shown.count * 2 / 5)
    for index in pages.indices {
      let page = pages[index]
      let running = ends(of: page).filter { counts[pattern(page[$0]), default: 0] >= least }
      for line in running { pages[index][line] = "" }
    }
  }

  /// The lines at both ends.
  private static func ends(of page: [String]) -> [Int] {
    let lines = page.indices.filter { !page[$0].isEmpty }
    return Array(Set(lines.prefix(depth) + lines.suffix(depth)))
  }

  /// Numbers change from page to page.
  private static func pattern(_ line: String) -> String {
    var result = ""
    for character in line.lowercased() {
      if character.isNumber {
        if result.last != "#" { result.append("#") }
      } else {
        result.append(character)
      }
    }
    return result
  }
}
