/// JSON Schema of `HitJSON`.
package enum HitSchema {
  package static let json = Schema.object([
    "rank": Schema.integer, "score": Schema.number, "citation": Schema.text, "path": Schema.text,
    "lines": Schema.range, "bytes": Schema.range, "layer": Schema.text, "type": Schema.text,
    "title": Schema.text, "headings": Schema.list(of: Schema.text),
    "date": Schema.optional("string"), "url": Schema.optional("string"),
    "start": Schema.optional("number"), "hash": Schema.text, "text": Schema.text,
    "lossy": Schema.flag, "highlights": Schema.list(of: Schema.range),
    "duplicates": Schema.list(of: Schema.text), "signals": signals,
  ])

  private static let signals = Schema.object([
    "bm25": Schema.optional("number"), "cosine": Schema.optional("number"),
    "maxsim": Schema.optional("number"), "fused": Schema.number,
    "priors": Schema.list(of: Schema.text), "coverage": Schema.number,
  ])
}
