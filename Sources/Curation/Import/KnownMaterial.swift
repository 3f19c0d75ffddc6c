import Corpus

/// What a layer holds already: texts by their digest, posts by their identifier.
struct KnownMaterial {
  private var paths: [BodyDigest: String] = [:]
  private var posts: [String: String] = [:]

  /// Reads every file of a layer. What cannot be read is not known.
  /// - Complexity: O(bytes of the layer).
  init(_ base: KnowledgeBase, layer: Layer) throws(CorpusError) {
    let reader = CorpusReader(base)
    for entry in try reader.walk().files where FilePath.isWithin(entry.path, folder: layer.path) {
      guard let bytes = try? reader.read(entry.path) else { continue }
      add(bytes, path: entry.path)
    }
  }

  mutating func add(_ bytes: [UInt8], path: String) {
    let outline = FrontMatterOutline(bytes)
    if let digest = BodyDigest(bytes[outline.bodyStart...]), paths[digest] == nil {
      paths[digest] = path
    }
    for post in outline.entry("posts")?.texts ?? [] where posts[post] == nil {
      posts[post] = path
    }
  }

  /// The file that has this text.
  func path(of body: String) -> String? {
    BodyDigest(body).flatMap { paths[$0] }
  }

  /// The file that has this post.
  func path(ofPost identifier: String) -> String? { posts[identifier] }
}
