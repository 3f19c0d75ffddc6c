/// Contexts as templates read them: dictionaries, lists, texts, numbers and truth values.
///
/// Contexts are structs, one for each template and part of one. Mustache would look their parts up by
/// reflection, each time that a template names one; here that is done once for each struct.
package enum ContextTree {
  /// A struct becomes a dictionary, in which the part `textHtml` is called `text_html`.
  ///
  /// - Returns: `nil` for an optional that has no value; parts that have none are left out.
  /// - Complexity: O(number of parts).
  package static func value(of part: Any) -> Any? {
    if part is String || part is Bool || part is Int || part is Double { return part }
    let mirror = Mirror(reflecting: part)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { value(of: $0.value) }
    case .collection: return mirror.children.compactMap { value(of: $0.value) }
    default:
      var fields: [String: Any] = [:]
      for (label, child) in mirror.children {
        if let label, let value = value(of: child) { fields[key(label)] = value }
      }
      return fields
    }
  }

  private static func key(_ label: String) -> String {
    var key = ""
    for scalar in label.unicodeScalars {
      if scalar.properties.isUppercase {
        key += "_" + scalar.properties.lowercaseMapping
      } else {
        key.unicodeScalars.append(scalar)
      }
    }
    return key
  }
}
