/// A question with the passages that answer it.
///
///     {"id": "q1", "kind": "factoid", "lang": "en", "text": "Who made it?",
///      "relevant": [{"path": "raw/a.md", "lines": [3, 7], "grade": 2}]}
///
/// One that the knowledge base does not answer has no relevant passages.
public struct JudgedQuery: Sendable, Hashable, Codable {
  /// Its name.
  public var id: String
  /// The sort of question, by which results are broken down. `other` where the file gives none.
  public var kind: String
  /// BCP 47, as `en` or `zh`. The key is `lang`.
  public var language: String?
  /// The question as it is asked.
  public var text: String
  /// The passages that answer, by grade; none where nothing answers.
  public var relevant: [JudgedRange]
  /// The answer in words, for people who check the judgements.
  public var answer: String?
  /// A remark about the judgements.
  public var note: String?

  /// A query of these parts.
  public init(
    id: String, kind: String, language: String? = nil, text: String, relevant: [JudgedRange],
    answer: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.language = language
    self.text = text
    self.relevant = relevant
    self.answer = answer
    self.note = note
  }

  /// - Throws: `DecodingError` where a key is missing or holds something else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    kind = try container.decodeIfPresent(String.self, forKey: .kind) ?? "other"
    language = try container.decodeIfPresent(String.self, forKey: .language)
    text = try container.decode(String.self, forKey: .text)
    relevant = try container.decode([JudgedRange].self, forKey: .relevant)
    answer = try container.decodeIfPresent(String.self, forKey: .answer)
    note = try container.decodeIfPresent(String.self, forKey: .note)
  }

  enum CodingKeys: String, CodingKey {
    case id, kind, text, relevant, answer, note
    case language = "lang"
  }

  /// Whether a passage can answer the query, that is whether measures are defined for it.
  public var isAnswerable: Bool { relevant.contains { $0.grade > 0 } }

  /// Reads JSON lines, one query each; blank lines are skipped.
  ///
  /// - Throws: `EvaluationError.malformed` for a line that is not such an object, or whose id is empty
  ///   or was there before.
  public static func parse(jsonLines: String) throws(EvaluationError) -> [JudgedQuery] {
    var queries: [JudgedQuery] = []
    var lines: [String: Int] = [:]
    for (number, line) in TextLines(jsonLines) {
      let query = try JSONLine.decode(JudgedQuery.self, from: line, line: number)
      guard !query.id.isEmpty else {
        throw .malformed(file: nil, line: number, reason: "the id is empty")
      }
      if let first = lines[query.id] {
        throw .malformed(
          file: nil, line: number, reason: "query \(query.id) stands on line \(first) already")
      }
      lines[query.id] = number
      queries.append(query)
    }
    return queries
  }

  /// One JSON object without line break, keys in the order id, kind, lang, text, relevant, answer,
  /// note.
  public var jsonLine: String {
    var text = "{\"id\": \(JSONString.quoted(id)), \"kind\": \(JSONString.quoted(kind))"
    if let language { text += ", \"lang\": \(JSONString.quoted(language))" }
    text += ", \"text\": \(JSONString.quoted(self.text))"
    text += ", \"relevant\": [\(relevant.map(\.json).joined(separator: ", "))]"
    if let answer { text += ", \"answer\": \(JSONString.quoted(answer))" }
    if let note { text += ", \"note\": \(JSONString.quoted(note))" }
    return text + "}"
  }
}
