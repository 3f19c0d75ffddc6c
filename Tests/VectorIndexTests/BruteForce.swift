import VectorIndex

/// What a search should find.
struct BruteForce {
  /// Vectors by id, without those that are deleted.
  var vectors: [Int64: [Float]]

  init(_ vectors: [Int64: [Float]]) {
    self.vectors = vectors
  }

  /// Ids by descending product, equal ones by id.
  func nearest(
    _ k: Int, to query: [Float], where isAllowed: (Int64) -> Bool = { _ in true }
  ) -> [(id: Int64, product: Double)] {
    var products: [(id: Int64, product: Double)] = []
    for (id, vector) in vectors where isAllowed(id) {
      products.append((id: id, product: Self.product(vector, query)))
    }
    products.sort { left, right in
      left.product != right.product ? left.product > right.product : left.id < right.id
    }
    return Array(products.prefix(max(0, k)))
  }

  private static func product(_ left: [Float], _ right: [Float]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += Double(left[index]) * Double(right[index]) }
    return sum
  }

  /// Whether a result is this one, but for the order of products that differ by rounding only.
  func accepts(
    _ found: [Neighbour], _ k: Int, to query: [Float],
    where isAllowed: (Int64) -> Bool = { _ in true }
  ) -> Bool {
    let expected = nearest(k, to: query, where: isAllowed)
    guard found.count == expected.count, Set(found.map(\.id)).count == found.count else {
      return false
    }
    let isOrdered = zip(found, found.dropFirst()).allSatisfy {
      $0.cosine != $1.cosine ? $0.cosine > $1.cosine : $0.id < $1.id
    }
    return isOrdered
      && zip(found, expected).allSatisfy { neighbour, other in
        guard let vector = vectors[neighbour.id], isAllowed(neighbour.id) else { return false }
        let product = Self.product(vector, query)
        return abs(product - other.product) < 1e-5 && abs(Double(neighbour.cosine) - product) < 1e-5
      }
  }
}
