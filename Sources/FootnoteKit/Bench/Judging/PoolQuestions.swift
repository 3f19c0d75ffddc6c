internal import Foundation

/// Reads questions to gather passages for: plain lines, or JSON lines with `text` and perhaps `id` and
/// `kind`. A question without id gets its place among the questions, from 1.
public enum PoolQuestions {
  private struct Record: Decodable {
    var id: String?
    var kind: String?
    var text: String

    enum CodingKeys: String, CodingKey { case id, kind, text }

    init(from decoder: any Swift.Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      text = try container.decode(String.self, forKey: .text)
      kind = try container.decodeIfPresent(String.self, forKey: .kind)
      if let number = try? container.decode(Int.self, forKey: .id) {
        id = String(number)
      } else {
        id = try container.decodeIfPresent(String.self, forKey: .id)
      }
    }
  }

  /// - Throws: `BenchError` for a file that cannot be read, a line that is no question, two questions
  ///   of one id, or no question at all.
  public static func read(_ path: String) throws(BenchError) -> [JudgingQuestion] {
    var questions: [JudgingQuestion] = []
    var ids: Set<String> = []
    for line in try JSONLinesFile(path: path).lines {
      let question = try question(line, number: questions.count + 1)
      guard ids.insert(question.id).inserted else {
        throw line.error("the id \(question.id) stands in the file twice")
      }
      questions.append(question)
    }
    guard !questions.isEmpty else { throw .unusable(path: path, reason: "it has no question") }
    return questions
  }

  private static func question(
    _ line: JSONLinesFile.Line, number: Int
  ) throws(BenchError) -> JudgingQuestion {
    guard let text = String(validating: line.bytes, as: UTF8.self) else {
      throw line.error("the line is not UTF-8")
    }
    // Files from elsewhere begin with a byte order mark, or end their lines as Windows does.
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines.union(["\u{FEFF}"]))
    guard trimmed.hasPrefix("{") else {
      return JudgingQuestion(id: String(number), kind: "other", text: trimmed)
    }
    let record: Record = try line.decode()
    return JudgingQuestion(
      id: record.id ?? String(number), kind: record.kind ?? "other", text: record.text)
  }
}
