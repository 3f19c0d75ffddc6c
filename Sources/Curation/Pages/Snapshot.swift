public import Corpus

/// What the files of a knowledge base say, read once.
///
///     let snapshot = try Snapshot(try KnowledgeBase.find(from: "."))
///     snapshot.pages.count
///
/// Holds metadata, links and headings, but no text: about a kilobyte a page.
public struct Snapshot: Sendable {
  /// What was read.
  public let knowledgeBase: KnowledgeBase
  /// In the order of the bytes of their paths.
  public let pages: [SnapshotPage]
  /// Files that are left out by what they are, such as pipes and data, with the reason.
  public let skipped: [SkippedFile]
  /// Files that could not be read, with the reason.
  public let unreadable: [SkippedFile]
  let layout: WikiLayout?
  let names: PageNames
  let references: SourceReferenceResolver
  private let positions: [PathKey: Int]

  /// Reads every file of every layer.
  /// - Throws: `CorpusError` where the knowledge base itself cannot be read; a file that cannot be is among
  ///   `unreadable`.
  /// - Complexity: O(size of the files).
  public init(_ knowledgeBase: KnowledgeBase) throws(CorpusError) {
    let reader = CorpusReader(knowledgeBase)
    let (files, skipped) = try reader.walk()
    var pages: [SnapshotPage] = []
    var unreadable: [SkippedFile] = []
    for entry in files {
      do throws(CorpusError) {
        let bytes = try reader.read(entry.path)
        pages.append(SnapshotPage(reader.parse(bytes, entry: entry), bytes: bytes))
      } catch {
        guard case .unreadable(let path, let reason) = error else { throw error }
        unreadable.append(SkippedFile(path: path, reason: reason))
      }
    }
    self.knowledgeBase = knowledgeBase
    self.pages = pages
    self.skipped = skipped
    self.unreadable = unreadable
    layout = WikiLayout(knowledgeBase)
    let named = pages.map { NamedPage($0.document) }
    names = PageNames(named)
    references = SourceReferenceResolver(
      named, sourceFolder: knowledgeBase.layers.first { $0.name == "raw" }?.path ?? "raw")
    positions = Dictionary(
      pages.enumerated().map { (PathKey($1.document.path), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The page at `path`; `nil` where there is none.
  public func page(at path: String) -> SnapshotPage? {
    positions[PathKey(path)].map { pages[$0] }
  }

  /// Configured layers whose folder is not there or leads out, with the reason.
  public var lostLayers: [SkippedFile] {
    knowledgeBase.layers.compactMap { layer in
      if let known = skipped.first(where: { $0.path == layer.path }) { return known }
      let path = knowledgeBase.absolutePath(of: layer.path)
      return FileTest.isFolder(path)
        ? nil : SkippedFile(path: layer.path, reason: "the layer '\(layer.name)' has no folder")
    }
  }

  /// The pages of the wiki that are about something: neither index nor log nor overview.
  package var wikiPages: [SnapshotPage] {
    guard let layout else { return [] }
    return pages.filter { layout.isPage($0.document.path) }
  }

  /// The paths of the pages that say something about the sources: those of the wiki, and the overview.
  package var claimingPages: [String] {
    guard let layout else { return [] }
    return pages.map(\.document.path).filter { layout.isPage($0) || $0 == layout.overviewPath }
  }
}
