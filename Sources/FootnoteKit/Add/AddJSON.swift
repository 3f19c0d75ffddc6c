/// What became of an import, as `add --format json` prints it.
public struct AddJSON: Encodable, Sendable {
  struct FileJSON: Encodable, Sendable {
    let file: AddedFile

    enum CodingKeys: String, CodingKey {
      case path, source, title, author, date, type, url, language, channel, pages, posts, bytes
      case dateFrom = "date_from"
    }

    /// Absent values are written as `null`, since others read these keys.
    func encode(to encoder: any Swift.Encoder) throws {
      let fields = file.fields
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(file.path, forKey: .path)
      try container.encode(file.source, forKey: .source)
      try container.encode(fields.title, forKey: .title)
      try container.encode(fields.author, forKey: .author)
      try container.encode(fields.date.description, forKey: .date)
      try container.encode(fields.dateOrigin.rawValue, forKey: .dateFrom)
      try container.encode(fields.type, forKey: .type)
      try container.encode(fields.url, forKey: .url)
      try container.encode(fields.language, forKey: .language)
      try container.encode(fields.channel, forKey: .channel)
      try container.encode(fields.pages, forKey: .pages)
      try container.encode(fields.posts, forKey: .posts)
      try container.encode(file.size, forKey: .bytes)
    }
  }

  struct KnownJSON: Encodable, Sendable {
    let source: String
    let path: String
  }

  struct ReasonJSON: Encodable, Sendable {
    let source: String
    let reason: String
  }

  let dryRun: Bool
  let added: [FileJSON]
  let known: [KnownJSON]
  let failed: [ReasonJSON]
  let skipped: [String]
  let remarks: [ReasonJSON]

  enum CodingKeys: String, CodingKey {
    case added, known, failed, skipped, remarks
    case dryRun = "dry_run"
  }

  /// What is shown of `summary`.
  public init(_ summary: ImportSummary) {
    dryRun = summary.isDryRun
    added = summary.added.map(FileJSON.init)
    known = summary.known.map { KnownJSON(source: $0.source, path: $0.path) }
    failed = summary.failed.map {
      ReasonJSON(source: $0.source, reason: ErrorMessage($0.error).description)
    }
    skipped = summary.skipped
    remarks = summary.remarks.map { ReasonJSON(source: $0.source, reason: $0.remark.text) }
  }
}
