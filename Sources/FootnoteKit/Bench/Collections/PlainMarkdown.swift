/// Writes plain text as markdown that reads as nothing but that text: every sign that could begin
/// markup gets a backslash (CommonMark 0.31, 2.4).
///
///     PlainMarkdown.escaped("# 1. A *star*")  // "\\# 1. A \\*star\\*"
package enum PlainMarkdown {
  /// Begin markup wherever they stand.
  private static let anywhere = Set<Unicode.Scalar>("\\`*_[]<>#&~=^|".unicodeScalars)
  /// Begin lists and rules at the beginning of a line.
  private static let atLineStart = Set<Unicode.Scalar>("-+:".unicodeScalars)

  /// The text with its lines kept, white space around them left out and control characters replaced by
  /// spaces.
  ///
  /// Complexity: O(length).
  package static func escaped(_ text: String) -> String {
    var result = ""
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      result += escaped(line: line.unicodeScalars) + "\n"
    }
    return result
  }

  /// The text as one line without control characters.
  static func line(_ text: String) -> String {
    text.unicodeScalars.split { isBlank($0) }.map { String($0) }.joined(separator: " ")
  }

  private static func escaped(line: Substring.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var rest = line.drop { isBlank($0) }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    // `12.` and `12)` begin a numbered list.
    let digits = rest.prefix { ("0"..."9").contains($0) }
    let mark = digits.isEmpty ? nil : rest.dropFirst(digits.count).first
    let isNumbered = mark == "." || mark == ")"
    for (index, scalar) in rest.enumerated() {
      let isMarkup =
        anywhere.contains(scalar) || (index == 0 && atLineStart.contains(scalar))
        || (isNumbered && index == digits.count)
      if isMarkup { result.append("\\") }
      result.append(isBlank(scalar) ? " " : scalar)
    }
    return String(result)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }
}
