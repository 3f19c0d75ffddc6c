import Corpus
import Foundation
import GRDB
import Retrieval

/// A small knowledge base in a temporary folder, removed with the object.
final class SampleBase {
  let root: String

  init(_ files: [String: String] = SampleBase.ghosts) throws {
    root = FileManager.default.temporaryDirectory.path + "/footnote-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: root + "/Index", withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit {
    // A leftover folder in the temporary directory harms nobody.
    try? FileManager.default.removeItem(atPath: root)
  }

  var folder: IndexFolder { IndexFolder(path: root + "/Index") }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + path)
  }

  func knowledgeBase() throws -> KnowledgeBase {
    try KnowledgeBase(root: root)
  }

  /// Brings the index up to date; encodes where an encoder is given.
  @discardableResult
  func update(
    _ encoder: WordEncoder? = WordEncoder(), rebuild: IndexRebuild = .whereNeeded
  ) throws -> (RefreshReport, EncodingReport?) {
    let writer = try IndexWriter(knowledgeBase(), folder: folder, rebuild: rebuild)
    let report = try writer.refresh()
    return (report, try encoder.map { try writer.encode(with: $0) })
  }

  /// Runs SQL on the database behind the index's back.
  @discardableResult
  func sql(_ statements: String...) throws -> [String] {
    let queue = try DatabaseQueue(path: folder.databasePath)
    let last = statements.last ?? ""
    let rows = try queue.writeWithoutTransaction { database in
      for statement in statements.dropLast() { try database.execute(sql: statement) }
      return try String.fetchAll(database, sql: last)
    }
    try queue.close()
    return rows
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)), as: UTF8.self)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: root + "/" + path, withDestinationPath: target)
  }

  func index() throws -> SearchIndex {
    try SearchIndex(knowledgeBase(), folder: folder)
  }

  func searcher(_ encoder: WordEncoder? = WordEncoder()) throws -> Searcher {
    Searcher(try index(), encoder: encoder)
  }

  func ask(
    _ question: String, _ options: SearchOptions = SearchOptions(),
    encoder: WordEncoder? = WordEncoder()
  ) throws -> SearchResponse {
    guard let today = CalendarDate(year: 2026, month: 3, day: 31) else {
      throw CocoaError(.coderInvalidValue)
    }
    let query = try QueryParser(today: today, layers: ["raw", "wiki"]).parse(question)
    return try searcher(encoder).search(query, options: options)
  }

  static let ghosts = [
    "raw/2025/7.6.md": """
    Bacterial code is small, modular and self-contained. Would somebody yoink it without imports?

    A eukaryotic monorepo is the large and coupled opposite of it.
    """,
    "raw/2025/10.2.md": """
    Language models are ghosts: distilled from documents, not evolved like animals.

    ---

    An unrelated remark about coffee grinders and their burrs.
    """,
    "raw/2026/2.12.md": "He removed the dependency and kept 150 lines of clean bacterial code.\n",
    "raw/talk/transcript.md": """
    ---
    title: A talk about summoning
    url: "https://video.example/watch?v=abc"
    date: 2025-10-17
    ---

    We are summoning spirits of people here. [00:00:48 → 00:01:06]

    Evolution made animals over very long times. [00:01:06 → 00:01:30]
    """,
    "wiki/concepts/animals-vs-ghosts.md": """
    ---
    title: Animals vs Ghosts
    type: concept
    sources: [2025/10.2.md, talk/transcript.md, 2025/99.md]
    tags: [llm, metaphor]
    ---

    # Animals vs Ghosts

    Language models are ghosts: distilled from documents, not evolved like animals.

    ## Related

    - [[bacterial-code]]
    """,
    "wiki/concepts/bacterial-code.md": """
    ---
    title: Bacterial Code
    type: concept
    sources: [2025/7.6.md]
    aliases: [yoinkable code]
    ---

    # Bacterial Code

    Code that is easily lifted into another project, as in [his note](../../raw/2026/2.12.md).
    See [[animals-vs-ghosts|the ghosts]].
    """,
  ]
}
