/// How much an index holds of each layer, type, year and language.
public struct Coverage: Sendable, Hashable {
  /// What documents are counted by.
  public enum Dimension: String, Sendable, Hashable, Codable, CaseIterable {
    /// Of the document.
    case layer
    /// Of the document.
    case type
    /// Of the document's date; of a page without another that is the day on which it was made.
    case year
    /// As the front matter names it.
    case language
  }

  /// The documents of one layer, type, year or language.
  public struct Row: Sendable, Hashable {
    /// What the documents are counted by.
    public var dimension: Dimension
    /// `nil` for the documents that have no date, or name no language.
    public var name: String?
    /// Number of documents.
    public var documents = 0
    /// Number of their passages.
    public var passages = 0
    /// What stands between spaces in the text of the passages, markup aside.
    public var words = 0
    /// Number of the passages that have a vector of the index's model.
    public var encodedPassages = 0
    /// Number of the documents that have a date.
    public var dated = 0

    /// Number of the documents that have no date.
    public var undated: Int { documents - dated }
    /// Share of the passages that have a vector, 0 ... 1.
    public var embedded: Double {
      passages > 0 ? Double(encodedPassages) / Double(passages) : 0
    }
  }

  /// By dimension; within one the largest first, years in their order, what has no name last.
  public var rows: [Row]

  /// The rows of one dimension.
  public func rows(by dimension: Dimension) -> [Row] {
    rows.filter { $0.dimension == dimension }
  }

  /// Number of documents by name; those without one are left out.
  public func documents(by dimension: Dimension) -> [String: Int] {
    let named = rows(by: dimension).compactMap { row in row.name.map { ($0, row.documents) } }
    // Two names may be one to `String`: it compares by canonical equivalence.
    return Dictionary(named, uniquingKeysWith: +)
  }
}
