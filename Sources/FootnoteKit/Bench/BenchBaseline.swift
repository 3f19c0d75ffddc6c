internal import Foundation

/// Reports of an earlier measurement: what `bench --format json` printed, one report a line, or a single
/// one on several lines.
public struct BenchBaseline: Sendable {
  /// One for each input that was measured.
  public let reports: [BenchReport]

  /// - Throws: `EvaluationError`, `BenchError` where the file cannot be read or is no such report.
  public init(file: String) throws {
    let text = String(decoding: try JSONLinesFile.contents(of: file), as: UTF8.self)
    if let report = try? BenchReport(json: text, file: file) {
      reports = [report]
      return
    }
    let lines = text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty else { throw BenchError.unusable(path: file, reason: "it is empty") }
    reports = try lines.map { try BenchReport(json: String($0), file: file) }
  }

  /// The earlier report of a dataset.
  public func report(of dataset: String) -> BenchReport? {
    reports.first { $0.dataset == dataset }
  }
}
