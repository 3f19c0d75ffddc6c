internal import Foundation

/// A measurement that is kept with a knowledge base, with what was searched.
public struct StoredBench: Sendable, Hashable {
  public var report: BenchReport
  /// What the report says of the index; `nil` where it does not.
  public var documents: Int?
  public var passages: Int?
  public var model: String?

  private struct Facts: Decodable {
    var documents: Int?
    var passages: Int?
    var model: String?
  }

  /// Reads what `bench measure --format json` printed.
  ///
  /// - Parameter file: What errors call the text.
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
