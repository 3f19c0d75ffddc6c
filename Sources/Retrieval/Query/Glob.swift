internal import Foundation

/// Patterns over paths, as a shell reads them: `*` and `?` within one part, `**` across parts, `[a-z]`.
/// A pattern without any of these is the beginning of a path, or one whole part of it.
package enum Glob {
  /// Whether every bracket closes.
  package static func isValid(_ pattern: String) -> Bool {
    guard let open = pattern.firstIndex(of: "[") else { return true }
    return pattern[open...].contains("]")
  }

  static func matches(_ pattern: String, _ path: String) -> Bool {
    guard pattern.contains(where: { "*?[".contains($0) }) else {
      return isPrefix(pattern, of: path)
    }
    let parts = pattern.split(separator: "/").map(String.init)
    let names = path.split(separator: "/").map(String.init)
    return matches(parts[...], names[...])
      || (!pattern.contains("/") && names.last.map { matches(part: pattern, $0) } == true)
  }

  private static func isPrefix(_ pattern: String, of path: String) -> Bool {
    if path.hasPrefix(pattern) { return true }
    return path.split(separator: "/").contains { $0 == pattern || $0 == pattern + ".md" }
  }

  /// Recursion is as deep as the pattern has parts.
  private static func matches(_ parts: ArraySlice<String>, _ names: ArraySlice<String>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == "**" {
      return (names.startIndex...names.endIndex).contains {
        matches(parts.dropFirst(), names[$0...])
      }
    }
    guard let name = names.first, matches(part: part, name) else { return false }
    return matches(parts.dropFirst(), names.dropFirst())
  }

  private static func matches(part pattern: String, _ name: String) -> Bool {
    fnmatch(pattern, name, 0) == 0
  }
}
