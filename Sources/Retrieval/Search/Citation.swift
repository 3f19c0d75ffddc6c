/// Names a place in a knowledge base: `raw/2025/7.6.md:1-7`, `talk.md:17#120-980@9f2c41aa`.
///
/// Lines are 1-based and closed; bytes are 0-based and half-open in the file on disk; the hash is the
/// first 8 hex digits of the sha256 of the cited bytes. In the path `:`, `#`, `@`, `%`, white space at the
/// ends, control characters and marks of the direction of writing are percent-encoded.
public struct Citation: Sendable, Hashable, CustomStringConvertible {
  /// Relative to the root of the knowledge base.
  public var path: String
  /// First and last line, from 1.
  public var lines: ClosedRange<Int>
  /// Given where the text is only part of its lines.
  public var bytes: Range<Int>?
  /// Lower-case hex digits, where the citation is to be kept.
  public var hash: String?

  /// A citation of these parts, which are not looked up.
  public init(
    path: String, lines: ClosedRange<Int>, bytes: Range<Int>? = nil, hash: String? = nil
  ) {
    self.path = path
    self.lines = lines
    self.bytes = bytes
    self.hash = hash
  }

  /// Reads a citation.
  ///
  /// - Throws: `CitationError` naming what is malformed.
  public init(parsing text: String) throws(CitationError) {
    var rest = text[...]
    if let at = rest.lastIndex(of: "@") {
      let digits = rest[rest.index(after: at)...]
      guard digits.count == 8, digits.allSatisfy(\.isHexDigit) else { throw .hash(text) }
      hash = digits.lowercased()
      rest = rest[..<at]
    }
    if let sign = rest.lastIndex(of: "#") {
      guard let range = Self.range(rest[rest.index(after: sign)...]), range.isPair,
        range.first < range.last
      else { throw .bytes(text) }
      bytes = range.first..<range.last
      rest = rest[..<sign]
    }
    guard let colon = rest.lastIndex(of: ":") else { throw .lines(text) }
    guard let range = Self.range(rest[rest.index(after: colon)...]), range.first >= 1,
      range.first <= range.last
    else { throw .lines(text) }
    lines = range.first...range.last
    guard let path = PercentCoding.decode(rest[..<colon]), !path.isEmpty else { throw .path(text) }
    self.path = path
  }

  public var description: String {
    var text = PercentCoding.encode(path) + ":\(lines.lowerBound)"
    if lines.count > 1 { text += "-\(lines.upperBound)" }
    if let bytes { text += "#\(bytes.lowerBound)-\(bytes.upperBound)" }
    if let hash { text += "@\(hash)" }
    return text
  }

  /// The same place without hash.
  public var withoutHash: Citation {
    Citation(path: path, lines: lines, bytes: bytes)
  }

  private static func range(
    _ text: Substring
  ) -> (first: Int, last: Int, isPair: Bool)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (1...2).contains(numbers.count) else { return nil }
    return (numbers[0], numbers[numbers.count - 1], numbers.count == 2)
  }
}
