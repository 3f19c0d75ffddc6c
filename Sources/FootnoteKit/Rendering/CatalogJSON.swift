/// In what an index differs from the pages, as `catalog --format json` prints it.
public struct CatalogJSON: Encodable, Sendable {
  struct ChangeJSON: Encodable, Sendable {
    let change: CatalogChange

    enum CodingKeys: String, CodingKey {
      case kind, section, page, line, old, new, reason
    }

    /// Absent values are written as `null`, since others read these keys.
    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(change.kind.rawValue, forKey: .kind)
      try container.encode(change.section, forKey: .section)
      try container.encode(change.page, forKey: .page)
      try container.encode(change.line, forKey: .line)
      try container.encode(change.old, forKey: .old)
      try container.encode(change.new, forKey: .new)
      try container.encode(change.reason, forKey: .reason)
    }
  }

  let path: String
  let pages: Int
  let written: Bool
  let changes: [ChangeJSON]

  /// - Parameter written: Whether the index was written.
  public init(_ plan: CatalogPlan, written: Bool) {
    path = plan.path
    pages = plan.pages
    self.written = written
    changes = plan.changes.map(ChangeJSON.init)
  }
}
