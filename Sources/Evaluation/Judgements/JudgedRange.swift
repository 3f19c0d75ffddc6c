/// Lines of a file that were judged to answer a query.
public struct JudgedRange: Sendable, Hashable, Codable {
  /// The file, relative to the root of the knowledge base.
  public var path: String
  /// From 1, closed. In JSON `[first, last]`.
  public var lines: ClosedRange<Int>
  /// 2: answers alone; 1: answers in part. Its gain; 0 or less counts as not judged.
  public var grade: Int
  /// A piece of the text that a passage must hold to count here, given where the lines are so long
  /// that a passage is only part of one. White space and case do not matter.
  public var anchor: String?
  /// The first 8 hex digits of the sha256 of the judged lines' bytes, so that the judgement can find
  /// its place again when the file has changed.
  public var hash: String?

  /// A range of these parts.
  public init(
    path: String, lines: ClosedRange<Int>, grade: Int, anchor: String? = nil, hash: String? = nil
  ) {
    self.path = path
    self.lines = lines
    self.grade = grade
    self.anchor = anchor
    self.hash = hash
  }

  /// - Throws: `DecodingError` where a key is missing or holds something else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    path = try container.decode(String.self, forKey: .path)
    let bounds = try container.decode([Int].self, forKey: .lines)
    guard bounds.count == 2, bounds[0] >= 1, bounds[0] <= bounds[1] else {
      throw DecodingError.dataCorruptedError(
        forKey: .lines, in: container,
        debugDescription: "expected [first, last] with 1 <= first <= last")
    }
    lines = bounds[0]...bounds[1]
    grade = try container.decode(Int.self, forKey: .grade)
    anchor = try container.decodeIfPresent(String.self, forKey: .anchor)
    hash = try container.decodeIfPresent(String.self, forKey: .hash)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode([lines.lowerBound, lines.upperBound], forKey: .lines)
    try container.encode(grade, forKey: .grade)
    try container.encodeIfPresent(anchor, forKey: .anchor)
    try container.encodeIfPresent(hash, forKey: .hash)
  }

  enum CodingKeys: String, CodingKey { case path, lines, grade, anchor, hash }

  /// One JSON object, keys in the order path, lines, grade, anchor, hash.
  var json: String {
    var text = "{\"path\": \(JSONString.quoted(path)), "
    text += "\"lines\": [\(lines.lowerBound), \(lines.upperBound)], \"grade\": \(grade)"
    if let anchor { text += ", \"anchor\": \(JSONString.quoted(anchor))" }
    if let hash { text += ", \"hash\": \(JSONString.quoted(hash))" }
    return text + "}"
  }
}
