/// An argument that a tool takes.
package struct Parameter: Sendable {
  package enum Kind: Sendable {
    case text
    /// Longer texts make no question.
    case texts
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case flag
    case choice([String])
  }

  /// Characters that a text may have: longer ones name nothing.
  package static let longestText = 20_000
  /// Texts that a list may have.
  package static let longestList = 100

  package let name: String
  package let kind: Kind
  /// For the model that chooses arguments.
  package let about: String
  package var isRequired = false

  package init(_ name: String, _ kind: Kind, _ about: String, isRequired: Bool = false) {
    self.name = name
    self.kind = kind
    self.about = about
    self.isRequired = isRequired
  }

  /// JSON Schema of the value.
  package var schema: JSONValue {
    var fields: [String: JSONValue] = ["description": .string(about)]
    switch kind {
    case .text:
      fields["type"] = "string"
      fields["minLength"] = 1
      fields["maxLength"] = .integer(Self.longestText)
    case .texts:
      fields["type"] = "array"
      fields["items"] = ["type": "string", "maxLength": .integer(Self.longestText)]
      fields["maxItems"] = .integer(Self.longestList)
    case .integer(let range):
      fields["type"] = "integer"
      fields["minimum"] = .integer(range.lowerBound)
      if range.upperBound < .max { fields["maximum"] = .integer(range.upperBound) }
    case .number(let range):
      fields["type"] = "number"
      fields["minimum"] = .number(range.lowerBound)
      fields["maximum"] = .number(range.upperBound)
    case .flag:
      fields["type"] = "boolean"
    case .choice(let names):
      fields["type"] = "string"
      fields["enum"] = .array(names.map { .string($0) })
    }
    return .object(fields)
  }

  /// - Throws: `ArgumentError` for a value of another kind or out of range.
  package func check(_ value: JSONValue) throws(ArgumentError) {
    switch kind {
    case .text:
      guard let text = value.text else { throw wrong("is no text") }
      guard text.contains(where: { !$0.isWhitespace }) else { throw wrong("is empty") }
      guard text.unicodeScalars.count <= Self.longestText else { throw wrong("is too long") }
    case .texts:
      guard let texts = value.list?.map(\.text), texts.allSatisfy({ $0 != nil }) else {
        throw wrong("is no list of texts")
      }
      guard texts.count <= Self.longestList else {
        throw wrong("has more than \(Self.longestList) entries")
      }
      guard texts.allSatisfy({ ($0?.unicodeScalars.count ?? 0) <= Self.longestText }) else {
        throw wrong("has a text that is too long")
      }
    case .integer(let range):
      guard let number = value.integer else { throw wrong("is no whole number") }
      guard range.contains(number) else {
        let bound =
          range.upperBound < .max
          ? "between \(range.lowerBound) and \(range.upperBound)" : "at least \(range.lowerBound)"
        throw wrong("is not \(bound)")
      }
    case .number(let range):
      guard let number = value.double else { throw wrong("is no number") }
      guard range.contains(number) else {
        throw wrong("is not between \(range.lowerBound) and \(range.upperBound)")
      }
    case .flag:
      guard value.flag != nil else { throw wrong("is neither true nor false") }
    case .choice(let names):
      guard let text = value.text, names.contains(text) else {
        throw wrong("is none of \(names.joined(separator: ", "))")
      }
    }
  }

  private func wrong(_ reason: String) -> ArgumentError {
    ArgumentError("the argument \(name) \(reason)")
  }
}
