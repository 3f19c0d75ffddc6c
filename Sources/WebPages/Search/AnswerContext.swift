/// The passages that answer a question, and what is to be said of them.
struct AnswerContext: Sendable {
  /// A filter that is set.
  struct Filter: Sendable {
    var name: String
    var value: String
    var removeHref: String
  }

  struct Filters: Sendable {
    var items: [Filter]
    var clearHref: String
  }

  /// What to do where nothing was found.
  struct Hint: Sendable {
    var link: LinkContext?
    var plain: String?
  }

  struct Nothing: Sendable {
    var hints: [Hint]
  }

  struct More: Sendable {
    var href: String
    var count: String
  }

  var countText: String
  var modeText: String?
  var tookText: String?
  var filters: Filters?
  var notices: ListContext<String>?
  var hits: ListContext<HitContext>?
  var empty: Nothing?
  var more: More?
}
