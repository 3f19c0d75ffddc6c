internal import FootnoteKit
internal import TerminalOutput

/// A source with its best passages.
struct SourceContext: Sendable {
  struct PassageContext: Sendable {
    var textHtml: String
    var href: String
    var lineText: String
    var lang: String?
  }

  var href: String
  var citation: String
  var title: String
  var lang: String?
  var pathSegments: [String]
  var date: DateContext?
  var type: String
  var score: String
  var percent: String
  /// Strongest first.
  var evidence: [String]
  var recording: RecordingContext?
  var passages: [PassageContext]

  /// Columns of a passage that are shown at most.
  private static let width = 280

  init(_ source: ConceptSource) {
    let document = source.document
    href = Self.address(of: source)
    citation = source.passages.first?.citation.description ?? document.path.plainLine
    title = HitContext.title(of: document)
    lang = LanguageTag.tag(of: title, declared: document.language)
    pathSegments = PlaceText.segments(of: document.path)
    date = document.date.map(DateContext.init)
    type = document.type.plainLine
    score = NumberText.decimal(source.score, places: 2)
    percent = WhyContext.percent(source.score)
    evidence = source.evidence.map(\.rawValue)
    recording = source.passages.first.flatMap(RecordingContext.init)
    passages = source.passages.map { hit in
      PassageContext(
        textHtml: PassageText.html(of: hit, width: Self.width),
        href: PageAddress.document(document.path, lines: hit.lines),
        lineText: PlaceText.lines(hit.lines),
        lang: LanguageTag.tag(of: hit.text, declared: document.language))
    }
  }

  /// The best passage of a source, or the source where it has none.
  static func address(of source: ConceptSource) -> String {
    PageAddress.document(source.document.path, lines: source.passages.first?.lines)
  }
}
