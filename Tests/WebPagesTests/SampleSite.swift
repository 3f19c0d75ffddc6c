import FootnoteKit
import Foundation
import WebPages

/// The web page over knowledge bases in a temporary folder, removed with the object.
final class SampleSite: Sendable {
  let folder: URL
  let group: SessionGroup
  let searcher: GroupSearcher
  let site: WebSite

  static let files = [
    "raw/2025/7.6.md": "Bacterial code is small, modular and self-contained. Copy it freely.\n",
    "raw/2024/10.1.md": "Ghosts are summoned; animals are bred. Bacterial code is neither.\n",
    "raw/talk.md": """
    ---
    title: A talk
    type: talk
    date: 2025-03-04
    url: https://www.youtube.com/watch?v=abc
    tags: [code, speech]
    ---

    Of bacterial code I want to speak at length today. [00:00:48 → 00:01:06]

    """,
    "wiki/concepts/bacterial-code.md": """
    ---
    title: Bacterial code
    type: concept
    created: 2025-08-01
    tags: [code, biology/cells]
    sources: [2025/7.6.md, 2025/nowhere.md]
    ---

    # Bacterial code

    Code written like the genome of bacteria: small, modular. See [[ghosts]] and [the talk](../../raw/talk.md).

    """,
    "wiki/entities/ghosts.md": """
    ---
    title: Ghosts
    type: entity
    sources: [2024/10.1.md]
    ---

    Ghosts have read all bacterial code there is.

    """,
  ]

  /// - Parameters:
  ///   - files: By path, the same in each knowledge base.
  ///   - bases: Names of knowledge bases.
  init(_ files: [String: String] = SampleSite.files, bases: [String] = ["base"]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("footnote-\(UUID().uuidString)").resolvingSymlinksInPath()
    self.folder = folder
    for base in bases {
      for layer in ["raw", "wiki"] {
        try FileManager.default.createDirectory(
          at: folder.appendingPathComponent("\(base)/\(layer)"), withIntermediateDirectories: true)
      }
      for (path, text) in files { try Self.write(text, to: folder, "\(base)/\(path)") }
    }
    let sessions = try bases.map { base in
      try Session(
        SessionOptions(
          root: folder.path + "/" + base, workingDirectory: folder.path,
          environment: ["HOME": folder.path, "FOOTNOTE_MODEL": "none"]))
    }
    for session in sessions { _ = try session.prepare() }
    group = SessionGroup(sessions)
    searcher = try group.searcher()
    site = try WebSite(names: sessions.map(\.knowledgeBase.name))
  }

  deinit {
    // A leftover folder in the temporary directory harms nobody.
    try? FileManager.default.removeItem(at: folder)
  }

  private static func write(_ text: String, to folder: URL, _ path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func write(_ text: String, to path: String) throws {
    try Self.write(text, to: folder, "base/" + path)
  }

  /// The answer to a request; `fields` are given decoded.
  func get(
    _ path: String, _ fields: KeyValuePairs<String, String> = [:], stale: Int = 0
  ) throws -> PageAnswer {
    let fields = fields.map { PageRequest.Field($0.key, $0.value) }
    return try site.answer(PageRequest(path: path, fields: fields), searcher, stale: stale)
  }

  func text(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) throws -> String {
    try get(path, fields).text
  }
}

extension PageAnswer {
  var text: String { String(decoding: body, as: UTF8.self) }
}
