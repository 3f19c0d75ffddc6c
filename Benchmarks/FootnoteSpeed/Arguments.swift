/// The `--name value` pairs of a subcommand.
struct Arguments {
  /// What is wrong with a command line.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let values: [String: String]

  /// - Throws: Where an option is none of `known` or has no value.
  init(_ arguments: [String], known: Set<String>) throws(Failure) {
    var values: [String: String] = [:]
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard name.hasPrefix("--"), known.contains(String(name.dropFirst(2))) else {
        throw Failure(description: "unknown option \(name)")
      }
      guard let value = rest.popFirst() else {
        throw Failure(description: "\(name) needs a value")
      }
      values[String(name.dropFirst(2))] = value
    }
    self.values = values
  }

  subscript(name: String) -> String? { values[name] }

  func required(_ name: String) throws(Failure) -> String {
    guard let value = values[name] else { throw Failure(description: "--\(name) is missing") }
    return value
  }

  /// A number, at least 1.
  func number(_ name: String, default standard: Int) throws(Failure) -> Int {
    guard let text = values[name] else { return standard }
    guard let number = Int(text), number >= 1 else {
      throw Failure(description: "--\(name) \(text) is no number of at least 1")
    }
    return number
  }
}
