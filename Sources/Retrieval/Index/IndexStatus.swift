public import Corpus

/// What an index holds.
public struct IndexStatus: Sendable, Hashable {
  /// Number of documents.
  public var documents: Int
  /// Number of passages.
  public var passages: Int
  /// What is there of each layer, type, year and language.
  public var coverage: Coverage
  /// The model whose vectors the index holds; `nil` before anything is encoded.
  public var model: IndexedModel?
  /// Share of the passages that have a vector, 0 ... 1.
  public var embedded: Double
  /// Number of files that have changed since they were indexed.
  public var stale: Int
  /// Size of the files in the index folder.
  public var bytes: Int
  /// Files that are not indexed, with the reason.
  public var skipped: [SkippedFile]
  /// Documents with something that could not be taken as written: path, then what.
  public var issues: [String]
  /// Entries of `sources:` that lead to no file or to several, and links likewise.
  public var unresolvedSources: Int
  /// Number of links that lead to no file or to several.
  public var unresolvedLinks: Int

  /// Number of documents by layer and by type, by year where they have a date, and by language where they
  /// name one.
  public var layers: [String: Int] { coverage.documents(by: .layer) }
  /// Number of documents by type.
  public var types: [String: Int] { coverage.documents(by: .type) }
  /// Number of documents by year, where they have a date.
  public var years: [String: Int] { coverage.documents(by: .year) }
  /// Number of documents by language, where they name one.
  public var languages: [String: Int] { coverage.documents(by: .language) }
}
