public import Foundation
package import LinearAlgebra
internal import Synchronization

/// A BERT-family sentence encoder that runs on the processor (Reimers and Gurevych 2019,
/// "Sentence-BERT"). Texts go through the network in batches without padding, one worker a core.
///
///     let encoder = try BERTEncoder(directory: .locate())
///     let encoded = try encoder.encode(["How are notes linked?"], as: .query)
///
/// Vectors do not depend on which texts are encoded together, but for the last bits.
public final class BERTEncoder: SentenceEncoder {
  /// Name of the model's folder.
  public let name: String
  /// Differs between models, and precisions, whose vectors differ.
  public let fingerprint: String
  /// Length of the vectors.
  public var dimensions: Int { configuration.dimensions }
  /// Number of tokens that are read of a text.
  public var maximumTokens: Int { configuration.maximumTokens }

  private let configuration: ModelConfiguration
  private let tokenizer: any Tokenizer
  private let weights: BERTWeights
  private let level: KernelLevel
  // Memory of workers that have ended, for the next ones.
  private let idle = Mutex<[BERTPass]>([])

  /// Opens the model in `directory`. The weights are mapped, so that this takes about 10 ms, and
  /// their pages are read when they are first used.
  ///
  /// - Parameters:
  ///   - precision: What the products are computed with; vectors of different precisions have
  ///     different fingerprints.
  ///   - environment: Variables, by name: where rounded weights are kept.
  /// - Throws: `EncoderError`, which names the file that is missing, damaged or of another kind.
  public convenience init(
    directory: ModelDirectory, precision: Precision = .standard,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(EncoderError) {
    try self.init(
      directory: directory, precision: precision, environment: environment, level: .best)
  }

  /// Opens the model as the public initialiser does, for kernels of `level`, which this processor must support.
  package init(
    directory: ModelDirectory, precision: Precision, environment: [String: String],
    level: KernelLevel
  ) throws(EncoderError) {
    self.level = level
    name = directory.name
    configuration = try directory.configuration()
    let file = try directory.openWeights()
    let vocabulary = try directory.openVocabulary(
      weights: file, limit: configuration.vocabulary, environment: environment)
    tokenizer = try vocabulary.tokenizer
    fingerprint = try directory.fingerprint(
      weights: file, vocabulary: vocabulary.identity,
      settings: configuration.fingerprintText
        + precision.fingerprintText)
    let fingerprint = fingerprint
    weights = try BERTWeights(file: file, configuration: configuration) { products in
      switch precision {
      case .int8:
        let cache = WeightsCache<QuantizedMatrix>(
          fingerprint: fingerprint, magic: "FNINT802", ending: "int8", environment: environment)
        return zip(products, cache.matrices(for: products)).map {
          Linear(weights: .int8($1), bias: $0.bias)
        }
      case .float32:
        let cache = WeightsCache<PackedMatrix>(
          fingerprint: fingerprint, magic: "FNFLT321", ending: "float32", environment: environment)
        return zip(products, cache.matrices(for: products)).map {
          Linear(weights: .float32($1), bias: $0.bias)
        }
      }
    }
  }

  /// Texts as unit vectors, in their order.
  public func encode(
    _ texts: [String], as role: TextRole
  ) throws(EncoderError) -> EncodedTexts {
    let tokenized = tokenize(texts, as: role)
    let batches = TokenBatch.plan(tokenized.map(\.ids), workers: Parallel.cores)
    let output = run(batches, rows: texts.count, keepsSigns: role == .passage)
    return EncodedTexts(
      vectors: output.vectors,
      tokens: tokenized.reduce(0) { $0 + $1.ids.count },
      truncated: tokenized.indices.filter { tokenized[$0].isTruncated }, signs: output.signs)
  }

  /// A question as a vector, and its tokens where the model is used for them.
  public func encode(question: String) throws(EncoderError) -> EncodedQuestion {
    let prefix = configuration.prefixes[.query]
    var splitter = tokenizer.makeTokenizerPass()
    let words = splitter.words(in: prefix + question)
    // The words of the prefix, if there is one, say nothing of the question.
    let skipped = prefix.isEmpty ? 0 : splitter.words(in: prefix).count
    let tokenized = tokenize([question], as: .query)[0]
    var batch = TokenBatch()
    batch.append(tokenized.ids, text: 0)
    let (vector, tokens) = run(batch)
    let kept = (0..<tokens.rows).filter { tokenized.words[$0 + 1] >= Int32(skipped) }
    return EncodedQuestion(
      vector: Array(vector[row: 0]),
      tokens: Matrix(
        rows: kept.count, columns: dimensions, values: kept.flatMap { tokens[row: $0] }),
      words: kept.map { words[Int(tokenized.words[$0 + 1])] })
  }

  /// The tokens that `encode` gives to the network, special ones included.
  package func tokenize(_ texts: [String], as role: TextRole) -> [TokenizedText] {
    let prefix = configuration.prefixes[role]
    var pass = tokenizer.makeTokenizerPass()
    return texts.map {
      pass.tokenize(prefix.isEmpty ? $0 : prefix + $0, limit: configuration.maximumTokens)
    }
  }

  /// What the network gives for several texts, in their order.
  private struct Output: Sendable {
    var vectors: Matrix
    var signs: [SignCodes]
  }

  /// Runs a single text on all cores: its vector, and those of its tokens.
  private func run(_ batch: TokenBatch) -> (vector: Matrix, tokens: Matrix) {
    let result = Crew.together(Parallel.cores) { crew in
      var pass = idle.withLock { $0.popLast() } ?? BERTPass(level: level)
      let vector = pass.run(batch, weights: weights, configuration: configuration, crew: crew)
      let tokens = pass.tokens(of: batch, columns: dimensions)
      idle.withLock { $0.append(pass) }
      return (vector, tokens)
    }
    let none = Matrix(rows: 0, columns: dimensions)
    return result ?? (none, none)
  }

  /// Runs the batches, one worker a core, and puts their rows where they belong.
  private func run(_ batches: [TokenBatch], rows: Int, keepsSigns: Bool) -> Output {
    let workers = min(batches.count, Parallel.cores)
    let next = Atomic(0)
    let none = SignCodes(rows: 0, columns: dimensions, bytes: [])
    let result = Mutex(
      Output(
        vectors: Matrix(rows: rows, columns: dimensions),
        signs: keepsSigns ? Array(repeating: none, count: rows) : []))
    Parallel.run(workers) { _ in
      var pass = idle.withLock { $0.popLast() } ?? BERTPass(level: level)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batches.count else { break }
        let vectors = pass.run(
          batches[index], weights: weights, configuration: configuration, crew: .alone)
        let signs = keepsSigns ? pass.signs(of: batches[index], columns: dimensions) : []
        result.withLock { output in
          Self.put(vectors, batches[index].texts, into: &output.vectors)
          for (text, codes) in zip(batches[index].texts, signs) { output.signs[text] = codes }
        }
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
