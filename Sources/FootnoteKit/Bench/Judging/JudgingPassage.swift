/// A passage that waits for a person's judgement, or has it.
public struct JudgingPassage: Sendable, Hashable {
  /// Grades that a person may give: 0 not relevant, 1 in part, 2 answers alone, 3 answers perfectly.
  public static let grades = 0...3

  /// Where it stands.
  public var citation: Citation
  /// Titles and headings that it stands under, outermost first.
  public var place: [String]
  /// First 8 hex digits of the sha256 of the cited bytes.
  public var hash: String
  /// The cited bytes as text.
  public var text: String
  /// `nil` where nobody has judged it yet.
  public var grade: Int?

  /// A passage with what was said of it.
  public init(
    citation: Citation, place: [String], hash: String, text: String, grade: Int? = nil
  ) {
    self.citation = citation
    self.place = place
    self.hash = hash
    self.text = text
    self.grade = grade
  }

  /// The passage of a hit, without a grade.
  public init(_ hit: Hit) {
    self.init(
      citation: hit.citation, place: [hit.document.title] + hit.headings, hash: hit.hash,
      text: hit.text)
  }

  /// Whether both are the same text of the same file: lines above may have come or gone.
  func isSame(as other: JudgingPassage) -> Bool {
    citation.path == other.citation.path && hash == other.hash
  }
}
