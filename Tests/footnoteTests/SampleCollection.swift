import Foundation

/// A small collection in the layout of BEIR, with identifiers and texts that are not tame.
struct SampleCollection {
  let folder: TemporaryFolder
  var tool: Tool

  /// - Parameter extra: Number of further documents, to have something to work on.
  init(extra: Int = 0) throws {
    folder = try TemporaryFolder()
    tool = Tool(folder: folder.url)
    try folder.write("tmp/.keep", "")
    tool.environment["TMPDIR"] = folder.url.appendingPathComponent("tmp").path
    var corpus = Self.documents
    for number in 0..<extra {
      let words = (0..<60).map { "word\((number * 7 + $0) % 997)" }.joined(separator: " ")
      corpus.append("{\"_id\": \"x\(number)\", \"title\": \"\", \"text\": \"\(words)\"}")
    }
    try folder.write("animals/corpus.jsonl", corpus.joined(separator: "\n") + "\n")
    try folder.write("animals/queries.jsonl", Self.queries)
    try folder.write("animals/qrels/test.tsv", Self.qrels)
    try folder.write("animals/qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1\td 2\t1\n")
  }

  /// What is left of temporary knowledge bases.
  var leftovers: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/tmp")
        .filter { $0 != ".keep" }
    }
  }

  private static let documents = [
    ##"{"_id": "a/1.md", "title": "Wombats: \"dig\"", "text": "# Wombats\n- dig burrows at night"}"##,
    ##"{"_id": "d 2", "title": "", "text": "---\n[Kangaroos] jump over `fences`\n\nand `rest` in <b>shade"}"##,
    ##"{"_id": "ü:3#", "title": "Koalas", "text": "Koalas sleep in eucalyptus trees"}"##,
    ##"{"_id": "empty", "title": "", "text": ""}"##,
  ]
  private static let queries = """
    {"_id": "q1", "text": "who digs burrows: \\"at night\\"?"}
    {"_id": "q2", "text": "NOT layer:nowhere fences"}
    {"_id": "q3", "text": "where do koalas sleep"}
    {"_id": "unjudged", "text": "koalas"}

    """
  private static let qrels = """
    query-id\tcorpus-id\tscore
    q1\ta/1.md\t2
    q2\td 2\t1
    q3\tü:3#\t1
    q3\ta/1.md\t0

    """
}
