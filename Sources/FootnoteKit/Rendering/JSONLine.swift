internal import Foundation

/// Writes values as JSON for others to read.
public enum JSONLine {
  /// One line of JSON without a line break at its end; slashes are not escaped, keys are sorted, so that
  /// equal answers are equal bytes. What could steer a terminal is escaped.
  ///
  /// - Parameters:
  ///   - value: What is written.
  ///   - links: With them, whatever leads to a place has its address as `link`.
  /// - Throws: `ErrorMessage` where a value has no JSON, such as a number that is not finite.
  public static func encode(
    _ value: some Encodable, links: CitationLinks? = nil
  ) throws -> String {
    let encoder = JSONEncoder()
    if let links, let key = CodingUserInfoKey.citationLinks { encoder.userInfo[key] = links }
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    do {
      return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
    } catch {
      throw ErrorMessage("the result has no JSON", at: error.localizedDescription)
    }
  }

  /// Such characters stand only within the strings of JSON.
  private static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: PercentCoding.steers) else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      if PercentCoding.steers(scalar) {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
