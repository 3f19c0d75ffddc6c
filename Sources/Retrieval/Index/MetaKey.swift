/// What the table `meta` says of an index.
enum MetaKey: String {
  /// `Analyzer.version` and `EmbeddingText.version` that the rows were made with.
  case analyzer
  /// Absolute path of the knowledge base.
  case root
  /// Counts the transactions that changed passages.
  case content
  /// Value of `content` for which links and aliases were last resolved.
  case resolved
  /// Name and fingerprint of the model whose vectors are used.
  case modelName
  case modelFingerprint
  case dimensions
  /// Counts the transactions that added vectors.
  case encodings
}

extension MetaKey {
  /// What numbers may be, far from where arithmetic would overflow.
  var numbers: ClosedRange<Int> {
    self == .dimensions ? 1...65_536 : 0...(1 << 53)
  }
}
