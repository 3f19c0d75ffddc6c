/// The name that a client gives a request.
package enum RequestID: Sendable, Hashable {
  case integer(Int)
  case string(String)

  /// `nil` for anything that is no id: it may be neither null nor a fraction.
  init?(_ value: JSONValue?) {
    switch value {
    case .string(let text): self = .string(text)
    case .integer(let number): self = .integer(number)
    default: return nil
    }
  }

  var json: JSONValue {
    switch self {
    case .integer(let number): .integer(number)
    case .string(let text): .string(text)
    }
  }
}
