import Evaluation
import Foundation
import Testing

/// The committed files that the tests read.
enum Fixture {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try JSONDecoder().decode(type, from: try data(name))
  }

  private static func data(_ name: String) throws -> Data {
    guard let folder = Bundle.module.resourceURL else {
      throw Missing(description: "the test bundle has no resources")
    }
    return try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"))
  }
}

/// A result in which the query of each index has one value.
func result(
  _ name: String, _ values: [Double], measure: String = "nDCG@10", kind: String = "",
  firstID: Int = 0
) -> EvaluationResult {
  EvaluationResult(
    name: name,
    queries: values.enumerated().map { index, value in
      QueryResult(id: "q\(index + firstID)", kind: kind, values: [measure: value])
    })
}
