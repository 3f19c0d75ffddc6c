internal import Foundation

/// Reads one JSON value and says in a sentence why that fails.
enum JSONLine {
  /// Decodes `text`, the line `line` of some file.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from text: some StringProtocol, line: Int
  ) throws(EvaluationError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw .malformed(file: nil, line: line, reason: reason(error))
    }
  }

  /// What is wrong with the JSON, and where in it.
  static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      return "no \"\(key.stringValue)\"" + place(context.codingPath, " in ")
    case DecodingError.typeMismatch(let type, let context),
      DecodingError.valueNotFound(let type, let context):
      guard !context.codingPath.isEmpty else { return "not a JSON object" }
      return place(context.codingPath, "") + ": expected \(name(of: type))"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      return place(context.codingPath, "") + ": " + context.debugDescription
    default:
      return "not valid JSON"
    }
  }

  private static func place(_ path: [any CodingKey], _ prefix: String) -> String {
    guard !path.isEmpty else { return "" }
    var text = ""
    for key in path {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return prefix + text
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is Bool.Type: "true or false"
    case is [Any].Type: "an array"
    default: "an object"
    }
  }
}
