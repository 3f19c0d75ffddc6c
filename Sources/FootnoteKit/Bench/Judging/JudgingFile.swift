internal import Foundation

/// Questions with gathered passages and their grades, as a file: JSON lines, each question followed by
/// its passages.
///
///     {"id": "q1", "kind": "factoid", "text": "Who made it?"}
///     {"query": "q1", "citation": "raw/a.md:3-7", "place": ["A"], "hash": "9f2c41aa", "text": "…",
///      "grade": null}
public struct JudgingFile: Sendable, Hashable {
  /// In the order in which they are judged.
  public var questions: [JudgingQuestion]

  /// A file of these questions.
  public init(questions: [JudgingQuestion] = []) {
    self.questions = questions
  }

  /// Number of passages, and of those that have a grade.
  public var passages: Int { questions.reduce(0) { $0 + $1.passages.count } }
  /// Number of passages that have a grade.
  public var judged: Int { questions.reduce(0) { $0 + $1.judged } }

  /// Adds questions. One that is there already, by its id, keeps its passages with their grades and gets
  /// those that are new behind them; its text and kind are the newer ones.
  ///
  /// Complexity: O(passages of a question squared).
  public mutating func merge(_ others: [JudgingQuestion]) {
    for other in others {
      guard let index = questions.firstIndex(where: { $0.id == other.id }) else {
        questions.append(other)
        continue
      }
      questions[index].text = other.text
      questions[index].kind = other.kind
      for passage in other.passages { questions[index].add(passage) }
    }
  }
}

extension JudgingQuestion {
  fileprivate mutating func add(_ passage: JudgingPassage) {
    guard let index = passages.firstIndex(where: passage.isSame) else {
      passages.append(passage)
      return
    }
    passages[index].citation = passage.citation
    passages[index].place = passage.place
  }
}

// MARK: The file

extension JudgingFile {
  /// Reads a file.
  ///
  /// - Throws: `BenchError`.
  public init(contentsOf path: String) throws(BenchError) {
    var questions: [JudgingQuestion] = []
    for line in try JSONLinesFile(path: path).lines {
      let record: Record = try line.decode()
      if let query = record.query {
        guard let last = questions.indices.last, questions[last].id == query else {
          throw line.error("the passage does not stand behind its question \(query)")
        }
        questions[last].passages.append(try record.passage(at: line))
      } else {
        let question = try record.question(at: line)
        guard !questions.contains(where: { $0.id == question.id }) else {
          throw line.error("the question \(question.id) stands in the file twice")
        }
        questions.append(question)
      }
    }
    guard questions.contains(where: { !$0.passages.isEmpty }) else {
      throw .unusable(path: path, reason: "it has no passage to judge (bench pool gathers them)")
    }
    self.init(questions: questions)
  }

  /// Replaces a file at once, so that one that is cut off is never seen.
  ///
  /// - Throws: `BenchError.notWritable`.
  public func write(to path: String) throws(BenchError) {
    var text = ""
    for question in questions {
      let records = [Record(question)] + question.passages.map { Record($0, of: question) }
      for record in records { text += JSONLinesFile.line(record) + "\n" }
    }
    try WholeFile.write(text, to: path)
  }

  /// A line: of a question where `query` is absent, else of a passage.
  private struct Record: Codable {
    var id: String?
    var kind: String?
    var text: String?
    var query: String?
    var citation: String?
    var place: [String]?
    var hash: String?
    var grade: Int?

    init(_ question: JudgingQuestion) {
      id = question.id
      kind = question.kind
      text = question.text
    }

    init(_ passage: JudgingPassage, of question: JudgingQuestion) {
      query = question.id
      citation = passage.citation.description
      place = passage.place
      hash = passage.hash
      text = passage.text
      grade = passage.grade
    }

    /// A passage without a grade says so.
    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(id, forKey: .id)
      try container.encodeIfPresent(kind, forKey: .kind)
      try container.encode(text, forKey: .text)
      guard let query else { return }
      try container.encode(query, forKey: .query)
      try container.encode(citation, forKey: .citation)
      try container.encode(place, forKey: .place)
      try container.encode(hash, forKey: .hash)
      try container.encode(grade, forKey: .grade)
    }

    func question(at line: JSONLinesFile.Line) throws(BenchError) -> JudgingQuestion {
      guard let id, let text else { throw line.error("a question needs id and text") }
      return JudgingQuestion(id: id, kind: kind ?? "other", text: text)
    }

    func passage(at line: JSONLinesFile.Line) throws(BenchError) -> JudgingPassage {
      guard let citation, let hash, let text else {
        throw line.error("a passage needs citation, hash and text")
      }
      if let grade, !JudgingPassage.grades.contains(grade) {
        throw line.error("a grade is a number from 0 to 3, or null")
      }
      do throws(CitationError) {
        return JudgingPassage(
          citation: try Citation(parsing: citation), place: place ?? [], hash: hash, text: text,
          grade: grade)
      } catch {
        throw line.error(error.message)
      }
    }
  }
}
