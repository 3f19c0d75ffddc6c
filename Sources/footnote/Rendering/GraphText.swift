import FootnoteKit
import TerminalOutput

/// What the link graph is like, for people.
struct GraphText {
  private static let labelWidth = 14
  /// Most linked documents, orphans of a kind and parts that are listed; the rest is counted.
  private static let longestList = 10

  let palette: Palette
  let width: Int

  func text(of graph: LinkGraph) -> String {
    if graph.nodes.isEmpty { return "" }
    var lines: [String] = []
    if let centre = graph.centre {
      lines += row("around", "\(graph.nodes[centre].title), \(graph.nodes[centre].path)")
    }
    lines += row("documents", documents(graph))
    lines += row("connections", connections(graph))
    lines += row("parts", parts(graph))
    if !graph.leftOut.isEmpty {
      lines += row("left out", graph.leftOut.joined(separator: ", ") + " (--lists shows them)")
    }
    if !graph.unresolved.isEmpty {
      let count = NumberText.counted(graph.unresolved.count, "link or source", "links and sources")
      let leads = graph.unresolved.count == 1 ? "leads" : "lead"
      lines += row(
        "unresolved", "\(count) \(leads) to no file, or to several (--missing shows them)")
    }
    lines += mostLinked(graph)
    lines += orphans(graph)
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ label: String, _ value: String) -> [String] {
    let margin = String(repeating: " ", count: Self.labelWidth)
    return LineWrapper(width: max(16, width - Self.labelWidth)).lines(of: value.plainLine)
      .enumerated().map { index, line in
        (index == 0 ? palette.aside(label.padded(to: Self.labelWidth)) : margin) + line
      }
  }

  private func documents(_ graph: LinkGraph) -> String {
    let counts = Dictionary(graph.nodes.map { ($0.type, 1) }, uniquingKeysWith: +)
    let types = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \(NumberText.grouped($0.value))" }
    return NumberText.grouped(graph.nodes.count) + ": " + types.joined(separator: ", ")
  }

  private func connections(_ graph: LinkGraph) -> String {
    let counts = Dictionary(graph.edges.map { ($0.kind, 1) }, uniquingKeysWith: +)
    let kinds = GraphEdge.Kind.allCases.compactMap { kind in
      counts[kind].map { "\(kind.rawValue) \(NumberText.grouped($0))" }
    }
    if kinds.isEmpty { return "none" }
    return NumberText.grouped(graph.edges.count) + ": " + kinds.joined(separator: ", ")
  }

  private func parts(_ graph: LinkGraph) -> String {
    let sizes = graph.components().map(\.count)
    guard sizes.count > 1, let largest = sizes.first else { return "1, all hang together" }
    let alone = sizes.count { $0 == 1 }
    var parts = ["largest of \(NumberText.counted(largest, "document"))"]
    let middle = sizes.dropFirst().filter { $0 > 1 }
    if !middle.isEmpty {
      let shown = middle.prefix(Self.longestList).map(NumberText.grouped).joined(separator: ", ")
      parts.append("others of \(shown)" + (middle.count > Self.longestList ? ", …" : ""))
    }
    if alone > 0, largest > 1 { parts.append("\(NumberText.grouped(alone)) alone") }
    return "\(NumberText.grouped(sizes.count)): " + parts.joined(separator: "; ")
  }

  // MARK: Lists

  private func mostLinked(_ graph: LinkGraph) -> [String] {
    let most = graph.mostLinked(Self.longestList)
    if most.isEmpty { return [] }
    let numberWidth = NumberText.grouped(most[0].count).displayWidth
    return ["", palette.aside("most linked, with the number of documents that lead there")]
      + most.flatMap { item in
        let number = NumberText.grouped(item.count)
        let fill = String(repeating: " ", count: numberWidth - number.displayWidth)
        return entry(graph.nodes[item.node], after: "  \(fill)\(number)  ")
      }
  }

  private func orphans(_ graph: LinkGraph) -> [String] {
    let orphans = graph.orphans().map { graph.nodes[$0] }
    if orphans.isEmpty { return [] }
    let heading =
      "orphans: \(NumberText.counted(orphans.count, "document")), to which nothing leads"
    var lines = [""] + LineWrapper(width: width).lines(of: heading).map(palette.aside)
    lines += orphans.prefix(2 * Self.longestList).flatMap { entry($0, after: "  ") }
    if orphans.count > 2 * Self.longestList {
      lines.append("  and \(orphans.count - 2 * Self.longestList) more (--format json has all)")
    }
    return lines
  }

  /// Title and path on one line, or the path on one of its own where both do not fit.
  private func entry(_ node: GraphNode, after start: String) -> [String] {
    let path = node.path.plainLine
    let title = node.title.plainLine
    let room = width - start.displayWidth
    if title.displayWidth + path.displayWidth + 2 <= room {
      return [start + title + "  " + palette.citation(path)]
    }
    let margin = String(repeating: " ", count: start.displayWidth)
    return [start + title.truncated(to: max(8, room)), margin + palette.citation(path)]
  }
}
