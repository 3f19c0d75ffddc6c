internal import Foundation

extension SessionOptions {
  /// What is opened, with the working directory and the environment of this process.
  ///
  /// - Parameters:
  ///   - root: Folder of the knowledge base; `nil` to look for one from the working directory upwards.
  ///   - index: Folder of the index; `nil` for the usual place.
  ///   - model: Name or folder of the model; `nil` for the one that `footnote.yml`, then the environment
  ///     names.
  public init(root: String?, index: String? = nil, model: String? = nil) {
    self.init(
      root: root, index: index, model: model,
      workingDirectory: FileManager.default.currentDirectoryPath,
      environment: ProcessInfo.processInfo.environment)
  }
}
