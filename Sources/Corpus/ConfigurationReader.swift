internal import Yams

extension Configuration {
  /// Reads the text of a `footnote.yml`.
  ///
  ///     try Configuration(yaml: "name: field notes", path: "footnote.yml").name  // "field notes"
  ///
  /// - Parameters:
  ///   - yaml: the text.
  ///   - path: what an error names as the file.
  /// - Throws: `CorpusError.configuration` with the line, for broken YAML, keys that do not exist, values
  ///   of the wrong kind and paths that lead out of the knowledge base.
  public init(yaml: String, path: String) throws(CorpusError) {
    self = try ConfigurationReader(path: path).read(yaml)
  }
}

/// Turns the YAML of `footnote.yml` into a `Configuration`.
struct ConfigurationReader {
  private static let keys = ["name", "layers", "index", "ignore", "model", "lint"]

  /// What errors name.
  let path: String

  func read(_ yaml: String) throws(CorpusError) -> Configuration {
    var configuration = Configuration()
    guard let root = try compose(yaml), !isNull(root) else { return configuration }
    guard let mapping = root.mapping else {
      throw error(root, "the file must be a mapping of \(list(Self.keys))")
    }
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "name": configuration.name = try text(value, of: "name")
      case "model": configuration.model = try text(value, of: "model")
      case "index": configuration.index = try inside(value, of: "index")
      case "ignore": configuration.ignore = try texts(value, of: "ignore")
      case "layers": configuration.layers = try layers(value)
      case "lint": configuration.lint = try lint(value)
      case let unknown:
        throw error(key, "there is no key '\(unknown)'; the keys are \(list(Self.keys))")
      }
    }
    if configuration.index.isEmpty {
      throw error(root, "index: must be a folder of its own, not the root itself")
    }
    return configuration
  }

  private func compose(_ yaml: String) throws(CorpusError) -> Node? {
    if let line = YAMLGuard.refusal(of: Array(yaml.utf8))?.line {
      throw .configuration(
        path: path, line: line, reason: "anchors, aliases and deep nesting are not read")
    }
    do {
      return try YAMLGuard.compose(yaml)
    } catch {
      let (line, reason) = YAMLGuard.explain(error)
      throw .configuration(path: path, line: line, reason: reason)
    }
  }

  private func layers(_ node: Node) throws(CorpusError) -> [Layer] {
    guard let items = node.sequence, !items.isEmpty else {
      throw error(node, "layers: must be a list of {name, path}")
    }
    var layers: [Layer] = []
    for item in items {
      let layer = try layer(item)
      // Questions name layers in any case.
      let name = layer.name.lowercased()
      if layers.contains(where: { $0.name.lowercased() == name || $0.path == layer.path }) {
        throw error(item, "layers: two layers have the same name or path")
      }
      layers.append(layer)
    }
    return layers
  }

  private func layer(_ node: Node) throws(CorpusError) -> Layer {
    guard let mapping = node.mapping else {
      throw error(node, "layers: each layer must be {name, path}")
    }
    var name: String?
    var folder: String?
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "name": name = try text(value, of: "name")
      case "path": folder = try inside(value, of: "path")
      case let unknown:
        throw error(key, "a layer has no key '\(unknown)'; the keys are name, path")
      }
    }
    guard let name, !name.isEmpty else { throw error(node, "layers: a layer has no name") }
    guard let folder else { throw error(node, "layers: the layer '\(name)' has no path") }
    return Layer(name: name, path: folder)
  }

  private func lint(_ node: Node) throws(CorpusError) -> [String: LintSetting] {
    guard let mapping = node.mapping else {
      throw error(node, "lint: must be a mapping from rules to off or a list of paths")
    }
    var settings: [String: LintSetting] = [:]
    for (key, value) in mapping {
      guard let rule = key.string else { throw error(key, "lint: a rule must be a name") }
      if let scalar = value.scalar, scalar.style == .plain || scalar.style == .any,
        ["off", "false", "no"].contains(scalar.string.lowercased())
      {
        settings[rule] = .off
      } else if value.sequence != nil {
        settings[rule] = .except(try texts(value, of: "lint.\(rule)"))
      } else {
        throw error(value, "lint: '\(rule)' must be off or a list of paths")
      }
    }
    return settings
  }

  private func text(_ node: Node, of key: String) throws(CorpusError) -> String {
    guard let scalar = node.scalar, !isNull(node) else { throw error(node, "\(key): must be text") }
    return scalar.string
  }

  private func texts(_ node: Node, of key: String) throws(CorpusError) -> [String] {
    if node.scalar != nil { return [try text(node, of: key)] }
    guard let items = node.sequence else { throw error(node, "\(key): must be a list of text") }
    var texts: [String] = []
    for item in items { texts.append(try text(item, of: key)) }
    return texts
  }

  /// A path that stays within the root, without `.` and `..`.
  private func inside(_ node: Node, of key: String) throws(CorpusError) -> String {
    let written = try text(node, of: key)
    guard !written.hasPrefix("/"), !written.hasPrefix("~"),
      let normalized = FilePath.normalized(written)
    else {
      throw error(node, "\(key): '\(written)' leads out of the knowledge base")
    }
    return normalized
  }

  private func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    let isPlain = scalar.style == .plain || scalar.style == .any
    return isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private func error(_ node: Node, _ reason: String) -> CorpusError {
    .configuration(path: path, line: node.mark?.line, reason: reason)
  }

  private func list(_ keys: [String]) -> String { keys.joined(separator: ", ") }
}
