/// The rules of one `.gitignore`, or of `ignore:` in `footnote.yml`, for the folder that they stand in.
package struct IgnoreRules: Sendable {
  private struct Rule: Sendable {
    let glob: GlobPattern
    let isNegated: Bool
    let foldersOnly: Bool
    /// Matched against the whole path below the folder, not just against the name.
    let isAnchored: Bool
  }

  private var rules: [Rule] = []

  var isEmpty: Bool { rules.isEmpty }

  /// Reads the text of a `.gitignore`.
  init(text: [UInt8]) {
    let lines = LineTable(text)
    for line in stride(from: 1, through: lines.count, by: 1) {
      var content = text[lines.content(of: line)]
      if line == 1, content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
      add(content)
    }
  }

  /// Takes patterns that are already separate.
  package init(patterns: [String]) {
    for pattern in patterns { add(Array(pattern.utf8)[...]) }
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    var pattern = Self.withoutTrailingSpaces(line)
    guard let first = pattern.first, first != 0x23 else { return }
    let isNegated = first == 0x21
    if isNegated { pattern = pattern.dropFirst() }
    let foldersOnly = pattern.last == 0x2F
    if foldersOnly { pattern = pattern.dropLast() }
    let isAnchored = pattern.contains(0x2F)
    if pattern.first == 0x2F { pattern = pattern.dropFirst() }
    guard !pattern.isEmpty else { return }
    rules.append(
      Rule(
        glob: GlobPattern(pattern), isNegated: isNegated, foldersOnly: foldersOnly,
        isAnchored: isAnchored))
  }

  /// Spaces at the end count only behind a backslash.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, ByteClass.isSpaceOrTab(last) {
      if line.dropLast().last == 0x5C { break }
      line = line.dropLast()
    }
    return line
  }

  /// Whether a rule fits the path of a file, or a folder that it lies in.
  /// - Parameter path: relative to the folder of these rules.
  package func fit(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    for (index, byte) in bytes.enumerated() where byte == 0x2F {
      if let verdict = verdict(path: bytes[..<index], isFolder: true) { return verdict }
    }
    return verdict(path: bytes[...], isFolder: false) ?? false
  }

  /// Whether the last rule that fits ignores (`true`) or keeps (`false`) a path; `nil` where none fits.
  /// - Parameter path: relative to the folder of these rules.
  func verdict(path: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
    let name = path[(path.lastIndex(of: 0x2F).map { $0 + 1 } ?? path.startIndex)...]
    for rule in rules.reversed() where isFolder || !rule.foldersOnly {
      if rule.glob.matches(rule.isAnchored ? path : name) { return !rule.isNegated }
    }
    return nil
  }
}
