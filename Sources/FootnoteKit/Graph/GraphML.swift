/// The link graph as GraphML (Brandes, Eiglsperger and Lerner 2002), which Gephi, yEd, Cytoscape and
/// NetworkX read.
public struct GraphML: Sendable {
  private let graph: LinkGraph

  /// The text of `graph`.
  public init(_ graph: LinkGraph) {
    self.graph = graph
  }

  /// Names of values, with their types: of nodes, then of edges.
  private static let nodeKeys = [
    ("title", "string"), ("path", "string"), ("layer", "string"), ("type", "string"),
    ("date", "string"), ("url", "string"), ("summary", "string"), ("missing", "boolean"),
  ]
  private static let edgeKeys = [("kind", "string"), ("count", "int"), ("lines", "string")]

  /// A whole document, UTF-8.
  public var text: String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns""#,
      #"  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#,
      #"  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns"#
        + #" http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"#,
    ]
    for (name, type) in Self.nodeKeys { lines.append(Self.key(name, type, of: "node")) }
    for (name, type) in Self.edgeKeys { lines.append(Self.key(name, type, of: "edge")) }
    lines.append(#"  <graph id="footnote" edgedefault="directed">"#)
    for (index, node) in graph.nodes.enumerated() {
      lines.append(#"    <node id="n\#(index)">"# + Self.data(of: node) + "</node>")
    }
    for (index, edge) in graph.edges.enumerated() {
      lines.append(
        #"    <edge id="e\#(index)" source="n\#(edge.from)" target="n\#(edge.to)">"#
          + Self.data(of: edge) + "</edge>")
    }
    lines += ["  </graph>", "</graphml>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func key(_ name: String, _ type: String, of element: String) -> String {
    #"  <key id="\#(name)" for="\#(element)" attr.name="\#(name)" attr.type="\#(type)"/>"#
  }

  private static func data(of node: GraphNode) -> String {
    let values: [(String, String?)] = [
      ("title", node.title), ("path", node.path), ("layer", node.layer), ("type", node.type),
      ("date", node.date?.description), ("url", node.url), ("summary", node.summary),
      ("missing", node.isMissing ? "true" : "false"),
    ]
    return data(values)
  }

  private static func data(of edge: GraphEdge) -> String {
    let lines = edge.lines.map(String.init).joined(separator: " ")
    return data([
      ("kind", edge.kind.rawValue), ("count", String(edge.count)),
      ("lines", lines.isEmpty ? nil : lines),
    ])
  }

  /// What is not known has no element.
  private static func data(_ values: [(String, String?)]) -> String {
    values.compactMap { key, value in
      value.map { #"<data key="\#(key)">\#(escaped($0))</data>"# }
    }.joined()
  }

  /// Characters that XML 1.0 does not allow at all become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x0D: result += "&#13;"
      case 0x00..<0x09, 0x0B...0x0C, 0x0E..<0x20, 0xFFFE...0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
