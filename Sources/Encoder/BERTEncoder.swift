public import Foundation
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
  public init(
    directory: ModelDirectory, precision: Precision = .standard,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(EncoderError) {
    name = directory.name
    configuration = try directory.configuration()
    let file = try directory.openWeights()
    let vocabulary = try directory.openVocabulary(
      weights: file, limit: configuration.vocabulary, environment: environment)
    tokenizer = try vocabulary.tokenizer
    fingerprint = try directory.fingerprint(
      weights: file, vocabulary: vocabulary.identity,
      settings: configuration.fingerprintText
        + (precision == .float32 ? "" : "\nprecision: \(precision.rawValue)"))
    let rounded =
      precision == .int8
      ? RoundedWeights(fingerprint: fingerprint, environment: environment) : nil
    weights = try BERTWeights(file: file, configuration: configuration, rounded: rounded)
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
    var pass = idle.withLock { $0.popLast() } ?? BERTPass()
    let vector = pass.run(
      batch, weights: weights, configuration: configuration, cores: Parallel.cores)
    let tokens = pass.tokens(of: batch, columns: dimensions)
    idle.withLock { $0.append(pass) }
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

  /// Runs the batches, one worker a core, and puts their rows where they belong. A single batch has
  /// all cores to itself.
  private func run(_ batches: [TokenBatch], rows: Int, keepsSigns: Bool) -> Output {
    let workers = min(batches.count, Parallel.cores)
    let cores = batches.count == 1 ? Parallel.cores : 1
    let next = Atomic(0)
    let none = SignCodes(rows: 0, columns: dimensions, bytes: [])
    let result = Mutex(
      Output(
        vectors: Matrix(rows: rows, columns: dimensions),
        signs: keepsSigns ? Array(repeating: none, count: rows) : []))
    Parallel.run(workers) { _ in
      var pass = idle.withLock { $0.popLast() } ?? BERTPass()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batches.count else { break }
        let vectors = pass.run(
          batches[index], weights: weights, configuration: configuration, cores: cores)
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
