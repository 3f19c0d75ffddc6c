internal import FootnoteKit

/// What the form of the first page asks for: the question and its filters, as they stand in the address.
struct SearchForm: Sendable, Hashable {
  /// A field that has no meaning.
  struct Problem: Error, Sendable, Hashable {
    var message: String
    var remedy: String
  }

  /// Passages that are looked at, and shown at most.
  static let mostPassages = 100
  static let fewestPassages = 10
  /// Passages that "more" adds.
  static let step = 20
  /// Values of one filter that are read; the page never writes as many.
  private static let mostValues = 50

  var question: String
  var chosen: [Facet: [String]] = [:]
  /// What `DateExpression` reads; empty where there is none.
  var after: String
  var before: String
  var mode = SearchMode.hybrid
  var order = PassageOrder.best
  /// 1 ... `mostPassages`
  var limit = SearchForm.fewestPassages
  /// The first field that has no meaning; it is taken as absent.
  private(set) var problem: Problem?

  init(_ request: PageRequest) {
    question = request.question
    after = request.values(of: "after").first ?? ""
    before = request.values(of: "before").first ?? ""
    for facet in Facet.allCases {
      var seen: Set<String> = []
      chosen[facet] = Array(
        request.values(of: facet.rawValue).filter { seen.insert($0.lowercased()).inserted }
          .prefix(Self.mostValues))
    }
    mode = choice("mode", request) ?? mode
    order = choice("sort", request) ?? order
    if let text = request.values(of: "n").first {
      if let number = Int(text), number > 0 {
        limit = min(number, Self.mostPassages)
      } else {
        note(Problem(message: "n=\(text) is no number of passages", remedy: "Write 1 to 100."))
      }
    }
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ request: PageRequest
  ) -> Choice? {
    guard let text = request.values(of: name).first else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    note(Problem(message: "\(name)=\(text) has no meaning", remedy: "Write one of \(known)."))
    return nil
  }

  private mutating func note(_ problem: Problem) {
    self.problem = self.problem ?? problem
  }

  /// Values of a filter, as they were given.
  func values(of facet: Facet) -> [String] { chosen[facet] ?? [] }

  func isChosen(_ value: String, of facet: Facet) -> Bool {
    values(of: facet).contains { $0.lowercased() == value.lowercased() }
  }

  /// Number of filters that are set.
  var filterCount: Int {
    chosen.values.reduce(0) { $0 + $1.count } + (after.isEmpty ? 0 : 1) + (before.isEmpty ? 0 : 1)
  }

  // MARK: Asking

  /// The filters for the engine.
  ///
  /// - Parameter facet: Whose own values are not asked for.
  func filter(without facet: Facet? = nil) -> FilterRequest {
    let values = { (wanted: Facet) in wanted == facet ? [] : self.values(of: wanted) }
    var filter = FilterRequest()
    filter.layers = values(.layer)
    filter.types = values(.type)
    filter.years = values(.year)
    filter.tags = values(.tag)
    filter.after = after.isEmpty ? nil : after
    filter.before = before.isEmpty ? nil : before
    return filter
  }

  // MARK: Addresses

  /// The address of this form, without what is empty or goes without saying.
  var address: String {
    var fields = [PageRequest.Field("q", question)]
    for facet in Facet.allCases {
      fields += values(of: facet).map { PageRequest.Field(facet.rawValue, $0) }
    }
    if !after.isEmpty { fields.append(.init("after", after)) }
    if !before.isEmpty { fields.append(.init("before", before)) }
    if mode != .hybrid { fields.append(.init("mode", mode.rawValue)) }
    if order != .best { fields.append(.init("sort", order.rawValue)) }
    if limit != Self.fewestPassages { fields.append(.init("n", "\(limit)")) }
    return PageAddress.page("/", fields)
  }

  /// The form without one value of a filter, or without all filters, showing the first passages.
  func removing(_ value: String, of facet: Facet) -> SearchForm {
    var form = self
    form.chosen[facet] = values(of: facet).filter { $0 != value }
    form.limit = Self.fewestPassages
    return form
  }

  func removing(_ field: WritableKeyPath<SearchForm, String>) -> SearchForm {
    var form = self
    form[keyPath: field] = ""
    form.limit = Self.fewestPassages
    return form
  }

  var withoutFilters: SearchForm {
    var form = self
    form.chosen = [:]
    (form.after, form.before) = ("", "")
    form.limit = Self.fewestPassages
    return form
  }
}
