internal import Digest
internal import Foundation
internal import LinearAlgebra

/// Opening the files of a model, of whatever kind they are.
extension ModelDirectory {
  /// The weights.
  func openWeights() throws(EncoderError) -> any WeightFile {
    let path = filePath(weightsFile)
    return weightsFile == Self.blockFile ? try BlockFile(path: path) : try Safetensors(path: path)
  }

  /// The vocabulary: that of `vocab.txt`, else of `tokenizer.json`, else of `sentencepiece.bpe.model`, else
  /// that in the file of the weights.
  ///
  /// - Parameter limit: The number of rows of the embedding: no id may reach it.
  /// - Throws: `missingFile` where there is none.
  func openVocabulary(
    weights: any WeightFile, limit: Int, environment: [String: String]
  ) throws(EncoderError) -> OpenedVocabulary {
    if let bytes = try contents(Self.vocabularyFile) {
      return try wordPieces(bytes, limit: limit)
    }
    for file in [Self.tokenizerFile, Self.sentencePieceFile] where hasFile(file) {
      let mapped = try map(file)
      return unigram(mapped, 0..<mapped.count, limit, environment) { () throws(EncoderError) in
        let bytes = mapped.bytes(in: 0..<mapped.count)
        return file == Self.tokenizerFile
          ? try UnigramVocabulary(tokenizerFile: Data(bytes), path: mapped.path)
          : try UnigramVocabulary(sentencePiece: bytes, path: mapped.path)
      }
    }
    guard let weights = weights as? BlockFile else {
      throw .missingFile(path: filePath(Self.vocabularyFile))
    }
    return unigram(weights.file, weights.vocabulary.whole, limit, environment) {
      () throws(EncoderError) in try UnigramVocabulary(blockFile: weights)
    }
  }

  private func wordPieces(
    _ bytes: [UInt8], limit: Int
  ) throws(EncoderError) -> OpenedVocabulary {
    let path = filePath(Self.vocabularyFile)
    let normalization = try configuration().normalization
    return OpenedVocabulary(identity: bytes) { () throws(EncoderError) in
      WordPieceTokenizer(
        vocabulary: try WordPieceVocabulary(bytes, path: path, limit: limit),
        normalization: normalization)
    }
  }

  private func unigram(
    _ file: MappedFile, _ range: Range<Int>, _ limit: Int, _ environment: [String: String],
    read: @escaping () throws(EncoderError) -> UnigramVocabulary
  ) -> OpenedVocabulary {
    let digest = file.withBytes(in: range) { SHA256Digest(of: $0) }
    return OpenedVocabulary(identity: digest.bytes) { () throws(EncoderError) in
      UnigramTokenizer(
        tables: try UnigramTables(
          digest: digest.hex, path: file.path, limit: limit, environment: environment, read: read))
    }
  }
}
