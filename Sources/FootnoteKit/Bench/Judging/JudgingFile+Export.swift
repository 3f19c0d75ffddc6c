public import Evaluation

extension JudgingFile {
  /// The questions of which anything was judged, as judged queries: passages of grade 1 and up are
  /// relevant. A passage that is only part of its lines is told from the rest of them by an anchor from
  /// its middle; any other carries its hash.
  public var judgedQueries: [JudgedQuery] {
    questions.filter { $0.judged > 0 }.map { question in
      JudgedQuery(
        id: question.id, kind: question.kind, text: question.text,
        relevant: question.passages.compactMap(Self.range))
    }
  }

  private static func range(_ passage: JudgingPassage) -> JudgedRange? {
    guard let grade = passage.grade, grade > 0 else { return nil }
    let isPartial = passage.citation.bytes != nil
    return JudgedRange(
      path: passage.citation.path, lines: passage.citation.lines, grade: grade,
      anchor: isPartial ? anchor(of: passage.text) : nil, hash: isPartial ? nil : passage.hash)
  }

  /// Words that an anchor has: enough to stand once in a document.
  private static let anchorLength = 12

  /// Words from the middle, which a passage that is cut elsewhere most likely holds too.
  private static func anchor(of text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let start = max(0, (words.count - anchorLength) / 2)
    guard let first = words.dropFirst(start).first,
      let last = words.dropFirst(start).prefix(anchorLength).last
    else { return text }
    return String(text[first.startIndex..<last.endIndex])
  }
}
