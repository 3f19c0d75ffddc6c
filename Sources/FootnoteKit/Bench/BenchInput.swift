internal import Foundation

/// What is measured: a test collection in the layout of BEIR, or judged questions over a knowledge base.
public enum BenchInput: Sendable {
  /// Documents, queries and qrels.
  case collection(BEIRCollection)
  /// Questions over the knowledge base of the options.
  case judged(name: String, queries: [JudgedQuery])

  /// Reads a folder as a collection, a file as judged questions.
  ///
  /// - Parameters:
  ///   - path: Of the folder or file.
  ///   - qrels: Name of the collection's judgements.
  /// - Throws: `EvaluationError` with file and line; `BenchError` where there is nothing to measure.
  public init(path: String, qrels: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw BenchError.unreadable(path: path, reason: "there is no such file or folder")
    }
    if isFolder.boolValue {
      let collection = try BEIRCollection(folder: path, qrels: qrels)
      guard !collection.queries.isEmpty else {
        throw BenchError.unusable(path: path, reason: "no query of it has judgements in \(qrels)")
      }
      self = .collection(collection)
    } else {
      let queries = try Self.judgedQueries(path)
      guard queries.contains(where: \.isAnswerable) else {
        throw BenchError.unusable(path: path, reason: "no question of it has a relevant passage")
      }
      let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      self = .judged(name: name, queries: queries)
    }
  }

  /// Reads judged questions.
  ///
  /// - Throws: `EvaluationError`, `BenchError`.
  public static func judgedQueries(_ path: String) throws -> [JudgedQuery] {
    let text = String(decoding: try JSONLinesFile.contents(of: path), as: UTF8.self)
    do {
      return try JudgedQuery.parse(jsonLines: text)
    } catch {
      throw error.inFile(path)
    }
  }

  /// Name of the collection, or of the file without its ending.
  public var name: String {
    switch self {
    case .collection(let collection): collection.name
    case .judged(let name, _): name
    }
  }

  /// Whether it is asked of the knowledge base that the user names.
  public var needsKnowledgeBase: Bool {
    switch self {
    case .collection: false
    case .judged: true
    }
  }

  /// Questions that have an answer.
  var questions: [BenchQuestion] {
    switch self {
    case .collection(let collection):
      collection.queries.map { BenchQuestion(id: $0.id, text: $0.text) }
    case .judged(_, let queries):
      queries.filter(\.isAnswerable).map { BenchQuestion(id: $0.id, text: $0.text) }
    }
  }

  /// Questions that have none.
  var unanswerable: [BenchQuestion] {
    switch self {
    case .collection: []
    case .judged(_, let queries):
      queries.filter { !$0.isAnswerable }.map { BenchQuestion(id: $0.id, text: $0.text) }
    }
  }
}
