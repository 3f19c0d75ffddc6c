internal import AgentProtocol

/// JSON Schema of `GraphJSON`; `docs/json.md` says what the keys mean.
enum GraphSchema {
  static let json = Schema.object([
    "nodes": Schema.list(of: node), "edges": Schema.list(of: edge),
    "components": Schema.list(of: Schema.integer), "orphans": Schema.list(of: Schema.text),
    "unresolved": Schema.list(of: unresolved), "left_out": Schema.list(of: Schema.text),
  ])

  private static let node = Schema.object([
    "path": Schema.text, "title": Schema.text, "layer": Schema.optional("string"),
    "type": Schema.optional("string"), "date": Schema.optional("string"),
    "url": Schema.optional("string"), "summary": Schema.optional("string"),
    "incoming": Schema.integer, "outgoing": Schema.integer, "component": Schema.integer,
    "missing": Schema.flag,
  ])

  private static let edge = Schema.object([
    "from": Schema.text, "to": Schema.text, "kind": Schema.text, "count": Schema.integer,
    "lines": Schema.list(of: Schema.integer),
  ])

  private static let unresolved = Schema.object([
    "path": Schema.text, "line": Schema.optional("integer"), "target": Schema.text,
    "candidates": Schema.list(of: Schema.text),
  ])
}
