/// Reading the vocabulary of a `sentencepiece.bpe.model`, which despite its name is a unigram one.
extension UnigramVocabulary {
  /// Ids are those of XLM-RoBERTa, which puts `<s>`, `<pad>`, `</s>` and `<unk>` before all others and
  /// moves these by one, as three of them were there already.
  ///
  /// - Throws: `malformed` where the bytes are not such a file; `unsupported` where the model is of another
  ///   kind.
  init(sentencePiece bytes: [UInt8], path: String) throws(EncoderError) {
    let file: SentencePieceFile
    do {
      file = try SentencePieceFile(bytes)
    } catch {
      throw .malformed(path: path, reason: "it is not a model of SentencePiece")
    }
    try Self.check(file, path)
    self.init(unknown: 3, start: 0, end: 2)
    for (index, piece) in file.pieces.enumerated() where piece.kind == .normal {
      add(piece.text, id: Int32(index + 1), score: piece.score)
    }
    rules = try CharacterRules(charsmap: file.charsmap, path: path)
  }

  private static func check(_ file: SentencePieceFile, _ path: String) throws(EncoderError) {
    guard file.pieces.count > 3, file.pieces.count < Int(Int32.max) else {
      throw .malformed(path: path, reason: "it has \(file.pieces.count) pieces")
    }
    guard file.modelType == 1 else {
      throw .unsupported(path: path, reason: "its vocabulary is not of the type unigram")
    }
    guard file.beginsWithSpace, file.removesSpaces, file.escapesSpaces, !file.endsWithSpaces else {
      throw .unsupported(path: path, reason: "it treats spaces otherwise than XLM-RoBERTa")
    }
    let others: [SentencePieceFile.Kind?] = [.userDefined, .byte, nil]
    if let piece = file.pieces.first(where: { others.contains($0.kind) }) {
      let text = String(decoding: piece.text, as: UTF8.self)
      throw .unsupported(
        path: path, reason: "its piece \(text.debugDescription) is not a plain one")
    }
  }
}
