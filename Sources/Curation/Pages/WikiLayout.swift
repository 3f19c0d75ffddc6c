internal import Corpus

/// Where the parts of a wiki lie in a knowledge base.
struct WikiLayout: Sendable {
  /// The folder of the layer `wiki`, relative to the root; empty for the root itself.
  let wiki: String
  /// The folder of the layer `raw`.
  let raw: String?

  /// `nil` where there is no layer `wiki`.
  init?(_ knowledgeBase: KnowledgeBase) {
    guard let wiki = Self.folder("wiki", of: knowledgeBase) else { return nil }
    self.wiki = wiki
    raw = Self.folder("raw", of: knowledgeBase)
  }

  private static func folder(_ name: String, of base: KnowledgeBase) -> String? {
    base.layers.first { $0.name == name }?.path
  }

  var indexPath: String { FilePath.join(wiki, "index.md") }
  var logPath: String { FilePath.join(wiki, "log.md") }
  var overviewPath: String { FilePath.join(wiki, "overview.md") }

  /// Whether a page is part of the wiki's frame: no page about something.
  func isFrame(_ path: String) -> Bool {
    path == indexPath || path == logPath || path == overviewPath
  }

  /// Whether a page is a page about something.
  func isPage(_ path: String) -> Bool {
    FilePath.isWithin(path, folder: wiki) && !isFrame(path)
  }

  /// The part of a path below the wiki's folder.
  func inside(_ path: String) -> String {
    wiki.isEmpty ? path : String(decoding: path.utf8.dropFirst(wiki.utf8.count + 1), as: UTF8.self)
  }
}
