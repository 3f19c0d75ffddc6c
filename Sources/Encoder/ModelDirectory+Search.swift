public import Foundation

/// Where models are looked for.
extension ModelDirectory {
  /// Finds a model.
  ///
  /// - Parameters:
  ///   - model: A folder's path, or a name; where nil, the environment's `FOOTNOTE_MODEL`, else
  ///     `defaultName`. What contains a slash, or is the path of a folder that holds a model, is a
  ///     path. A name is looked for in `$XDG_DATA_HOME/footnote/models` and
  ///     `~/.local/share/footnote/models`.
  ///   - environment: Variables, by name.
  /// - Throws: `modelNotFound` with the folders that were looked at; `missingFile` where the
  ///   model's folder is there but is not complete.
  public static func locate(
    _ model: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(EncoderError) -> ModelDirectory {
    let variable = environment["FOOTNOTE_MODEL"].flatMap { $0.isEmpty ? nil : $0 }
    let wanted = model ?? variable ?? defaultName
    let candidates = candidates(for: wanted, environment: environment)
    for path in candidates where isFolder(path) {
      return try ModelDirectory(path: path)
    }
    throw .modelNotFound(name: wanted, searched: candidates)
  }

  private static func candidates(
    for wanted: String, environment: [String: String]
  ) -> [String] {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    if wanted.contains("/") {
      return [wanted.hasPrefix("~/") ? home + wanted.dropFirst(1) : wanted]
    }
    var folders = [home + "/.local/share"]
    // The standard asks to ignore a relative path here.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      folders.insert(data, at: 0)
    }
    let installed = folders.map { "\($0)/footnote/models/\(wanted)" }
    return isFolder(wanted) && [safetensorsFile, blockFile].contains { isFile(wanted + "/" + $0) }
      ? [wanted] + installed : installed
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private static func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
