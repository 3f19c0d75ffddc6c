internal import AgentProtocol
internal import WebPages

/// Reads the fields of an address as the values that parameters take.
enum QueryArguments {
  /// Characters (Unicode scalars) of a text, and of a text in a list.
  static let longestText = 2000
  static let longestItem = 200
  /// Texts of a list.
  static let longestList = 20

  /// - Throws: `ArgumentError` for a field that is unknown, given twice, or has another kind of value.
  static func read(
    _ fields: [PageRequest.Field], of parameters: [Parameter]
  ) throws(ArgumentError) -> Arguments {
    var given: [String: JSONValue] = [:]
    for field in fields {
      let parameter = parameters.first { $0.name == field.name }
      // A form sends fields that nobody has filled in.
      if field.value.isEmpty, parameter != nil { continue }
      let isItem = if case .texts = parameter?.kind { true } else { false }
      let longest = isItem ? longestItem : longestText
      guard field.value.unicodeScalars.count <= longest else {
        throw ArgumentError("the argument \(field.name) has more than \(longest) characters")
      }
      if isItem {
        given[field.name] = .array((given[field.name]?.list ?? []) + [.string(field.value)])
        guard given[field.name]?.list?.count ?? 0 <= longestList else {
          throw ArgumentError("the argument \(field.name) is given more than \(longestList) times")
        }
        continue
      }
      guard given[field.name] == nil else {
        throw ArgumentError("the argument \(field.name) is given twice")
      }
      given[field.name] = value(field.value, for: parameter)
    }
    return try Arguments(given, of: parameters)
  }

  /// What is no value of its kind stays text, which the check refuses.
  private static func value(_ text: String, for parameter: Parameter?) -> JSONValue {
    switch parameter?.kind {
    case .integer:
      isPlainInteger(text) ? Int(text).map(JSONValue.integer) ?? .string(text) : .string(text)
    case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? .string(text)
    case .flag:
      switch text {
      case "true", "1": .bool(true)
      case "false", "0": .bool(false)
      default: .string(text)
      }
    default: .string(text)
    }
  }

  private static func isPlainInteger(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
