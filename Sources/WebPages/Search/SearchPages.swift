internal import FootnoteKit

/// The first page: the start, or the answer to a question.
struct SearchPages {
  let templates: PageTemplates
  let names: [String]
  let graphs: GraphCache

  /// The whole page.
  ///
  /// - Throws: As `GroupSearcher`.
  func page(
    _ request: PageRequest, _ searcher: GroupSearcher, _ frame: PageFrameContext
  ) throws -> PageAnswer {
    let context = try context(request, searcher, frame)
    // Without a script somebody wrote this address; a question that is half typed is no failure.
    let status = context.results.problem == nil ? 200 : 400
    return templates.answer("search", context, status: status)
  }

  /// The part that changes while somebody types.
  ///
  /// - Throws: As `GroupSearcher`.
  func fragment(
    _ request: PageRequest, _ searcher: GroupSearcher, _ frame: PageFrameContext
  ) throws -> PageAnswer {
    templates.answer("results", try context(request, searcher, frame))
  }

  private func context(
    _ request: PageRequest, _ searcher: GroupSearcher, _ frame: PageFrameContext
  ) throws -> SearchPageContext {
    let form = SearchForm(request)
    guard !form.question.isEmpty else {
      var context = SearchPageContext(page: frame.titled(names.joined(separator: ", ")))
      context.results.start = StartContext(names: names, graph: try graphs.graph(of: searcher))
      return context
    }
    var context = SearchPageContext(page: frame.titled(form.question))
    context.page.query = form.question
    do {
      if let problem = form.problem { throw problem }
      let search = try FacetSearch(form, searcher)
      let builder = AnswerBuilder(search)
      context.results.answer = builder.context
      context.results.announce = builder.count
      context.facets = FacetsBuilder(form: form, documents: search.documents(for:)).context
    } catch let problem as SearchForm.Problem {
      context.take(problem, of: form)
    } catch let error as QueryError {
      context.take(Self.problem(error), of: form)
    }
    return context
  }

  private static func problem(_ error: QueryError) -> SearchForm.Problem {
    guard case .empty = error else { return SearchForm.Problem(message: error.message, remedy: "") }
    return SearchForm.Problem(
      message: "There is no word in this question", remedy: "Ask in words, or with a filter.")
  }
}

extension SearchPageContext {
  /// Says why a form is not answered, with what is chosen beside it.
  fileprivate mutating func take(_ problem: SearchForm.Problem, of form: SearchForm) {
    results.announce = "The question could not be asked"
    results.problem = ResultsContext.Problem(
      message: problem.message, remedy: problem.remedy.isEmpty ? nil : problem.remedy)
    facets = FacetsBuilder(form: form, documents: { _ in [] }).context
  }
}
