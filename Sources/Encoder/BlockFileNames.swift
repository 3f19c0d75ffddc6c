/// The names of a `BlockFile`'s tensors.
enum BlockFileNames {
  private static let parts = [
    ("encoder.layer.", "l"), ("attention.self.query", "q"), ("attention.self.key", "k"),
    ("attention.self.value", "v"), ("attention.output.dense", "ao"),
    ("attention.output.LayerNorm", "aln"), ("intermediate.dense", "fi"), ("output.dense", "fo"),
    ("output.LayerNorm", "oln"),
  ]
  private static let whole = [
    "embeddings.word_embeddings.weight": "emb.word",
    "embeddings.position_embeddings.weight": "emb.pos",
    "embeddings.token_type_embeddings.weight": "emb.type",
    "embeddings.LayerNorm.weight": "emb.ln.w", "embeddings.LayerNorm.bias": "emb.ln.b",
  ]

  /// The short form of a name of Hugging Face's `BertModel`: `l0.q.w` for
  /// `encoder.layer.0.attention.self.query.weight`.
  static func short(_ name: String) -> String {
    if let short = whole[name] { return short }
    var short = name
    for (long, replacement) in parts {
      if let range = short.firstRange(of: long) { short.replaceSubrange(range, with: replacement) }
    }
    if short.hasSuffix(".weight") { return String(short.dropLast(6)) + "w" }
    return short.hasSuffix(".bias") ? String(short.dropLast(4)) + "b" : short
  }
}
