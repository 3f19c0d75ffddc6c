/// JSON Schema of what tools answer with; `docs/json.md` says what the keys mean.
package enum AnswerSchemas {
  package static let ask = Schema.object(
    [
      "query": Schema.text, "id": Schema.optional("string"), "mode": Schema.text,
      "took_ms": Schema.number, "answerable": Schema.optional("number"), "index": index,
      "corrections": Schema.map(of: Schema.text), "warnings": Schema.list(of: Schema.text),
      "hits": Schema.list(of: Schema.hit),
    ], usesHits: true)

  private static let index = Schema.object([
    "documents": Schema.integer, "passages": Schema.integer, "model": Schema.optional("string"),
    "embedded": Schema.number, "stale": Schema.optional("integer"),
  ])

  package static let sources = Schema.object(
    [
      "concept": Schema.text, "page": Schema.optional("string"),
      "alternatives": Schema.list(of: Schema.text), "unresolved": Schema.list(of: Schema.text),
      "ambiguous": Schema.list(
        of: Schema.object([
          "reference": Schema.text, "candidates": Schema.list(of: Schema.text),
        ])),
      "warnings": Schema.list(of: Schema.text),
      "sources": Schema.list(
        of: Schema.object([
          "path": Schema.text, "date": Schema.optional("string"), "title": Schema.text,
          "evidence": Schema.list(of: Schema.text), "score": Schema.number,
          "passages": Schema.list(of: Schema.hit),
        ])),
    ], usesHits: true)

  package static let show = Schema.object([
    "citation": Schema.text, "state": Schema.choice(["unchecked", "current", "moved", "gone"]),
    "reason": Schema.optional("string"), "moved_to": Schema.optional("string"),
    "path": Schema.text, "lines": Schema.range, "layer": Schema.optional("string"),
    "type": Schema.optional("string"), "title": Schema.optional("string"),
    "date": Schema.optional("string"), "url": Schema.optional("string"), "text": Schema.text,
    "lossy": Schema.flag, "before": Schema.list(of: Schema.text),
    "after": Schema.list(of: Schema.text),
  ])

  package static let related = Schema.object([
    "path": Schema.text, "title": Schema.text, "warnings": Schema.list(of: Schema.text),
    "related": Schema.list(
      of: Schema.object([
        "path": Schema.text, "title": Schema.text, "layer": Schema.text, "type": Schema.text,
        "date": Schema.optional("string"), "relations": Schema.list(of: Schema.text),
        "cosine": Schema.optional("number"), "score": Schema.number,
        "citation": Schema.optional("string"),
      ])),
  ])

  package static let provenance = Schema.object(
    [
      "page": Schema.text, "title": Schema.text, "warnings": Schema.list(of: Schema.text),
      "statements": Schema.list(
        of: Schema.object([
          "text": Schema.text, "citation": Schema.text, "lines": Schema.range,
          "bytes": Schema.range, "headings": Schema.list(of: Schema.text),
          "supported": Schema.flag, "support": Schema.number, "sources": Schema.list(of: support),
          "summaries": Schema.list(of: support), "broken": Schema.list(of: Schema.text),
        ])),
    ], usesHits: true)

  private static let support = Schema.object([
    "support": Schema.number, "evidence": Schema.list(of: Schema.text), "hit": Schema.hit,
  ])

  package static let timeline = Schema.object([
    "query": Schema.optional("string"), "answerable": Schema.optional("number"),
    "corrections": Schema.map(of: Schema.text), "entries": Schema.list(of: entry),
    "undated": Schema.list(of: Schema.text), "omitted": Schema.integer, "weak": Schema.integer,
    "warnings": Schema.list(of: Schema.text),
  ])

  private static let entry = Schema.object([
    "kind": Schema.choice(["document", "passage", "statement"]), "date": Schema.text,
    "until": Schema.text, "precision": Schema.text, "path": Schema.text,
    "citation": Schema.optional("string"), "bytes": Schema.optionalRange, "title": Schema.text,
    "layer": Schema.text, "type": Schema.text, "headings": Schema.list(of: Schema.text),
    "tags": Schema.list(of: Schema.text), "text": Schema.text, "score": Schema.optional("number"),
    "url": Schema.optional("string"), "sources": Schema.list(of: Schema.text),
    "duplicates": Schema.list(of: Schema.text),
  ])

  private static let coverage = Schema.object([
    "by": Schema.text, "name": Schema.optional("string"), "documents": Schema.integer,
    "passages": Schema.integer, "words": Schema.integer, "embedded": Schema.number,
    "dated": Schema.integer, "undated": Schema.integer,
  ])

  package static let status = Schema.object([
    "root": Schema.text, "index": Schema.text, "documents": Schema.integer,
    "passages": Schema.integer, "layers": Schema.map(of: Schema.integer),
    "types": Schema.map(of: Schema.integer), "years": Schema.map(of: Schema.integer),
    "languages": Schema.map(of: Schema.integer), "coverage": Schema.list(of: coverage),
    "model": Schema.optional("string"),
    "embedded": Schema.number, "stale": Schema.integer, "bytes": Schema.integer,
    "skipped": Schema.list(
      of: Schema.object(["path": Schema.text, "reason": Schema.text])),
    "issues": Schema.list(of: Schema.text), "unresolved_sources": Schema.integer,
    "unresolved_links": Schema.integer,
  ])
}
