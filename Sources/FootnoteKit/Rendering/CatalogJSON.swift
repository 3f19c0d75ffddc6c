/// In what an index differs from the pages, as `catalog --format json` prints it and as it is read back.
public struct CatalogJSON: Codable, Sendable, Hashable {
  /// A row that differs.
  public struct ChangeJSON: Codable, Sendable, Hashable {
    /// In what way.
    public var kind: CatalogChange.Kind
    /// The heading of the section.
    public var section: String
    /// Path of the page; of a dead row, what its link names.
    public var page: String
    /// Line of the row in the index before the change, from 1; `nil` where there is none.
    public var line: Int?
    /// The row as it was.
    public var old: String?
    /// The row as it is to be; `nil` where it goes.
    public var new: String?
    /// What differs, for people.
    public var reason: String

    init(_ change: CatalogChange) {
      kind = change.kind
      section = change.section
      page = change.page
      line = change.line
      old = change.old
      new = change.new
      reason = change.reason
    }

    enum CodingKeys: String, CodingKey {
      case kind, section, page, line, old, new, reason
    }

    /// Absent values are written as `null`, since others read these keys.
    public func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(kind, forKey: .kind)
      try container.encode(section, forKey: .section)
      try container.encode(page, forKey: .page)
      try container.encode(line, forKey: .line)
      try container.encode(old, forKey: .old)
      try container.encode(new, forKey: .new)
      try container.encode(reason, forKey: .reason)
    }
  }

  /// Path of the index.
  public var path: String
  /// Number of pages.
  public var pages: Int
  /// Whether the index was written.
  public var isWritten: Bool
  /// In what they differ.
  public var changes: [ChangeJSON]

  enum CodingKeys: String, CodingKey {
    case path, pages, changes
    case isWritten = "written"
  }

  /// - Parameters:
  ///   - plan: In what they differ.
  ///   - written: Whether the index was written.
  public init(_ plan: CatalogPlan, written: Bool) {
    path = plan.path
    pages = plan.pages
    isWritten = written
    changes = plan.changes.map(ChangeJSON.init)
  }
}
