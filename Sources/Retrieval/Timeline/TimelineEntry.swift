/// Something on a timeline: a document, a passage of a source, or a dated statement of a page.
public struct TimelineEntry: Sendable, Hashable {
  /// What an entry is.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A document, by its date.
    case document
    /// A passage of a source, by the date of its document.
    case passage
    /// A statement of a page that names a time.
    case statement
  }

  /// What it is.
  public var kind: Kind
  /// When it was.
  public var time: TimeSpan
  /// The document that it is, or stands in.
  public var document: DocumentSummary
  /// Of the passage, or of the lines of the statement; `nil` for a whole document.
  public var citation: Citation?
  /// Bytes of the passage or statement in its file; `nil` for a whole document.
  public var bytes: Range<Int>?
  /// The headings that it stands under, outermost first.
  public var headings: [String]
  /// Without markup; of a document its first sentence. Of a statement that is part of a sentence, with
  /// ellipses where that goes on.
  public var text: String
  /// Where the question's words stand in `text`: half-open ranges of Unicode scalars, ascending.
  public var highlights: [Range<Int>]
  /// Estimate of the relevance of its passage, see `Hit.score`; `nil` for a document.
  public var score: Double?
  /// The document's url; for a passage of a transcript with the second added.
  public var url: String?
  /// The lines that a statement rests on.
  public var sources: [Citation]
  /// Statements and passages that say the same and were folded into it.
  public var duplicates: [Citation]

  /// Where to read on.
  public var place: String { citation?.description ?? document.path }
}
