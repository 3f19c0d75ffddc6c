/// Arguments of a tool, checked against its parameters.
package struct Arguments: Sendable {
  private let values: [String: JSONValue]

  /// - Throws: `ArgumentError` for an argument that is missing, unknown, of another kind or out of range.
  package init(_ given: [String: JSONValue], of parameters: [Parameter]) throws(ArgumentError) {
    let known = parameters.map(\.name)
    for name in given.keys.sorted() where !known.contains(name) {
      throw ArgumentError(
        "there is no argument \(name); there are \(known.joined(separator: ", "))")
    }
    var values: [String: JSONValue] = [:]
    for parameter in parameters {
      guard let value = given[parameter.name], !value.isNull else {
        if parameter.isRequired {
          throw ArgumentError("the argument \(parameter.name) is missing: \(parameter.about)")
        }
        continue
      }
      try parameter.check(value)
      values[parameter.name] = value
    }
    self.values = values
  }

  package func text(_ name: String) -> String? { values[name]?.text }
  package func texts(_ name: String) -> [String] { values[name]?.list?.compactMap(\.text) ?? [] }
  package func integer(_ name: String) -> Int? { values[name]?.integer }
  package func number(_ name: String) -> Double? { values[name]?.double }
  package func flag(_ name: String) -> Bool? { values[name]?.flag }

  /// A text that must have been given: `init` has checked that.
  package func required(_ name: String) -> String { text(name) ?? "" }
}
