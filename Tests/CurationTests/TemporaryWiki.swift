import Corpus
import Curation
import Foundation

/// A knowledge base in a folder that is removed when nobody holds it any more.
final class TemporaryWiki {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("curation-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
    for folder in ["raw", "wiki"] {
      try FileManager.default.createDirectory(
        at: url.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    for (path, text) in files { try write(path, text) }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  var base: KnowledgeBase {
    get throws { try KnowledgeBase(root: url.path) }
  }

  func write(_ path: String, _ text: String) throws {
    try write(path, bytes: Array(text.utf8))
  }

  func write(_ path: String, bytes: [UInt8]) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(path)), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(path).path)
  }

  /// A page with front matter.
  static func page(
    _ title: String, type: String = "concept", _ text: String = "", more: String = ""
  ) -> String {
    "---\ntitle: \(title)\ntype: \(type)\ncreated: 2026-01-02\nupdated: 2026-01-03\n"
      + more + "---\n\n# \(title)\n\n\(text)\n"
  }
}
