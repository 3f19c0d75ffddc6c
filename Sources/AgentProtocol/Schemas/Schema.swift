/// Makes JSON Schema of what answers hold. Every key is always there.
enum Schema {
  static let text: JSONValue = ["type": "string"]
  static let integer: JSONValue = ["type": "integer"]
  static let number: JSONValue = ["type": "number"]
  static let flag: JSONValue = ["type": "boolean"]
  static let hit: JSONValue = ["$ref": "#/$defs/hit"]
  /// First and last.
  static let range: JSONValue = [
    "type": "array", "items": integer, "minItems": 2, "maxItems": 2,
  ]

  /// Such a pair, or `null`.
  static let optionalRange: JSONValue = [
    "type": ["array", "null"], "items": integer, "minItems": 2, "maxItems": 2,
  ]

  /// Or `null`.
  static func optional(_ type: String) -> JSONValue {
    ["type": .array([.string(type), "null"])]
  }

  static func list(of items: JSONValue) -> JSONValue {
    ["type": "array", "items": items]
  }

  /// An object whose keys are names.
  static func map(of values: JSONValue) -> JSONValue {
    ["type": "object", "additionalProperties": values]
  }

  static func choice(_ names: [String]) -> JSONValue {
    ["type": "string", "enum": .array(names.map { .string($0) })]
  }

  /// - Parameter usesHits: Whether `hit` stands in it somewhere.
  static func object(_ properties: [String: JSONValue], usesHits: Bool = false) -> JSONValue {
    var fields: [String: JSONValue] = [
      "type": "object", "properties": .object(properties),
      "required": .array(properties.keys.sorted().map { .string($0) }),
    ]
    if usesHits { fields["$defs"] = ["hit": HitSchema.json] }
    return .object(fields)
  }
}
