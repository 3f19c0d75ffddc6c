import Evaluation
import Foundation
import Testing

struct BEIRCollectionTests {
  static func folder(
    corpus: String = #"{"_id": "d1", "title": "T", "text": "one"}"#,
    queries: String = #"{"_id": "q1", "text": "what?"}"#,
    qrels: String = "query-id\tcorpus-id\tscore\nq1\td1\t1\n"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(corpus, to: "corpus.jsonl")
    try folder.write(queries, to: "queries.jsonl")
    try folder.write(qrels, to: "qrels/test.tsv")
    return folder
  }

  static func documents(_ folder: TemporaryFolder) throws -> [BEIRDocument] {
    let reader = try BEIRCollection(folder: folder.path).documents()
    var documents: [BEIRDocument] = []
    while let document = try reader.next() { documents.append(document) }
    return documents
  }

  @Test func readsAllThree() throws {
    let folder = try Self.folder(
      corpus: "\u{FEFF}" + #"{"_id": "d1", "title": "T", "text": "one\u2028two"}"# + "\r\n\r\n"
        + #"{"_id": "d2", "text": "zwei", "metadata": {"a": 1}}"#,
      queries: #"{"_id": "q2", "text": "b"}"# + "\n" + #"{"_id": "q3", "text": "c"}"# + "\n"
        + #"{"_id": "q1", "text": "a"}"# + "\n",
      qrels: "query-id\tcorpus-id\tscore\nq1\td1\t2\nq2\td9\t0\n")
    let collection = try BEIRCollection(folder: folder.path + "/")
    #expect(collection.name == URL(fileURLWithPath: folder.path).lastPathComponent)
    #expect(collection.qrels.grades == ["q1": ["d1": 2], "q2": ["d9": 0]])
    #expect(collection.queries.map(\.id) == ["q2", "q1"])
    #expect(
      try Self.documents(folder) == [
        BEIRDocument(id: "d1", title: "T", text: "one\u{2028}two"),
        BEIRDocument(id: "d2", title: "", text: "zwei"),
      ])
  }

  @Test func linesLongerThanAReadAreWhole() throws {
    let long = String(repeating: "lang ", count: 150_000)
    let lines = (0..<3).map { #"{"_id": "d\#($0)", "text": "\#(long)\#($0)"}"# }
    let folder = try Self.folder(corpus: lines.joined(separator: "\n"))
    let documents = try Self.documents(folder)
    #expect(documents.map(\.id) == ["d0", "d1", "d2"])
    #expect(documents.map(\.text) == (0..<3).map { long + String($0) })
  }

  @Test func manyShortLines() throws {
    let lines = (0..<20_000).map { #"{"_id": "\#($0)", "text": "t\#($0)"}"# }
    let documents = try Self.documents(
      try Self.folder(corpus: lines.joined(separator: "\n") + "\n"))
    #expect(documents.count == 20_000)
    #expect(documents.enumerated().allSatisfy { $1.id == String($0) && $1.text == "t\($0)" })
  }

  @Test func malformedFilesAreNamedWithTheLine() throws {
    let corpus = try Self.folder(corpus: "{\"_id\": \"a\", \"text\": \"\"}\n\n{\"_id\": \"b\"}\n")
    #expect(
      throws: EvaluationError.malformed(
        file: corpus.path + "/corpus.jsonl", line: 3, reason: "no \"text\"")
    ) { try Self.documents(corpus) }
    let queries = try Self.folder(queries: "\n{\"_id\": 1, \"text\": \"\"}")
    #expect(
      throws: EvaluationError.malformed(
        file: queries.path + "/queries.jsonl", line: 2, reason: "_id: expected a string")
    ) { try BEIRCollection(folder: queries.path) }
    let twice = #"{"_id": "q", "text": ""}"#
    let doubled = try Self.folder(queries: twice + "\n" + twice)
    #expect(
      throws: EvaluationError.malformed(
        file: doubled.path + "/queries.jsonl", line: 2, reason: "query q stands on line 1 already")
    ) { try BEIRCollection(folder: doubled.path) }
    let qrels = try Self.folder(qrels: "query-id\tcorpus-id\tscore\nq1\td1\n")
    #expect(
      throws: EvaluationError.malformed(
        file: qrels.path + "/qrels/test.tsv", line: 2,
        reason: "expected query-id, corpus-id and score separated by tabs")
    ) { try BEIRCollection(folder: qrels.path) }
  }

  @Test func missingFilesAreNamed() throws {
    let folder = try Self.folder()
    try folder.write("", to: "qrels/dev.tsv")
    try folder.write("", to: "qrels/notes.txt")
    #expect(BEIRCollection.qrelsNames(folder: folder.path) == ["dev", "test"])
    #expect(
      throws: EvaluationError.unreadable(
        file: folder.path + "/qrels/train.tsv",
        reason: "no such file, there are qrels called dev, test")
    ) { try BEIRCollection(folder: folder.path, qrels: "train") }
    try FileManager.default.removeItem(atPath: folder.path + "/queries.jsonl")
    #expect(
      throws: EvaluationError.unreadable(
        file: folder.path + "/queries.jsonl", reason: "no such file")
    ) { try BEIRCollection(folder: folder.path) }
    let empty = try TemporaryFolder()
    #expect(
      throws: EvaluationError.unreadable(
        file: empty.path, reason: "not a BEIR collection, it has no corpus.jsonl")
    ) { try BEIRCollection(folder: empty.path) }
  }

  static let collections = ProcessInfo.processInfo.environment["FOOTNOTE_COLLECTIONS"]

  @Test(.enabled(if: collections != nil, "FOOTNOTE_COLLECTIONS is not set"))
  func readsRealCollections() throws {
    let root = try #require(Self.collections)
    let collection = try BEIRCollection(folder: root + "/cranfield")
    #expect(collection.queries.count == 225)
    let reader = try collection.documents()
    var count = 0
    while try reader.next() != nil { count += 1 }
    #expect(count == 1400)
  }
}
