import FootnoteKit

/// What the options of `ask` mean.
struct AskRequest {
  /// Number of hits where neither a limit nor a budget is given.
  private static let defaultLimit = 10
  /// Number of hits in a list that can be moved through.
  private static let limitToPick = 30
  /// Number of hits that a budget chooses from.
  private static let limitWithBudget = 100

  let search: SearchOptions
  let filter: FilterRequest
  let format: AnswerFormat
  let explains: Bool
  let context: Int?
  let opens: Bool
  let budget: TokenBudget?
  let isStrict: Bool
  let links: LinkOptions

  init(_ command: AskCommand) {
    format = command.format ?? (command.batch == nil ? .text : .json)
    let usual = command.pick ? Self.limitToPick : Self.defaultLimit
    let limit = command.budget == nil ? usual : Self.limitWithBudget
    search = SearchOptions(
      limit: command.limit ?? limit, mode: command.mode, perDocument: command.perDocument,
      folds: command.fold ?? format.foldsByDefault, fusion: command.fusion.resolved,
      comparesAll: command.fusion.exact)
    filter = command.filters.request
    explains = command.explain
    context = command.context
    opens = command.open
    budget = command.budget.map { TokenBudget(tokens: $0) }
    isStrict = command.strict
    links = command.links
  }
}
