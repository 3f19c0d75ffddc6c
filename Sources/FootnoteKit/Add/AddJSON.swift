/// What became of an import, as `add --format json` prints it and as it is read back.
public struct AddJSON: Codable, Sendable, Hashable {
  /// A source whose text is there already.
  public struct KnownJSON: Codable, Sendable, Hashable {
    /// As it was named.
    public var source: String
    /// Path of the file that has its text.
    public var path: String
  }

  /// Something that there is to say of a source.
  public struct ReasonJSON: Codable, Sendable, Hashable {
    /// As it was named.
    public var source: String
    /// One line for people.
    public var reason: String
  }

  /// Whether nothing was written.
  public var isDryRun: Bool
  /// Files that were written, or would be.
  public var added: [AddedFileJSON]
  /// Sources whose text is there already.
  public var known: [KnownJSON]
  /// Sources that could not be added.
  public var failed: [ReasonJSON]
  /// Symbolic links that lead out of the folder that was named, or nowhere.
  public var skipped: [String]
  /// What else there is to say of a source.
  public var remarks: [ReasonJSON]

  enum CodingKeys: String, CodingKey {
    case added, known, failed, skipped, remarks
    case isDryRun = "dry_run"
  }

  /// What is shown of `summary`.
  public init(_ summary: ImportSummary) {
    isDryRun = summary.isDryRun
    added = summary.added.map(AddedFileJSON.init)
    known = summary.known.map { KnownJSON(source: $0.source, path: $0.path) }
    failed = summary.failed.map {
      ReasonJSON(source: $0.source, reason: ErrorMessage($0.error).description)
    }
    skipped = summary.skipped
    remarks = summary.remarks.map { ReasonJSON(source: $0.source, reason: $0.remark.text) }
  }
}
