import Encoder
import Foundation

/// What a process pays that opens the encoder for one question: run it anew for each measurement.
enum ColdStart {
  static func run(_ list: [String]) throws {
    let arguments = try Arguments(list, known: ["model", "precision"])
    guard let precision = Precision(rawValue: arguments["precision"] ?? "int8") else {
      throw Arguments.Failure(description: "--precision is int8 or float32")
    }
    var encoder: BERTEncoder?
    let open = try Measure.seconds {
      encoder = try BERTEncoder(
        directory: ModelDirectory.locate(arguments["model"]), precision: precision)
    }
    let question = try Measure.seconds {
      _ = try encoder?.encode(question: "how are notes linked to each other")
    }
    try Measure.report([
      "open_ms": Measure.rounded(open * 1000), "question_ms": Measure.rounded(question * 1000),
      "processor_ms": Measure.rounded(Measure.processorSeconds * 1000),
      "memory_mb": Measure.rounded(Measure.peakMemory, 1),
    ])
  }
}
