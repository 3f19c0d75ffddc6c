/// A value of JSON, as messages of the protocol hold it.
package indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
  /// What has a JSON form of its own, such as an answer. Only in what is sent.
  case encodable(any Encodable & Sendable)

  /// The text of a string; `nil` for everything else, as in the following.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A whole number, also where it is written `3.0`.
  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// Any number.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  package var flag: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  package var list: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  package var fields: [String: JSONValue]? {
    if case .object(let fields) = self { fields } else { nil }
  }

  package var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// A field of an object.
  package subscript(key: String) -> JSONValue? { fields?[key] }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}
