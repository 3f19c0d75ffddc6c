/// The `.gitignore` rules that hold in a folder: its own and those of the folders above.
struct IgnoreStack: Sendable {
  private struct Level: Sendable {
    let rules: IgnoreRules
    /// Number of bytes of the folder's path with its slash.
    let prefix: Int
  }

  private var levels: [Level] = []

  var isEmpty: Bool { levels.isEmpty }

  /// With the rules of `folder`, which lies in the folder that these rules hold in.
  func adding(_ rules: IgnoreRules?, folder: String) -> IgnoreStack {
    guard let rules else { return self }
    var stack = self
    let count = folder.utf8.count
    stack.levels.append(Level(rules: rules, prefix: count == 0 ? 0 : count + 1))
    return stack
  }

  /// The innermost rule that fits decides.
  func ignores(_ path: [UInt8], isFolder: Bool) -> Bool {
    for level in levels.reversed() {
      if let verdict = level.rules.verdict(path: path[level.prefix...], isFolder: isFolder) {
        return verdict
      }
    }
    return false
  }
}
