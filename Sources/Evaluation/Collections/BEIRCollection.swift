internal import Foundation

/// A test collection in the layout of BEIR (Thakur et al. 2021): `corpus.jsonl`, `queries.jsonl` and
/// judgements as `qrels/NAME.tsv`.
///
///     let collection = try BEIRCollection(folder: "scifact")
///     let corpus = try collection.documents()
///     while let document = try corpus.next() { … }
public struct BEIRCollection: Sendable {
  /// The name of the folder.
  public let name: String
  /// Where the collection lies.
  public let folder: String
  /// The queries that have judgements, in the order of `queries.jsonl`.
  public let queries: [BEIRQuery]
  /// What is relevant to each query.
  public let qrels: Qrels

  /// Reads queries and judgements; the corpus is left for `documents()`.
  ///
  /// - Parameter qrels: Which judgements: the name of a file under `qrels/` without `.tsv`.
  /// - Throws: `EvaluationError` with the file, and the line where one is malformed.
  public init(folder: String, qrels name: String = "test") throws(EvaluationError) {
    self.folder = folder
    self.name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
    guard FileManager.default.isReadableFile(atPath: folder + "/corpus.jsonl") else {
      throw .unreadable(file: folder, reason: "not a BEIR collection, it has no corpus.jsonl")
    }
    let qrels = try Self.qrels(folder: folder, name: name)
    self.qrels = qrels
    queries = try Self.queries(path: folder + "/queries.jsonl")
      .filter { qrels.grades[$0.id] != nil }
  }

  /// Opens the corpus. Memory stays that of a line, however large it is.
  ///
  /// - Throws: `EvaluationError` where the file cannot be opened.
  public func documents() throws(EvaluationError) -> BEIRCorpusReader {
    try BEIRCorpusReader(path: folder + "/corpus.jsonl")
  }

  private static func queries(path: String) throws(EvaluationError) -> [BEIRQuery] {
    let lines = try LineReader(path: path)
    var queries: [BEIRQuery] = []
    var seen: [String: Int] = [:]
    while let line = try lines.next() {
      do throws(EvaluationError) {
        let query = try JSONLine.decode(BEIRQuery.self, from: line, line: lines.number)
        if let first = seen.updateValue(lines.number, forKey: query.id) {
          throw EvaluationError.malformed(
            file: nil, line: lines.number,
            reason: "query \(query.id) stands on line \(first) already")
        }
        queries.append(query)
      } catch {
        throw error.inFile(path)
      }
    }
    return queries
  }

  private static func qrels(folder: String, name: String) throws(EvaluationError) -> Qrels {
    let path = "\(folder)/qrels/\(name).tsv"
    guard FileManager.default.fileExists(atPath: path) else {
      let names = qrelsNames(folder: folder)
      throw .unreadable(
        file: path,
        reason: names.isEmpty
          ? "no such file"
          : "no such file, there are qrels called \(names.joined(separator: ", "))")
    }
    do {
      return try Qrels(beir: try TextFile.read(path))
    } catch {
      throw error.inFile(path)
    }
  }

  /// The judgements that a collection offers, ordered by name.
  public static func qrelsNames(folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/qrels")) ?? []
    return files.filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sortedByBytes()
  }
}
