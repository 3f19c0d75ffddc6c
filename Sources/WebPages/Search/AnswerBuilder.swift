internal import FootnoteKit
internal import TerminalOutput

/// Makes what is shown of an answer.
struct AnswerBuilder {
  private let search: FacetSearch
  private let shown: [Hit]
  private var form: SearchForm { search.form }

  init(_ search: FacetSearch) {
    self.search = search
    shown = search.shown
  }

  var context: AnswerContext {
    let bestWords = search.bestWords
    return AnswerContext(
      countText: count, modeText: mode,
      tookText: NumberText.duration(search.response.milliseconds / 1000), filters: filters,
      notices: ListContext(notices),
      hits: ListContext(
        shown.map { HitContext($0, question: form.question, bestWords: bestWords) }),
      empty: shown.isEmpty ? AnswerContext.Nothing(hints: hints) : nil, more: more)
  }

  /// `10 passages in 3 documents`
  var count: String {
    if shown.isEmpty { return "Nothing found" }
    let documents = Set(shown.map(\.document.path)).count
    return NumberText.counted(shown.count, "passage") + " in "
      + NumberText.counted(documents, "document")
  }

  private var mode: String {
    switch search.response.mode {
    case .hybrid: "by words and meaning"
    case .lexical: "by words"
    case .semantic: "by meaning"
    }
  }

  private var filters: AnswerContext.Filters? {
    guard form.filterCount > 0 else { return nil }
    var items: [AnswerContext.Filter] = []
    for facet in Facet.allCases {
      items += form.values(of: facet).map { value in
        AnswerContext.Filter(
          name: facet.rawValue, value: value.plainLine,
          removeHref: form.removing(value, of: facet).address)
      }
    }
    for (name, field) in [("after", \SearchForm.after), ("before", \.before)]
    where !form[keyPath: field].isEmpty {
      items.append(
        AnswerContext.Filter(
          name: name, value: form[keyPath: field].plainLine,
          removeHref: form.removing(field).address))
    }
    return AnswerContext.Filters(items: items, clearHref: form.withoutFilters.address)
  }

  private var notices: [String] {
    let response = search.response
    var notices: [String] = []
    if !response.isLikelyAnswered, !shown.isEmpty {
      notices.append(
        "The knowledge base does not seem to answer this. These are its nearest passages.")
    }
    notices += response.corrections.sorted { $0.key < $1.key }.map { word, other in
      "“\(word.plainLine)” was not found; “\(other.plainLine)” was looked up instead."
    }
    return notices + response.warnings.map(\.plainLine)
  }

  private var hints: [AnswerContext.Hint] {
    var hints: [AnswerContext.Hint] = []
    if form.filterCount > 0 {
      let link = LinkContext(href: form.withoutFilters.address, text: "Look without the filters")
      hints.append(AnswerContext.Hint(link: link))
    }
    hints.append(AnswerContext.Hint(plain: "Try fewer or other words."))
    let coverage = LinkContext(href: "/coverage", text: "See what the knowledge base covers")
    hints.append(AnswerContext.Hint(link: coverage))
    return hints
  }

  private var more: AnswerContext.More? {
    let rest = min(search.response.further.count, SearchForm.mostPassages - shown.count)
    guard rest > 0 else { return nil }
    var form = form
    form.limit = min(form.limit + SearchForm.step, SearchForm.mostPassages)
    return AnswerContext.More(
      href: form.address + "#hit-\(shown.count + 1)",
      count: String(min(form.limit - shown.count, rest)))
  }
}
