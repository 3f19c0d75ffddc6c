import Encoder
import Foundation
import LinearAlgebra

/// Tokens a second over many texts, the latency of one short question, loading, and where the time goes.
enum EncoderSpeed {
  static func run(_ list: [String]) throws {
    let arguments = try Arguments(
      list, known: ["model", "texts", "precision", "threads", "repeats", "vectors"])
    let directory = try ModelDirectory.locate(arguments["model"])
    guard let precision = Precision(rawValue: arguments["precision"] ?? "int8") else {
      throw Arguments.Failure(description: "--precision is int8 or float32")
    }
    let text = try String(contentsOfFile: arguments.required("texts"), encoding: .utf8)
    let texts = text.split(separator: "\n").map(String.init)
    let repeats = try arguments.number("repeats", default: 3)
    var encoder: BERTEncoder?
    let load = try Measure.seconds {
      encoder = try BERTEncoder(directory: directory, precision: precision)
    }
    guard let encoder else { return }
    var report: [String: Any] = [
      "precision": precision.rawValue, "texts": texts.count,
      "load_ms": Measure.rounded(load * 1000),
    ]
    let first = try Measure.seconds { _ = try encoder.encode(question: "how are notes linked") }
    report["first_question_ms"] = Measure.rounded(first * 1000)
    report["memory_after_question_mb"] = Measure.rounded(Measure.peakMemory, 1)
    report.merge(try latency(encoder, texts)) { $1 }
    report.merge(try throughput(encoder, texts, repeats, arguments["vectors"])) { $1 }
    report["microseconds_per_token"] = EncoderParts.report(
      precision, encoder: encoder, texts: texts, tokens: report["tokens"] as? Int ?? 0)
    report["memory_mb"] = Measure.rounded(Measure.peakMemory, 1)
    try Measure.report(report)
  }

  /// Short questions: the first words of the texts, 3 to 10 of them.
  private static func latency(
    _ encoder: BERTEncoder, _ texts: [String]
  ) throws -> [String: Any] {
    let questions = texts.prefix(200).enumerated().map { index, text in
      text.split(separator: " ").prefix(3 + index % 8).joined(separator: " ")
    }
    for question in questions.prefix(20) { _ = try encoder.encode(question: question) }
    var times: [Double] = []
    for _ in 0..<3 {
      for question in questions {
        times.append(try Measure.seconds { _ = try encoder.encode(question: question) } * 1000)
      }
    }
    return [
      "query_p50_ms": Measure.rounded(Measure.percentile(times, 0.5)),
      "query_p99_ms": Measure.rounded(Measure.percentile(times, 0.99)),
    ]
  }

  private static func throughput(
    _ encoder: BERTEncoder, _ texts: [String], _ repeats: Int, _ vectors: String?
  ) throws -> [String: Any] {
    var encoded = try encoder.encode(Array(texts.prefix(64)), as: .passage)
    var processor: [Double] = []
    let times = try (0..<repeats).map { _ in
      let before = Measure.processorSeconds
      defer { processor.append(Measure.processorSeconds - before) }
      return try Measure.seconds { encoded = try encoder.encode(texts, as: .passage) }
    }
    if let vectors {
      let data = encoded.vectors.values.withUnsafeBufferPointer { Data(buffer: $0) }
      try data.write(to: URL(fileURLWithPath: vectors))
    }
    let median = Measure.percentile(times, 0.5)
    return [
      "tokens": encoded.tokens, "seconds": Measure.rounded(median, 4),
      "tokens_per_second": Measure.rounded(Double(encoded.tokens) / median, 0),
      "tokens_per_processor_second": Measure.rounded(
        Double(encoded.tokens) / (processor.min() ?? median), 0),
      "best_tokens_per_second": Measure.rounded(
        Double(encoded.tokens) / (times.min() ?? median), 0),
    ]
  }
}
