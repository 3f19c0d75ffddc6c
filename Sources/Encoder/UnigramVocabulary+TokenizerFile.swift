internal import Foundation

/// Reading the vocabulary of a `tokenizer.json`.
extension UnigramVocabulary {
  /// - Throws: `malformed` where the bytes are not such a file or a special token is missing;
  ///   `unsupported` where the vocabulary is of another kind, or texts are prepared for it otherwise than
  ///   SentencePiece does.
  init(tokenizerFile bytes: Data, path: String) throws(EncoderError) {
    let file: TokenizerFile
    do {
      file = try JSONDecoder().decode(TokenizerFile.self, from: bytes)
    } catch {
      throw .malformed(path: path, reason: JSONFailure.text(error))
    }
    try Self.check(file, path)
    var ids: [String: Int32] = [:]
    for token in file.addedTokens ?? [] { ids[token.content] = token.id }
    let vocabulary = file.model.vocabulary
    for (index, piece) in vocabulary.prefix(8).enumerated() where ids[piece.text] == nil {
      ids[piece.text] = Int32(index)
    }
    guard let unknown = file.model.unknown ?? ids["<unk>"], let start = ids["<s>"],
      let end = ids["</s>"], min(unknown, start, end) >= 0
    else { throw .malformed(path: path, reason: "it has no <s>, no </s> or no <unk>") }
    self.init(unknown: unknown, start: start, end: end)
    let specials = Set((file.addedTokens ?? []).map(\.content) + ["<s>", "</s>", "<unk>", "<pad>"])
    for (index, piece) in vocabulary.enumerated() where !specials.contains(piece.text) {
      add(Array(piece.text.utf8), id: Int32(index), score: Float(piece.score))
    }
    if let text = file.normalizer?.parts.compactMap(\.charsmap).first {
      guard let charsmap = Data(base64Encoded: text) else {
        throw .malformed(path: path, reason: "its precompiled_charsmap is not in base64")
      }
      rules = try CharacterRules(charsmap: Array(charsmap)[...], path: path)
    }
  }

  private static func check(_ file: TokenizerFile, _ path: String) throws(EncoderError) {
    let type = file.model.type ?? "Unigram"
    guard type == "Unigram" else {
      throw .unsupported(
        path: path,
        reason: type == "WordPiece"
          ? "a WordPiece vocabulary is read from vocab.txt, which is missing"
          : "its vocabulary is of the type \(type), not Unigram")
    }
    let normalizers = file.normalizer?.parts ?? []
    for step in normalizers where !["Precompiled", "Replace", "Strip"].contains(step.type) {
      throw .unsupported(path: path, reason: "it has the normalizer \(step.type)")
    }
    let preTokenizers = file.preTokenizer?.parts ?? []
    for step in preTokenizers where !["WhitespaceSplit", "Metaspace"].contains(step.type) {
      throw .unsupported(path: path, reason: "it has the pre-tokenizer \(step.type)")
    }
    let metaspace = preTokenizers.first { $0.type == "Metaspace" }
    guard metaspace?.prependScheme ?? "always" == "always", metaspace?.addsPrefixSpace ?? true
    else {
      throw .unsupported(path: path, reason: "its texts do not begin with a space")
    }
  }
}
