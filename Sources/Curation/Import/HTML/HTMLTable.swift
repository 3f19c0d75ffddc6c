/// A table of a page as markdown: with columns where it holds data, else as what its cells hold.
struct HTMLTable {
  /// Wider ones are data, not something to read; and what a page claims must not fill the memory.
  private static let widest = 60

  let markdown: HTMLMarkdown
  private let element: HTMLElement
  private let rows: [HTMLElement]

  init(markdown: HTMLMarkdown, _ element: HTMLElement) {
    self.markdown = markdown
    self.element = element
    rows = Self.rows(of: element)
  }

  private static func rows(of element: HTMLElement) -> [HTMLElement] {
    element.elements.flatMap { child -> [HTMLElement] in
      if child.name == "tr" { return [child] }
      return ["thead", "tbody", "tfoot"].contains(child.name) ? rows(of: child) : []
    }
  }

  var blocks: [String] {
    let caption = element.elements.first { $0.name == "caption" }
    let title = caption.map { markdown.blocks(of: $0.children) } ?? []
    guard isData else {
      return title
        + rows.flatMap { row in row.elements.flatMap { markdown.blocks(of: $0.children) } }
    }
    let grid = grid()
    guard let width = grid.map(\.count).max(), width > 0,
      grid.contains(where: { !$0.allSatisfy(\.isEmpty) })
    else { return title }
    let filled = grid.map { $0 + [String](repeating: "", count: width - $0.count) }
    let rule = [String](repeating: "---", count: width)
    let lines = [filled[0], rule] + filled.dropFirst()
    return title + [lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")]
  }

  /// Several columns, and nothing in a cell that needs lines of its own.
  private var isData: Bool {
    let large: Set<String> = ["table", "pre", "blockquote", "h1", "h2", "h3", "article", "section"]
    let cells = rows.map { row in row.elements.filter { ["td", "th"].contains($0.name) } }
    guard (cells.map(\.count).max() ?? 0) > 1, cells.count > 1 else { return false }
    return !cells.joined().contains { cell in
      cell.elements.contains { !$0.all { large.contains($0.name) }.isEmpty }
    }
  }

  /// The texts by row and column. A cell that spans rows stands in each of them, one that spans columns in
  /// the first.
  private func grid() -> [[String]] {
    var hanging: [Int: (text: String, rows: Int)] = [:]
    return rows.map { row in
      var cells: [String] = []
      func takeHanging() {
        while cells.count < Self.widest, let (text, left) = hanging[cells.count] {
          hanging[cells.count] = left > 1 ? (text, left - 1) : nil
          cells.append(text)
        }
      }
      for cell in row.elements where ["td", "th"].contains(cell.name) && cells.count < Self.widest {
        takeHanging()
        let text = HTMLInline(base: markdown.base).line(of: cell.children).replacing(
          "|", with: "\\|")
        let columns = min(Self.span(cell, "colspan"), Self.widest - cells.count)
        let depth = Self.span(cell, "rowspan")
        for column in 0..<max(1, columns) {
          let shown = column == 0 ? text : ""
          if depth > 1 { hanging[cells.count] = (shown, depth - 1) }
          cells.append(shown)
        }
      }
      takeHanging()
      return cells
    }
  }

  private static func span(_ cell: HTMLElement, _ name: String) -> Int {
    min(1_000, max(1, Int(cell.attributes[name] ?? "") ?? 1))
  }
}
