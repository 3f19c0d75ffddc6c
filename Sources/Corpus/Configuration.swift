/// What `footnote.yml` says of a knowledge base. Data only: nothing in it is ever executed.
///
///     name: field notes
///     layers:
///       - {name: raw, path: sources}
///       - {name: wiki, path: pages}
///     ignore: ["drafts/", "*.tmp.md"]
///     lint:
///       orphan: off
///       single-source: [wiki/entities/**]
public struct Configuration: Sendable, Hashable {
  /// The file's name, at the root of a knowledge base.
  public static let fileName = "footnote.yml"
  /// The folder of what is built, where nothing else is said.
  public static let defaultIndex = "Index"

  /// `name:`
  public var name: String?
  /// `layers:`; `nil` where the file does not say.
  public var layers: [Layer]?
  /// `index:`, the folder of what is built, relative to the root.
  public var index: String
  /// `ignore:`, patterns as in `.gitignore`, relative to the root.
  public var ignore: [String]
  /// `model:`, a name or a folder.
  public var model: String?
  /// `lint:`, by rule.
  public var lint: [String: LintSetting]

  /// Every value as it is where there is no file.
  public init(
    name: String? = nil, layers: [Layer]? = nil, index: String = Configuration.defaultIndex,
    ignore: [String] = [], model: String? = nil, lint: [String: LintSetting] = [:]
  ) {
    self.name = name
    self.layers = layers
    self.index = index
    self.ignore = ignore
    self.model = model
    self.lint = lint
  }
}
