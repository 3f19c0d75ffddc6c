/// The names of a `BlockFile`'s tensors.
enum BlockFileNames {
  private static let whole = [
    "embeddings.word_embeddings.weight": "emb.word",
    "embeddings.position_embeddings.weight": "emb.pos",
    "embeddings.token_type_embeddings.weight": "emb.type",
    "embeddings.LayerNorm.weight": "emb.ln.w", "embeddings.LayerNorm.bias": "emb.ln.b",
  ]
  private static let parts: [Substring: String] = [
    "attention.self.query": "q", "attention.self.key": "k", "attention.self.value": "v",
    "attention.output.dense": "ao", "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi", "output.dense": "fo", "output.LayerNorm": "oln",
  ]

  /// The short form of a name of Hugging Face's `BertModel`: `l0.q.w` for
  /// `encoder.layer.0.attention.self.query.weight`. Other names are left as they are.
  static func short(_ name: String) -> String {
    if let short = whole[name] { return short }
    let layers = "encoder.layer."
    guard name.hasPrefix(layers) else { return name }
    let path = name.dropFirst(layers.count).split(separator: ".", maxSplits: 1)
    guard path.count == 2, let dot = path[1].lastIndex(of: "."), let part = parts[path[1][..<dot]],
      let kind = path[1][dot...].dropFirst().first
    else { return name }
    return "l\(path[0]).\(part).\(kind)"
  }
}
