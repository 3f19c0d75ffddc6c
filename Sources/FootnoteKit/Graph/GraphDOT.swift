/// The link graph in the language of Graphviz. Types are told apart by shape and by colour, kinds of links
/// by how their lines are drawn.
///
///     footnote graph --format dot | sfdp -Tsvg > graph.svg
public struct GraphDOT: Sendable {
  private let graph: LinkGraph

  /// The text of `graph`.
  public init(_ graph: LinkGraph) {
    self.graph = graph
  }

  /// The whole file.
  public var text: String {
    var lines = [
      "digraph footnote {",
      "  graph [overlap=prism, outputorder=edgesfirst];",
      #"  node [style=filled, fontname="sans-serif", fontsize=10];"#,
      ##"  edge [color="#00000055", arrowsize=0.5];"##,
    ]
    let style = TypeStyle(of: graph.nodes.map(\.type))
    for (index, node) in graph.nodes.enumerated() {
      let look = style.look(of: node.type)
      var attributes = [
        ("label", node.title), ("tooltip", node.summary.isEmpty ? node.path : node.summary),
        ("comment", node.path), ("class", node.type), ("shape", look.shape.graphviz),
        ("fillcolor", look.colour.light), ("fontcolor", "#ffffff"),
      ]
      if node.isMissing { attributes += [("style", "dashed"), ("fontcolor", "#000000")] }
      lines.append("  n\(index) [\(Self.list(attributes))];")
    }
    for edge in graph.edges {
      lines.append("  n\(edge.from) -> n\(edge.to) [\(Self.list(Self.attributes(of: edge)))];")
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func attributes(of edge: GraphEdge) -> [(String, String)] {
    let style =
      switch edge.kind {
      case .link: "solid"
      case .source: "dashed"
      case .citation: "dotted"
      }
    let lines = edge.lines.map(String.init).joined(separator: ", ")
    let cited = lines.isEmpty ? "" : " of " + (edge.lines.count == 1 ? "line " : "lines ") + lines
    return [
      ("class", edge.kind.rawValue), ("style", style), ("weight", String(edge.count)),
      ("tooltip", edge.kind.rawValue + cited),
    ]
  }

  private static func list(_ attributes: [(String, String)]) -> String {
    attributes.map { "\($0)=\(quoted($1))" }.joined(separator: ", ")
  }

  /// Graphviz reads backslashes and the entities of HTML in every text.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x26: result += "&amp;"
      case 0x00..<0x20, 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
