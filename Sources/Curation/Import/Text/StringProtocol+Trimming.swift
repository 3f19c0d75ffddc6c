extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// Without white space at the end.
  var trimmedEnd: String {
    lastIndex { !$0.isWhitespace }.map { String(self[...$0]) } ?? ""
  }

  /// The first line without a full stop at its end, as messages of other programs are quoted.
  var firstLine: String {
    let line = split(whereSeparator: \.isNewline).first.map { $0.trimmed } ?? ""
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }
}
