import Foundation

/// One line of a batch.
enum BatchQuestion: Equatable {
  case question(id: String, text: String)
  /// The line cannot be asked; `id` is known where the line names one.
  case malformed(id: String, reason: String)

  /// Reads a plain question, or JSON with `id` and `text`.
  ///
  /// - Parameter number: The question's place among those of the batch, from 1: its name where the line
  ///   gives none.
  /// - Returns: `nil` for an empty line.
  static func read(_ line: [UInt8], number: Int) -> BatchQuestion? {
    let id = String(number)
    // A byte order mark at the start of the file is no part of the first question.
    let line = line.starts(with: byteOrderMark) ? Array(line.dropFirst(3)) : line
    guard let text = String(validating: line, as: UTF8.self) else {
      return .malformed(id: id, reason: "the line is not UTF-8")
    }
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    if trimmed.isEmpty { return nil }
    guard trimmed.hasPrefix("{") else { return .question(id: id, text: trimmed) }
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else {
      return .malformed(id: id, reason: "the line is not a JSON object with text, and id if any")
    }
    guard let question = record.text else {
      return .malformed(id: record.id ?? id, reason: "the line has no text")
    }
    return .question(id: record.id ?? id, text: question)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private struct Record: Decodable {
    var id: String?
    var text: String?

    enum CodingKeys: String, CodingKey { case id, text }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      text = try container.decodeIfPresent(String.self, forKey: .text)
      // Judged collections often number their questions.
      if let number = try? container.decode(Int.self, forKey: .id) {
        id = String(number)
      } else {
        id = try container.decodeIfPresent(String.self, forKey: .id)
      }
    }
  }
}
