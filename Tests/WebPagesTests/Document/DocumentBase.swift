import FootnoteKit
import Foundation
import Testing
import WebPages

/// A knowledge base in a temporary folder, with an index without a model, and its pages.
final class DocumentBase {
  let folder: URL
  let searcher: GroupSearcher
  private let site: WebSite

  init(_ files: [String: [UInt8]]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    for (path, bytes) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    (searcher, site) = try Self.open(folder.path, home: folder)
  }

  convenience init(_ files: [String: String]) throws {
    try self.init(files.mapValues { Array($0.utf8) })
  }

  /// A knowledge base that is there; its index lies in a temporary folder.
  init(at root: String) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    (searcher, site) = try Self.open(root, home: folder)
  }

  private static func open(_ root: String, home: URL) throws -> (GroupSearcher, WebSite) {
    let session = try Session(
      SessionOptions(
        root: root, index: home.appendingPathComponent(".index").path, workingDirectory: root,
        environment: ["HOME": home.path, "FOOTNOTE_MODEL": "none"]))
    _ = try session.prepare()
    let group = SessionGroup([session])
    return (try group.searcher(), try WebSite(names: group.sessions.map(\.knowledgeBase.name)))
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func write(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(path))
  }

  /// The answer for an address: `doc/wiki/a.md?lines=3`.
  func answer(_ address: String) throws -> PageAnswer {
    let parts = address.split(separator: "?", maxSplits: 1)
    let query = parts.count < 2 ? "" : parts[1]
    let fields: [PageRequest.Field] = query.split(separator: "&").map { field in
      let pair = field.split(separator: "=", maxSplits: 1).map {
        $0.replacing("+", with: " ").removingPercentEncoding ?? ""
      }
      return PageRequest.Field(pair[0], pair.count > 1 ? pair[1] : "")
    }
    let path = parts[0].split(separator: "/").map { part in
      part.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
    let request = PageRequest(path: "/" + path.joined(separator: "/"), fields: fields)
    return try site.answer(request, searcher, stale: 0)
  }

  func page(_ address: String) throws -> String {
    String(decoding: try answer(address).body, as: UTF8.self)
  }

  /// The text of a document.
  func prose(_ address: String) throws -> String {
    let page = try page("doc/" + address)
    let start = try #require(page.range(of: "<div class=\"prose"), "no prose: \(address)")
    let begin = try #require(page[start.upperBound...].range(of: ">\n"))
    let end = try #require(page.range(of: "\n</div>\n</article>", options: .backwards))
    return String(page[begin.upperBound..<end.lowerBound])
  }
}

extension DocumentBase {
  /// The text of a page that is all there is.
  static func prose(of markdown: String, query: String = "") throws -> String {
    try DocumentBase(["a.md": markdown]).prose("a.md" + query)
  }
}
