internal import Foundation

/// The Obsidian vault that a file lies in.
struct ObsidianVault: Sendable, Hashable {
  /// Absolute; the folder that has `.obsidian`.
  let root: String
  /// Whether the plugin Advanced URI is switched on in it: without it an address cannot name a line.
  let opensLines: Bool

  /// What Obsidian calls it.
  var name: String { String(root.split(separator: "/").last ?? "") }

  /// The nearest vault upwards.
  ///
  /// - Parameter folder: Absolute.
  /// - Complexity: O(depth), each a look at the file system.
  static func containing(_ folder: String) -> ObsidianVault? {
    var root = folder
    while !root.isEmpty, root != "/" {
      if FileManager.default.fileExists(atPath: root + "/.obsidian") {
        return ObsidianVault(root: root, opensLines: hasAdvancedURI(root))
      }
      root = String(root.prefix(upTo: root.lastIndex(of: "/") ?? root.startIndex))
    }
    return nil
  }

  /// Obsidian keeps the plugins that are switched on as a list of their names.
  private static func hasAdvancedURI(_ root: String) -> Bool {
    let path = root + "/.obsidian/community-plugins.json"
    guard let data = FileManager.default.contents(atPath: path),
      let plugins = try? JSONDecoder().decode([String].self, from: data)
    else { return false }
    return plugins.contains("obsidian-advanced-uri")
  }
}
