/// What is opened, and with what.
public struct SessionOptions: Sendable, Hashable {
  /// Folder of the knowledge base; `nil` to look for one from `workingDirectory` upwards.
  public var root: String?
  /// Folder of the index; `nil` for the usual place.
  public var index: String?
  /// Name or folder of the model; `nil` for the one that `footnote.yml`, then the environment names.
  public var model: String?
  /// What relative paths begin at.
  public var workingDirectory: String
  /// Variables that count: `FOOTNOTE_MODEL`, `FOOTNOTE_PRECISION`, `HOME`, `XDG_CACHE_HOME`, `XDG_DATA_HOME`.
  public var environment: [String: String]

  /// What is opened, in an environment that need not be the one of this process.
  public init(
    root: String? = nil, index: String? = nil, model: String? = nil, workingDirectory: String,
    environment: [String: String]
  ) {
    self.root = root
    self.index = index
    self.model = model
    self.workingDirectory = workingDirectory
    self.environment = environment
  }
}
