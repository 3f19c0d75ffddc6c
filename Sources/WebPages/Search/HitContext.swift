internal import FootnoteKit
internal import TerminalOutput

/// What `hit.mustache` reads: a passage that was found.
struct HitContext: Sendable {
  struct ConceptLink: Sendable {
    var href: String
    /// Whose sources they are.
    var about: String
  }

  struct Repetition: Sendable {
    var citation: String
    var href: String
  }

  /// Passages that say the same.
  struct Repetitions: Sendable {
    var items: [Repetition]
    /// How many more there are.
    var further: String?
  }

  var rank: Int
  var href: String
  var title: String
  var lang: String?
  var headings: ListContext<String>?
  var textHtml: String
  var citation: String
  var pathSegments: [String]
  var lineText: String
  var date: DateContext?
  var type: String
  var score: String
  var recording: RecordingContext?
  var conceptLink: ConceptLink?
  var duplicates: Repetitions?
  var why: WhyContext?

  /// Columns of text that are shown at most.
  private static let width = 420
  /// Repetitions that are named; the rest is counted.
  private static let mostRepetitions = 3
  /// Types of pages that the sources of are worth asking for.
  static let conceptTypes = ["concept", "entity", "method"]

  /// - Parameters:
  ///   - question: The one that is answered.
  ///   - bestWords: The best score of the lexical leg in this answer.
  init(_ hit: Hit, question: String, bestWords: Double) {
    let document = hit.document
    rank = hit.rank
    href = PageAddress.document(document.path, lines: hit.lines, question: question)
    title = Self.title(of: document)
    lang = LanguageTag.tag(of: hit.text, declared: document.language)
    let full = title
    headings = ListContext(hit.headings.map(\.plainLine).filter { !$0.isEmpty && $0 != full })
    textHtml = PassageText.html(of: hit, width: Self.width)
    citation = hit.citation.description
    pathSegments = PlaceText.segments(of: document.path)
    lineText = PlaceText.lines(hit.lines)
    date = document.date.map(DateContext.init)
    type = document.type.plainLine
    score = NumberText.decimal(hit.score, places: 2)
    recording = RecordingContext(hit)
    if Self.conceptTypes.contains(document.type.lowercased()) {
      conceptLink = ConceptLink(href: PageAddress.sources(of: document.path), about: title)
    }
    duplicates = Self.repetitions(hit.duplicates)
    why = WhyContext(hit.signals, bestWords: bestWords)
  }

  /// The title of a document, the path where it has none that is visible.
  static func title(of document: DocumentSummary) -> String {
    let title = document.title.plainLine
    return title.isEmpty ? document.path.plainLine : title
  }

  private static func repetitions(_ citations: [Citation]) -> Repetitions? {
    if citations.isEmpty { return nil }
    let more = citations.count - mostRepetitions
    return Repetitions(
      items: citations.prefix(mostRepetitions).map { citation in
        Repetition(
          citation: citation.description,
          href: PageAddress.document(citation.path, lines: citation.lines))
      }, further: more > 0 ? String(more) : nil)
  }
}
