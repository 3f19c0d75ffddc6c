import Foundation

/// What tests look for in a page. No reader of HTML: the pages are ours, and of one style.
struct Markup {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The values of an attribute, wherever it stands.
  func attribute(_ name: String) -> [String] {
    matches(" \(name)=\"([^\"]*)\"")
  }

  /// Ids that more than one element has.
  var repeatedIDs: [String] {
    let ids = attribute("id")
    return Set(ids).filter { id in ids.count { $0 == id } > 1 }.sorted()
  }

  /// The first group of every match of a pattern.
  func matches(_ pattern: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let range = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: range).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
  }

  /// The numbers beside the values of a filter.
  func counts(of facet: String) -> [String: Int] {
    let pattern =
      "name=\"\(facet)\" value=\"([^\"]*)\"(?: checked)?> <span class=\"facet-name\">[^<]*</span> "
      + "<span class=\"facet-count\">([0-9,]*)<"
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [:] }
    var counts: [String: Int] = [:]
    let whole = NSRange(text.startIndex..., in: text)
    for match in expression.matches(in: text, range: whole) {
      guard let value = Range(match.range(at: 1), in: text),
        let count = Range(match.range(at: 2), in: text)
      else { continue }
      counts[String(text[value])] = Int(text[count])
    }
    return counts
  }

  /// The citations of the passages that are shown, in their order.
  var citations: [String] { attribute("data-citation") }
}
