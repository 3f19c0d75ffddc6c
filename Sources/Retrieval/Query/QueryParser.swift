public import Corpus

/// Reads the syntax of questions: `"a phrase"`, `NOT word`, `-word`, `layer:wiki`, `type:concept`,
/// `tag:x`, `path:raw/2025`, `NOT tag:x`, `-path:drafts`, `after:2025-06`, `before:"last month"`.
///
/// Everything else is text. Punctuation never makes a question fail: an unclosed quotation mark, a lone
/// hyphen, a field without a value and a field of another name are all words.
public struct QueryParser: Sendable {
  /// The day from which `3w` and `last month` are counted.
  public var today: CalendarDate
  /// Names that `layer:` may take; empty where any is taken.
  public var layers: [String]
  /// Further layers that a question may exclude: those of knowledge bases that are asked beside this one.
  public var layersElsewhere: [String]

  /// A parser that knows what day it is, and the names of layers.
  public init(today: CalendarDate, layers: [String] = [], layersElsewhere: [String] = []) {
    self.today = today
    self.layers = layers
    self.layersElsewhere = layersElsewhere
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
      case .field(let name, let value, let isNegated):
        if negated || isNegated {
          try exclude(name, value, from: &query)
        } else {
          try apply(name, value, to: &query)
        }
      }
      negated = false
    }
    if negated { words.append("NOT") }
    query.text = words.joined(separator: " ")
    query.phrases = Self.distinct(query.phrases)
    query.excluded = Self.distinct(query.excluded)
    let hasText = query.text.unicodeScalars.contains { ScalarClass($0) != .separator }
    guard hasText || !query.filter.isEmpty || !query.excluded.isEmpty else { throw .empty }
    if !hasText { query.text = "" }
    query.time = DateMention(in: query.text, today: today)
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
    case .layer: query.filter.layers.append(try layer(value, among: layers))
    case .type: query.filter.types.append(value)
    case .tag: query.filter.tags.append(Self.tag(value))
    case .path: query.filter.paths.append(try glob(value))
    case .after: query.filter.after = try date(value, field: "after")
    case .before: query.filter.before = try date(value, field: "before")
    }
  }

  private func exclude(
    _ name: QueryToken.Field, _ value: String, from query: inout Query
  ) throws(QueryError) {
    switch name {
    case .layer:
      let all = layers + layersElsewhere
      query.filter.excluded.layers.append(try layer(value, among: all))
    case .type: query.filter.excluded.types.append(value)
    case .tag: query.filter.excluded.tags.append(Self.tag(value))
    case .path: query.filter.excluded.paths.append(try glob(value))
    case .after, .before: throw .excludedDate(field: name.rawValue, value: value)
    }
  }

  private func layer(_ value: String, among known: [String]) throws(QueryError) -> String {
    let isKnown = known.contains { $0.lowercased() == value.lowercased() }
    guard layers.isEmpty || isKnown else { throw .unknownLayer(value, known: layers) }
    return value
  }

  private static func tag(_ value: String) -> String {
    value.hasPrefix("#") ? String(value.dropFirst()) : value
  }

  private func glob(_ value: String) throws(QueryError) -> String {
    guard Glob.isValid(value) else { throw .invalidGlob(value) }
    return value
  }

  /// Each text once, in the order of their first occurrence.
  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  private func date(_ value: String, field: String) throws(QueryError) -> CalendarDate {
    guard let day = DateExpression.firstDay(of: value, today: today) else {
      throw .invalidDate(field: field, value: value)
    }
    return day
  }
}
