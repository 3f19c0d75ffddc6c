/// The terms that the lexical leg looks up for a question.
struct LexicalQuery: Sendable, Hashable {
  /// One thing to look up.
  struct Element: Sendable, Hashable {
    /// As the index stores it.
    var term: String
    /// Whether stored terms that begin with `term` fit too (a single character of an unspaced script).
    var isPrefix = false
    /// How often the question has it: a repeated word counts as often.
    var count = 1
  }

  /// In the order of their first occurrence.
  var elements: [Element] = []
  /// The function words that were left out of `elements`. They find nothing on their own, but order what is
  /// found.
  var functionWords: [Element] = []

  /// Analyses a question. Function words are left out where anything else remains.
  init(_ text: String, analyzer: Analyzer) {
    let terms = analyzer.terms(of: text, for: .query)
    let content = terms.filter { !FunctionWords.contains($0.word) }
    add(content.isEmpty ? terms : content)
    if content.isEmpty { return }
    var others = LexicalQuery()
    others.add(terms.filter { FunctionWords.contains($0.word) })
    functionWords = others.elements
  }

  private init() {}

  /// The question with the terms of its phrases, function words included, for highlighting.
  func adding(_ phrases: [String], analyzer: Analyzer) -> LexicalQuery {
    var query = self
    query.add(phrases.flatMap { analyzer.terms(of: $0, for: .query) })
    return query
  }

  /// Complexity: O(terms); a question may be a whole page.
  private mutating func add(_ terms: [Term]) {
    var places: [Element: Int] = [:]
    for (index, element) in elements.enumerated() {
      places[Element(term: element.term, isPrefix: element.isPrefix)] = index
    }
    for term in terms {
      let element = Element(term: term.text, isPrefix: term.role == .character)
      if let index = places[element] {
        elements[index].count += 1
      } else {
        places[element] = elements.count
        elements.append(element)
      }
    }
  }

  /// A term in FTS5's query syntax: quoted, so that no character of it is an operator.
  static func quoted(_ term: String, isPrefix: Bool = false) -> String {
    "\"" + term.replacing("\"", with: "\"\"") + "\"" + (isPrefix ? "*" : "")
  }
}
