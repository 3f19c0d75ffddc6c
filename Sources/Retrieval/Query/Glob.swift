internal import Corpus

/// A pattern over paths, as a shell reads them: `*` and `?` within one part, `**` across parts, `[a-z]`.
/// A pattern without any of these is the beginning of a path, or one whole part of it.
package struct Glob: Sendable, Hashable {
  private let written: String
  /// `nil` where the pattern has no sign of a glob.
  private let pattern: GlobPattern?
  /// Without a slash the pattern may fit the file's name alone.
  private let isName: Bool

  package init(_ written: String) {
    self.written = written
    isName = !written.contains("/")
    guard written.contains(where: { "*?[".contains($0) }) else {
      pattern = nil
      return
    }
    pattern = GlobPattern(written.split(separator: "/").joined(separator: "/").utf8)
  }

  /// Whether every bracket closes.
  package static func isValid(_ pattern: String) -> Bool {
    guard let open = pattern.firstIndex(of: "[") else { return true }
    return pattern[open...].contains("]")
  }

  /// - Complexity: O(length of the path² × length of the pattern) at worst, O(length) as a rule.
  package func matches(_ path: String) -> Bool {
    guard let pattern else { return isBeginning(of: path) || isPart(of: path) }
    let bytes = Array(path.utf8)
    if pattern.matches(bytes[...]) { return true }
    guard isName, let slash = bytes.lastIndex(of: 0x2F) else { return false }
    return pattern.matches(bytes[(slash + 1)...])
  }

  private func isBeginning(of path: String) -> Bool {
    path.utf8.starts(with: written.utf8)
  }

  private func isPart(of path: String) -> Bool {
    path.split(separator: "/").contains { $0 == written || $0 == written + ".md" }
  }
}
