internal import Corpus
internal import Foundation

/// Files of a knowledge base that are no markdown, such as pictures, for links to them.
struct FileNames {
  private let base: KnowledgeBase
  /// Names in lower case; read when a link first asks for one.
  private var names: Set<String>?

  init(_ base: KnowledgeBase) {
    self.base = base
  }

  /// Whether a link leads to a file or folder that is there.
  mutating func holds(_ link: Link, from path: String) -> Bool {
    for candidate in Self.candidates(link, from: path) {
      guard let inside = FilePath.normalized(candidate) else { continue }
      if FileTest.leadsSomewhere(base.absolutePath(of: inside)) { return true }
    }
    guard link.kind != .markdown, WikilinkSyntax.isAttachment(link.target) else { return false }
    return all().contains(FilePath.name(of: link.target).lowercased())
  }

  /// Whether every way to read a link leads above the root.
  func leadsOut(_ link: Link, from path: String) -> Bool {
    Self.candidates(link, from: path).allSatisfy { FilePath.normalized($0) == nil }
  }

  private static func candidates(_ link: Link, from path: String) -> [String] {
    let target = link.target
    if target.hasPrefix("/") { return [target] }
    return [FilePath.join(FilePath.folder(of: path), target), target]
  }

  /// As Obsidian does, an embedded file is found by its name wherever it lies.
  private mutating func all() -> Set<String> {
    if let names { return names }
    var found: Set<String> = []
    let files = FileManager.default.enumerator(
      at: URL(fileURLWithPath: base.root), includingPropertiesForKeys: nil,
      options: [.skipsHiddenFiles])
    while let file = files?.nextObject() as? URL {
      found.insert(file.lastPathComponent.lowercased())
    }
    names = found
    return found
  }
}
