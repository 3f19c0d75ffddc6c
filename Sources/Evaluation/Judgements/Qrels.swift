/// Relevance judgements: the grade of each judged document, by query.
///
///     let qrels = try Qrels(trec: "q1 0 d7 2\nq1 0 d9 0\n")
///     qrels.grades["q1"]?["d7"]  // 2
///
/// A grade of 1 or more is the document's gain, taken as it is; 0 or less means judged and not
/// relevant, which counts as if the document had not been judged. Identifiers that differ only by
/// Unicode normalisation are the same identifier.
public struct Qrels: Sendable, Hashable {
  /// Query → document → grade.
  public var grades: [String: [String: Int]]

  /// Grades by query and document.
  public init(grades: [String: [String: Int]]) {
    self.grades = grades
  }

  /// Reads TREC qrels: `query iteration document grade` a line, separated by white space.
  ///
  /// - Throws: `EvaluationError.malformed` for a line that has not four fields, whose grade is not a
  ///   whole number, or that judges a document again.
  public init(trec text: String) throws(EvaluationError) {
    var judgements = JudgementTable()
    for (number, line) in TextLines(text) {
      let fields = TextLines.fields(line)
      guard fields.count == 4 else {
        throw .malformed(
          file: nil, line: number,
          reason: "expected 4 fields (query iteration document grade), found \(fields.count)")
      }
      try judgements.add(query: fields[0], document: fields[2], grade: fields[3], line: number)
    }
    grades = judgements.grades
  }

  /// Reads the qrels of a BEIR collection: a header line, then `query-id`, `corpus-id` and `score`,
  /// separated by tabs.
  ///
  /// - Throws: `EvaluationError.malformed` as for TREC qrels, or where the header is missing.
  public init(beir text: String) throws(EvaluationError) {
    var judgements = JudgementTable()
    var hasHeader = false
    for (number, line) in TextLines(text) {
      let fields = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { Substring($0) }
      guard fields.count == 3, !fields[0].isEmpty, !fields[1].isEmpty else {
        throw .malformed(
          file: nil, line: number,
          reason: "expected query-id, corpus-id and score separated by tabs")
      }
      if hasHeader {
        try judgements.add(query: fields[0], document: fields[1], grade: fields[2], line: number)
      } else if Int(fields[2]) != nil {
        throw .malformed(
          file: nil, line: number, reason: "expected the header query-id, corpus-id, score")
      }
      hasHeader = true
    }
    grades = judgements.grades
  }

  /// TREC qrels, ordered by query and document. White space inside identifiers is percent-encoded.
  public var trec: String {
    var text = ""
    for query in grades.keys.sortedByBytes() {
      let judged = grades[query, default: [:]]
      for document in judged.keys.sortedByBytes() {
        let grade = judged[document, default: 0]
        text += "\(TRECField.encoded(query)) 0 \(TRECField.encoded(document)) \(grade)\n"
      }
    }
    return text
  }
}

/// Judgements while they are read; remembers where each stood.
private struct JudgementTable {
  private(set) var grades: [String: [String: Int]] = [:]
  private var lines: [String: [String: Int]] = [:]

  mutating func add(
    query: Substring, document: Substring, grade: Substring, line: Int
  ) throws(EvaluationError) {
    guard let value = Int(grade) else {
      throw .malformed(file: nil, line: line, reason: "the grade is not a whole number: \(grade)")
    }
    let (query, document) = (String(query), String(document))
    if let first = lines[query]?[document] {
      throw .malformed(
        file: nil, line: line,
        reason: "document \(document) was judged for query \(query) on line \(first) already")
    }
    grades[query, default: [:]][document] = value
    lines[query, default: [:]][document] = line
  }
}
