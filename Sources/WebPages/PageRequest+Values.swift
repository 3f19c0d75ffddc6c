extension PageRequest {
  /// The values of a field, in their order, without white space around; empty ones are left out.
  func values(of name: String) -> [String] {
    fields.values(of: name)
  }

  /// The question, in the field that is on every page.
  var question: String { values(of: "q").first ?? "" }
}

extension [PageRequest.Field] {
  /// The values of a field, in their order, without white space around; empty ones are left out.
  func values(of name: String) -> [String] {
    filter { $0.name == name }.map { $0.value.trimmed }.filter { !$0.isEmpty }
  }
}

extension String {
  /// The text without white space around.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
