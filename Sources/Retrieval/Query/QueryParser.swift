public import Corpus

/// Reads the syntax of questions: `"a phrase"`, `NOT word`, `-word`, `layer:wiki`, `type:concept`,
/// `tag:x`, `path:raw/2025`, `after:2025-06`, `before:"last month"`.
///
/// Everything else is text. Punctuation never makes a question fail: an unclosed quotation mark, a lone
/// hyphen, a field without a value and a field of another name are all words.
public struct QueryParser: Sendable {
  /// The day from which `3w` and `last month` are counted.
  public var today: CalendarDate
  /// Names that `layer:` may take; empty where any is taken.
  public var layers: [String]

  public init(today: CalendarDate, layers: [String] = []) {
    self.today = today
    self.layers = layers
  }

  /// - Throws: `QueryError` for an empty question, a date that is none, a layer that is not there.
  public func parse(_ question: String) throws(QueryError) -> Query {
    var query = Query(original: question, text: "")
    var words: [String] = []
    var negated = false
    for token in QueryToken.tokens(of: question) {
      switch token {
      case .word("NOT"):
        negated = true
        continue
      case .word(let word):
        add(word, negated: negated, to: &query, words: &words)
      case .negatedWord(let word):
        query.excluded.append(word)
      case .phrase(let phrase, let isNegated):
        if negated || isNegated {
          query.excluded.append(phrase)
        } else {
          query.phrases.append(phrase)
          words.append(phrase)
        }
      case .field(let name, let value):
        try apply(name, value, to: &query)
      }
      negated = false
    }
    if negated { words.append("NOT") }
    query.text = words.joined(separator: " ")
    let hasText = query.text.unicodeScalars.contains { ScalarClass($0) != .separator }
    guard hasText || !query.filter.isEmpty || !query.excluded.isEmpty else { throw .empty }
    if !hasText { query.text = "" }
    query.days = DateMention.days(in: query.text, today: today)
    return query
  }

  private func add(_ word: String, negated: Bool, to query: inout Query, words: inout [String]) {
    if negated {
      query.excluded.append(word)
    } else {
      words.append(word)
    }
  }

  private func apply(
    _ name: QueryToken.Field, _ value: String, to query: inout Query
  ) throws(QueryError) {
    switch name {
    case .layer:
      guard layers.isEmpty || layers.contains(value.lowercased()) else {
        throw .unknownLayer(value, known: layers)
      }
      query.filter.layers.append(value.lowercased())
    case .type: query.filter.types.append(value)
    case .tag: query.filter.tags.append(value.hasPrefix("#") ? String(value.dropFirst()) : value)
    case .path:
      guard Glob.isValid(value) else { throw .invalidGlob(value) }
      query.filter.paths.append(value)
    case .after: query.filter.after = try date(value, field: "after")
    case .before: query.filter.before = try date(value, field: "before")
    }
  }

  private func date(_ value: String, field: String) throws(QueryError) -> CalendarDate {
    guard let day = DateExpression.firstDay(of: value, today: today) else {
      throw .invalidDate(field: field, value: value)
    }
    return day
  }
}
