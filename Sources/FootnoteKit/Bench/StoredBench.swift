internal import Foundation

/// A measurement that is kept with a knowledge base, with what was searched.
public struct StoredBench: Sendable, Hashable {
  /// What was measured.
  public var report: BenchReport
  /// Number of documents; `nil` where the report does not say.
  public var documents: Int?
  /// Number of passages; `nil` where the report does not say.
  public var passages: Int?
  /// Name of the model; `nil` where the report does not say.
  public var model: String?

  private struct Facts: Decodable {
    var documents: Int?
    var passages: Int?
    var model: String?
  }

  /// Reads what `bench measure --format json` printed.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - file: What errors call the text.
  /// - Throws: `EvaluationError.unreadable` where it is no such report.
  public init(json text: String, file: String) throws(EvaluationError) {
    report = try BenchReport(json: text, file: file)
    // A report of runs that were made elsewhere has none of these.
    let facts = try? JSONDecoder().decode(Facts.self, from: Data(text.utf8))
    documents = facts?.documents
    passages = facts?.passages
    model = facts?.model
  }
}
