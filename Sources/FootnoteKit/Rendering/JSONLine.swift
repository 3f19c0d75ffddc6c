internal import Foundation

/// Writes values as JSON for others to read.
public enum JSONLine {
  /// One line of JSON without a line break at its end; slashes are not escaped, keys are sorted, so that
  /// equal answers are equal bytes.
  ///
  /// - Throws: `ErrorMessage` where a value has no JSON, such as a number that is not finite.
  public static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw ErrorMessage("the result has no JSON", at: error.localizedDescription)
    }
  }
}
