internal import Foundation

/// Lists of strings as JSON in a column, so that the `sqlite3` shell reads them too.
enum JSONText {
  static func encode(_ strings: [String]) -> String {
    if strings.isEmpty { return "[]" }
    guard let data = try? JSONEncoder().encode(strings) else { return "[]" }
    return String(decoding: data, as: UTF8.self)
  }

  /// An empty list where the column does not hold a list of strings.
  static func decode(_ text: String) -> [String] {
    if text == "[]" { return [] }
    return (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
  }
}
