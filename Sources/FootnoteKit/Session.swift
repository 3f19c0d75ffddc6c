internal import Foundation
internal import Synchronization

/// A knowledge base with its index and its model: what every command works with.
///
///     let session = try Session(SessionOptions(workingDirectory: path, environment: environment))
///     let preparation = try session.prepare()
///     let answer = try session.searcher().search(try session.parse("what is bacterial code?"))
public final class Session: Sendable {
  /// The folder, its layers and its configuration.
  public let knowledgeBase: KnowledgeBase
  /// Where the index lies.
  public let folder: IndexFolder
  private let options: SessionOptions
  private let loaded = Mutex<Result<any SentenceEncoder, EncoderError>?>(nil)

  /// Finds the knowledge base. Opens neither the index nor the model yet.
  ///
  /// - Throws: `CorpusError`.
  /// - Complexity: O(depth of the working directory).
  public init(_ options: SessionOptions) throws(CorpusError) {
    self.options = options
    knowledgeBase =
      if let root = options.root {
        try KnowledgeBase(root: Self.absolute(root, from: options.workingDirectory))
      } else {
        try KnowledgeBase.find(from: options.workingDirectory)
      }
    let chosen = options.index.map { Self.absolute($0, from: options.workingDirectory) }
    folder = try IndexFolder.locate(
      for: knowledgeBase, chosen: chosen, environment: options.environment)
  }

  private static func absolute(_ path: String, from folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  // MARK: The model

  /// The model, loaded once.
  ///
  /// - Throws: `EncoderError` where it is missing or unsound; the same one each time.
  public func encoder() throws(EncoderError) -> any SentenceEncoder {
    let result = loaded.withLock { known in
      if let known { return known }
      let result = Result { () throws(EncoderError) -> any SentenceEncoder in try load() }
      known = result
      return result
    }
    return try result.get()
  }

  private func load() throws(EncoderError) -> any SentenceEncoder {
    let precision = try Precision.named(in: options.environment) ?? .standard
    return try BERTEncoder(
      directory: modelDirectory(), precision: precision, environment: options.environment)
  }

  /// The folder of the model that is used, without loading it.
  ///
  /// - Throws: `EncoderError` where it is missing or not complete.
  public func modelDirectory() throws(EncoderError) -> ModelDirectory {
    let isInEnvironment = options.environment["FOOTNOTE_MODEL"]?.isEmpty == false
    let name = options.model ?? (isInEnvironment ? nil : knowledgeBase.configuration.model)
    return try ModelDirectory.locate(name, environment: options.environment)
  }

  // MARK: Questions

  /// Reads a question's syntax, with this knowledge base's layers and today's date.
  ///
  /// - Parameters:
  ///   - question: As a user wrote it.
  ///   - layersElsewhere: Layers of other knowledge bases that are asked the same; the question
  ///     may exclude them.
  /// - Throws: `QueryError`.
  public func parse(
    _ question: String, layersElsewhere: [String] = []
  ) throws(QueryError) -> Query {
    let parser = QueryParser(
      today: Self.today(), layers: knowledgeBase.layers.map(\.name),
      layersElsewhere: layersElsewhere)
    return try parser.parse(question)
  }

  /// The index, open for reading.
  ///
  /// - Throws: `IndexError`.
  public func index() throws(IndexError) -> SearchIndex {
    try SearchIndex(knowledgeBase, folder: folder)
  }

  /// A searcher over the index. Without a usable model it answers by words; its answers say so.
  ///
  /// - Parameter mode: The model is not loaded for a lexical search.
  /// - Throws: `IndexError`; `EncoderError` where a model is there but is unsound.
  public func searcher(for mode: SearchMode = .hybrid) throws -> Searcher {
    let index = try index()
    guard mode != .lexical else { return Searcher(index, encoder: nil) }
    do throws(EncoderError) {
      return Searcher(index, encoder: try encoder())
    } catch {
      guard case .modelNotFound = error else { throw error }
      return Searcher(index, encoder: nil)
    }
  }

  /// The day from which `3w` and `last month` are counted.
  public static func today() -> CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    let date = CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
    guard let date else { preconditionFailure("the system's calendar names no day") }
    return date
  }
}
