internal import Digest

/// Finds and reads the files of a knowledge base.
///
///     let reader = CorpusReader(base)
///     for entry in try reader.walk().files {
///       let parsed = reader.parse(try reader.read(entry.path), entry: entry)
///     }
public struct CorpusReader: Sendable {
  /// Larger files are reported and not indexed: they are data, not prose.
  public static let maximumFileSize = 64 << 20

  /// What is read.
  public let knowledgeBase: KnowledgeBase
  private let parser: DocumentParser

  /// - Parameters:
  ///   - knowledgeBase: whose files are read.
  ///   - limits: how long passages may be.
  public init(_ knowledgeBase: KnowledgeBase, limits: PassageSplitter.Limits = .init()) {
    self.knowledgeBase = knowledgeBase
    parser = DocumentParser(limits: limits)
  }

  /// Every markdown file of every layer, in the order of the bytes of their paths, and what is left out,
  /// with the reason. Looks at names only; no file is opened.
  /// - Throws: `CorpusError.unreadable` where the root itself cannot be read.
  /// - Complexity: O(*n* log *n*) for *n* files.
  public func walk() throws(CorpusError) -> (files: [FileEntry], skipped: [SkippedFile]) {
    guard FileSystem.isFolder(knowledgeBase.root) else {
      throw .notAFolder(path: knowledgeBase.root)
    }
    var walker = FolderWalker(knowledgeBase)
    walker.walk()
    return walker.result()
  }

  /// The bytes of a file.
  /// - Parameters:
  ///   - path: relative to the root; it must stay within it, symbolic links included.
  ///   - limit: largest number of bytes that is read.
  /// - Throws: `CorpusError.unreadable`.
  public func read(
    _ path: String, limit: Int = CorpusReader.maximumFileSize
  ) throws(CorpusError) -> [UInt8] {
    do {
      let resolved = try FileSystem.realPath(knowledgeBase.absolutePath(of: path))
      let root = knowledgeBase.root
      guard root == "/" || FilePath.isWithin(resolved, folder: root) else {
        throw CorpusError.unreadable(path: path, reason: "leads out of the knowledge base")
      }
      return try FileSystem.read(resolved, limit: limit)
    } catch let error as SystemError {
      throw .unreadable(path: path, reason: error.reason)
    } catch let error as CorpusError {
      throw error
    } catch {
      throw .unreadable(path: path, reason: "cannot be read")
    }
  }

  /// What a file says. Never fails: what is wrong with it stands among its issues.
  public func parse(_ bytes: [UInt8], entry: FileEntry) -> ParsedDocument {
    parser.parse(bytes, path: entry.path, layer: entry.layer)
  }
}
