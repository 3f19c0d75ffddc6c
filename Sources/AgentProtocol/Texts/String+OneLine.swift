internal import FootnoteKit

extension String {
  /// The text as one line: what a file holds as its title must not look like another line of the answer.
  var oneLine: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { PercentCoding.steers($0) ? " " : $0 })
    ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
