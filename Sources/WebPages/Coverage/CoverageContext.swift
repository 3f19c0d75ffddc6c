/// What `coverage.mustache` reads, as `coverage`.
struct CoverageContext: Sendable {
  struct Row: Sendable {
    /// A link with its text, or a text alone.
    var text: String?
    var href: String?
    var plain: String?
    var documents: String
    var passages: String
    /// Of the longest row, 0 to 100.
    var percent: String
  }

  struct Table: Sendable {
    var id: String
    var label: String
    var column: String
    var rows: [Row]
  }

  struct Item: Sendable {
    var href: String?
    var text: String?
    var plain: String?
    var remark: String?
  }

  /// Something that is not as it should be.
  struct Finding: Sendable {
    var id: String
    var label: String
    var count: String
    var items: [Item]
    /// Number of those that are not listed.
    var further: String?
  }

  struct Fact: Sendable {
    var name: String
    var text: String
  }

  var lead: String
  var tables: [Table]
  var findings: [Finding]
  var facts: [Fact]
}
