/// What `quality.mustache` reads, as `quality`.
struct QualityContext: Sendable {
  struct Value: Sendable {
    var text: String
    /// The interval of the mean; absent in reports that lack the values by question.
    var range: String?
  }

  struct Row: Sendable {
    var mode: String
    var best: Bool
    var values: [Value]
    /// The interval of the first measure.
    var interval: Interval?
  }

  /// 0 to 100.
  struct Interval: Sendable {
    var lower: String
    var mean: String
    var upper: String
  }

  struct KindRow: Sendable {
    var kind: String
    var questions: String
    var values: [String]
  }

  struct Kinds: Sendable {
    var measure: String
    var modes: [String]
    var rows: [KindRow]
  }

  struct Report: Sendable {
    var id: String
    var name: String
    var text: String
    var reportHref: String?
    var measures: [String]
    var intervalLabel: String
    var rows: [Row]
    var findings: [String]
    var kinds: Kinds?
  }

  var lead: String
  /// What to do where there is no report.
  var none: String?
  /// Files that are no reports, or cannot be read.
  var unreadable: ListContext<String>?
  var reports: [Report]
}
