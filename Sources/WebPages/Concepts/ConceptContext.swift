/// What `sources.mustache` reads, as `concept`: all concepts, or every source of one.
struct ConceptContext: Sendable {
  struct IndexItem: Sendable {
    var href: String
    var text: String
    var count: String
  }

  /// Concepts of one type.
  struct IndexGroup: Sendable {
    var id: String
    var label: String
    var count: String
    var items: [IndexItem]
  }

  struct Anchor: Sendable {
    var anchor: String
    var text: String
  }

  struct Candidates: Sendable {
    var text: String
  }

  struct Unresolved: Sendable {
    var reference: String
    var candidates: Candidates?
  }

  struct UnresolvedList: Sendable {
    var count: String
    var items: [Unresolved]
  }

  /// In the field.
  var name: String
  /// What can be asked for.
  var names: [String]
  var heading: String
  var kicker: String?
  var lead: String?
  var index: [IndexGroup] = []
  var contents: ListContext<Anchor>?
  var links: [LinkContext] = []
  var notices: ListContext<String>?
  var alternatives: ListContext<LinkContext>?
  var strip: StripContext?
  var groups: [SourceGroupContext] = []
  var unresolved: UnresolvedList?
  var timeline: ChronologyContext?
}
