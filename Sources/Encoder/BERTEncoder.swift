internal import LinearAlgebra
internal import Synchronization

/// A BERT-family sentence encoder that runs on the processor (Reimers and Gurevych 2019,
/// "Sentence-BERT"). Texts go through the network in batches without padding, one worker a core.
///
///     let encoder = try BERTEncoder(directory: .locate())
///     let encoded = try encoder.encode(["How are notes linked?"], as: .query)
///
/// Vectors do not depend on which texts are encoded together, but for the last bits.
public final class BERTEncoder: SentenceEncoder {
  public let name: String
  public let fingerprint: String
  public var dimensions: Int { configuration.dimensions }
  public var maximumTokens: Int { configuration.maximumTokens }

  private let configuration: ModelConfiguration
  private let tokenizer: WordPieceTokenizer
  private let weights: BERTWeights
  // Memory of workers that have ended, for the next ones.
  private let idle = Mutex<[BERTPass]>([])

  /// Opens the model in `directory`. The weights are mapped, so that this takes about 10 ms, and
  /// their pages are read when they are first used.
  ///
  /// - Throws: `EncoderError`, which names the file that is missing, damaged or of another kind.
  public init(directory: ModelDirectory) throws(EncoderError) {
    name = directory.name
    configuration = try directory.configuration()
    let file = try Safetensors(path: directory.filePath(ModelDirectory.weightsFile))
    weights = try BERTWeights(file: file, configuration: configuration)
    let path = directory.filePath(ModelDirectory.vocabularyFile)
    guard let vocabulary = try directory.contents(ModelDirectory.vocabularyFile) else {
      throw .missingFile(path: path)
    }
    tokenizer = WordPieceTokenizer(
      vocabulary: try WordPieceVocabulary(vocabulary, path: path, limit: configuration.vocabulary),
      normalization: configuration.normalization)
    fingerprint = try directory.fingerprint(
      weights: file, vocabulary: vocabulary, settings: configuration.fingerprintText)
  }

  public func encode(
    _ texts: [String], as role: TextRole
  ) throws(EncoderError) -> EncodedTexts {
    let tokenized = tokenize(texts, as: role)
    let batches = TokenBatch.plan(tokenized.map(\.ids), workers: Parallel.cores)
    return EncodedTexts(
      vectors: run(batches, rows: texts.count),
      tokens: tokenized.reduce(0) { $0 + $1.ids.count },
      truncated: tokenized.indices.filter { tokenized[$0].isTruncated })
  }

  /// The tokens that `encode` gives to the network, special ones included.
  package func tokenize(_ texts: [String], as role: TextRole) -> [TokenizedText] {
    let prefix = configuration.prefixes[role]
    var pass = tokenizer.makePass()
    return texts.map {
      pass.tokenize(prefix.isEmpty ? $0 : prefix + $0, limit: configuration.maximumTokens)
    }
  }

  /// Runs the batches, one worker a core, and puts their rows where they belong. A single batch has
  /// all cores to itself.
  private func run(_ batches: [TokenBatch], rows: Int) -> Matrix {
    let workers = min(batches.count, Parallel.cores)
    let cores = batches.count == 1 ? Parallel.cores : 1
    let next = Atomic(0)
    let result = Mutex(Matrix(rows: rows, columns: dimensions))
    Parallel.run(workers) { _ in
      var pass = idle.withLock { $0.popLast() } ?? BERTPass()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batches.count else { break }
        let vectors = pass.run(
          batches[index], weights: weights, configuration: configuration, cores: cores)
        result.withLock { Self.put(vectors, batches[index].texts, into: &$0) }
      }
      idle.withLock { $0.append(pass) }
    }
    return result.withLock { $0 }
  }

  private static func put(_ vectors: Matrix, _ texts: [Int], into result: inout Matrix) {
    for (row, text) in texts.enumerated() {
      let target = (text * result.columns)..<((text + 1) * result.columns)
      result.values.replaceSubrange(target, with: vectors[row: row])
    }
  }
}
