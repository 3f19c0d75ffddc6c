/// What is asked of the page of a document.
struct DocumentRequest: Sendable, Hashable {
  var path: String
  /// Lines that are cited.
  var lines: ClosedRange<Int>?
  /// Of the cited text, where it was kept.
  var hash: String?
  /// The line that a part of a long file is to begin at.
  var from: Int?
  /// The question that led here.
  var question: String

  /// - Throws: `PageError` of the status 400 for lines and hashes that cannot be read.
  init(path: String, fields: [PageRequest.Field]) throws(PageError) {
    self.path = path
    question = fields.values(of: "q").first ?? ""
    lines = try Self.lines(fields)
    from = LineReference.lines(fields.values(of: "from").first ?? "")?.lowerBound
    guard let hash = fields.values(of: "hash").first else { return }
    guard hash.utf8.count == 8, hash.utf8.allSatisfy(Self.isDigit) else {
      throw .unreadable(
        "The hash of this citation cannot be read", detail: "It has 8 hex digits, as 9f2c41aa.")
    }
    self.hash = hash.lowercased()
  }

  /// The lines that the field `lines` names.
  static func lines(_ fields: [PageRequest.Field]) throws(PageError) -> ClosedRange<Int>? {
    guard let text = fields.values(of: "lines").first else { return nil }
    guard let lines = LineReference.lines(text) else {
      throw .unreadable(
        "The lines of this citation cannot be read",
        detail: "Write them as lines=29 or lines=29-31.")
    }
    return lines
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
