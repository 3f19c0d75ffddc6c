public import Corpus

/// The folder of a knowledge base that takes imported material: its layer of sources, or a folder
/// beneath that.
public struct ImportDestination: Sendable {
  let base: KnowledgeBase
  let layer: Layer
  /// Relative to the root.
  let folder: String

  /// Chooses the layer `raw`, else the only layer there is.
  ///
  /// - Parameter folder: beneath the layer, with or without the path of the layer before it.
  /// - Throws: `ImportError.noRawLayer`; `.outside` where `folder`, or a symbolic link on the way to it,
  ///   leads out of the layer.
  public init(_ base: KnowledgeBase, folder: String? = nil) throws(ImportError) {
    self.base = base
    let layer = try Self.layer(of: base)
    self.layer = layer
    if let folder {
      self.folder = try Self.folder(folder, in: layer, of: base)
    } else {
      self.folder = layer.path
    }
    try checkStaysInside()
  }

  private static func layer(of base: KnowledgeBase) throws(ImportError) -> Layer {
    if let raw = base.layers.first(where: { $0.name == "raw" }) { return raw }
    guard base.layers.count == 1, base.layers[0].name != "wiki" else {
      throw .noRawLayer(layers: base.layers.map(\.name))
    }
    return base.layers[0]
  }

  private static func folder(
    _ text: String, in layer: Layer, of base: KnowledgeBase
  ) throws(ImportError) -> String {
    var path = text
    if path.hasPrefix("/") {
      guard path.hasPrefix(base.root + "/") else { throw .outside(folder: text) }
      path = String(path.dropFirst(base.root.count + 1))
      guard FilePath.isWithin(path, folder: layer.path) else { throw .outside(folder: text) }
    }
    guard let plain = FilePath.normalized(path) else { throw .outside(folder: text) }
    let isNamed = !layer.path.isEmpty && FilePath.isWithin(plain, folder: layer.path)
    return isNamed ? plain : FilePath.join(layer.path, plain)
  }

  /// The deepest folder of the way that is there must lie in the layer, links resolved.
  private func checkStaysInside() throws(ImportError) {
    let layerPath = realPath(layer.path) ?? base.absolutePath(of: layer.path)
    guard FilePath.isWithin(layerPath, folder: base.root) else {
      throw .outside(folder: layer.path)
    }
    var path = folder
    while !path.isEmpty, path.utf8.count >= layer.path.utf8.count {
      if let resolved = realPath(path) {
        guard FilePath.isWithin(resolved, folder: layerPath) else { throw .outside(folder: path) }
        return
      }
      // A link that leads nowhere would be followed once its end exists.
      if FileSystem.isLink(base.absolutePath(of: path)) { throw .outside(folder: path) }
      path = FilePath.folder(of: path)
    }
  }

  private func realPath(_ path: String) -> String? {
    try? FileSystem.realPath(base.absolutePath(of: path))
  }

  /// Writes a file under the first of the names that is free.
  ///
  /// - Parameters:
  ///   - taken: names that a dry run has given away already.
  ///   - isDryRun: whether nothing is written.
  /// - Returns: the path, relative to the root.
  func write(
    _ bytes: [UInt8], as naming: MaterialNaming, taken: inout Set<PathKey>, isDryRun: Bool
  ) throws(ImportError) -> String {
    for attempt in 1...MaterialNaming.maximumNumber {
      let path = FilePath.join(folder, naming.name(attempt))
      let place = ImportDestination(base: base, layer: layer, folder: FilePath.folder(of: path))
      try place.checkStaysInside()
      let absolute = base.absolutePath(of: path)
      if isDryRun {
        guard !exists(absolute), taken.insert(PathKey(path)).inserted else { continue }
        return path
      }
      do {
        try NewFile.write(bytes, to: absolute)
        return path
      } catch .exists {
        continue
      } catch {
        throw .notWritten(error)
      }
    }
    throw .notWritten(.exists(path: folder))
  }

  private init(base: KnowledgeBase, layer: Layer, folder: String) {
    self.base = base
    self.layer = layer
    self.folder = folder
  }

  private func exists(_ path: String) -> Bool {
    FileSystem.isLink(path) || (try? FileSystem.status(of: path)) != nil
  }
}
