/// What lengths add below BM25's line, for one average. Lengths are integers, so that a table is exact.
struct NormTable: Sendable {
  private static let tabled = 2048

  let parameters: BM25Parameters
  let average: Double
  private let values: [Double]

  init(_ parameters: BM25Parameters, average: Double) {
    self.parameters = parameters
    self.average = average
    values = (0..<Self.tabled).map { parameters.norm(length: $0, average: average) }
  }

  @inline(__always)
  subscript(length: UInt32) -> Double {
    length < Self.tabled
      ? values[Int(length)] : parameters.norm(length: Int(length), average: average)
  }
}
