/// Makes JSON Schema of what answers hold. Every key is always there.
package enum Schema {
  package static let text: JSONValue = ["type": "string"]
  package static let integer: JSONValue = ["type": "integer"]
  package static let number: JSONValue = ["type": "number"]
  package static let flag: JSONValue = ["type": "boolean"]
  package static let hit: JSONValue = ["$ref": "#/$defs/hit"]
  /// First and last.
  package static let range: JSONValue = [
    "type": "array", "items": integer, "minItems": 2, "maxItems": 2,
  ]

  /// Such a pair, or `null`.
  package static let optionalRange: JSONValue = [
    "type": ["array", "null"], "items": integer, "minItems": 2, "maxItems": 2,
  ]

  /// Or `null`.
  package static func optional(_ type: String) -> JSONValue {
    ["type": .array([.string(type), "null"])]
  }

  package static func list(of items: JSONValue) -> JSONValue {
    ["type": "array", "items": items]
  }

  /// An object whose keys are names.
  package static func map(of values: JSONValue) -> JSONValue {
    ["type": "object", "additionalProperties": values]
  }

  package static func choice(_ names: [String]) -> JSONValue {
    ["type": "string", "enum": .array(names.map { .string($0) })]
  }

  /// - Parameter usesHits: Whether `hit` stands in it somewhere.
  package static func object(_ properties: [String: JSONValue], usesHits: Bool = false) -> JSONValue
  {
    var fields: [String: JSONValue] = [
      "type": "object", "properties": .object(properties),
      "required": .array(properties.keys.sorted().map { .string($0) }),
    ]
    if usesHits { fields["$defs"] = ["hit": HitSchema.json] }
    return .object(fields)
  }
}
