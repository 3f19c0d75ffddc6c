/// What a system retrieved: scored documents, by query.
///
///     let run = try Run(trec: "q1 Q0 d7 1 12.5 bm25\nq1 Q0 d9 2 11 bm25\n")
///     run.ranking(of: "q1")  // ["d7", "d9"]
public struct Run: Sendable, Hashable {
  /// A retrieved document.
  public struct Entry: Sendable, Hashable {
    /// Name of the document.
    public var document: String
    /// Higher is better. Not NaN.
    public var score: Double

    /// A document with its score.
    public init(document: String, score: Double) {
      self.document = document
      self.score = score
    }
  }

  /// The tag of the run.
  public var name: String
  /// Query → what was retrieved for it, in any order, no document twice.
  public var entries: [String: [Entry]]

  /// A run of this name; entries by query.
  public init(name: String, entries: [String: [Entry]]) {
    self.name = name
    self.entries = entries
  }

  /// Reads a TREC run: `query Q0 document rank score tag` a line, separated by white space. The rank
  /// is not read, as in trec_eval; the name is the tag of the first line.
  ///
  /// - Throws: `EvaluationError.malformed` for a line that has not six fields, whose score is not a
  ///   number, or that names a document again for the same query.
  public init(trec text: String) throws(EvaluationError) {
    var name: String?
    var entries: [String: [Entry]] = [:]
    var lines: [String: [String: Int]] = [:]
    for (number, line) in TextLines(text) {
      let fields = TextLines.fields(line)
      guard fields.count == 6 else {
        throw .malformed(
          file: nil, line: number,
          reason: "expected 6 fields (query Q0 document rank score tag), found \(fields.count)")
      }
      guard let score = Double(fields[4]), !score.isNaN else {
        throw .malformed(
          file: nil, line: number, reason: "the score is not a number: \(fields[4])")
      }
      let (query, document) = (String(fields[0]), String(fields[2]))
      if let first = lines[query]?[document] {
        throw .malformed(
          file: nil, line: number,
          reason: "document \(document) stands for query \(query) on line \(first) already")
      }
      lines[query, default: [:]][document] = number
      entries[query, default: []].append(Entry(document: document, score: score))
      name = name ?? String(fields[5])
    }
    self.init(name: name ?? "", entries: entries)
  }

  /// The documents of a query, best first, in the order of trec_eval: by score, which it keeps as a
  /// 32-bit float, descending; equal ones by the bytes of their identifier, descending.
  ///
  /// Complexity: O(n log n).
  public func ranking(of query: String) -> [String] {
    ordered(query).map(\.document)
  }

  /// A TREC run that every reader ranks as `ranking(of:)`, up to equal scores. White space inside
  /// identifiers is percent-encoded.
  public var trec: String {
    let tag = TRECField.encoded(name)
    var text = ""
    for query in entries.keys.sortedByBytes() {
      let id = TRECField.encoded(query)
      for (index, entry) in ordered(query).enumerated() {
        text += "\(id) Q0 \(TRECField.encoded(entry.document)) \(index + 1) \(entry.score) \(tag)\n"
      }
    }
    return text
  }

  private func ordered(_ query: String) -> [Entry] {
    entries[query, default: []].sorted { left, right in
      let (first, second) = (Float(left.score), Float(right.score))
      if first != second { return first > second }
      return right.document.precedesInBytes(left.document)
    }
  }
}
