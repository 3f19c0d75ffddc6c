internal import GRDB

/// What scoring needs to know of every passage besides its terms.
struct PassageStatistics: Sendable {
  /// Ascending.
  private let passages: [Int64]
  private let terms: [Int32]
  /// Passages that only list pages.
  let navigational: Set<Int64>
  /// At least 1, so that it can be divided by.
  let average: Double

  /// Complexity: O(passages).
  init(in database: Database) throws {
    var passages: [Int64] = []
    var terms: [Int32] = []
    var navigational: Set<Int64> = []
    var total = 0
    let rows = try Row.fetchCursor(
      database, sql: "SELECT passage, terms, navigational FROM passage_statistics ORDER BY passage")
    while let row = try rows.next() {
      let passage: Int64 = try row.decode(atIndex: 0)
      let length: Int32 = try row.decode(atIndex: 1)
      passages.append(passage)
      terms.append(length)
      total += Int(length)
      if try row.decode(Bool.self, atIndex: 2) { navigational.insert(passage) }
    }
    self.passages = passages
    self.terms = terms
    self.navigational = navigational
    average = passages.isEmpty ? 1 : max(1, Double(total) / Double(passages.count))
  }

  var count: Int { passages.count }

  /// 0 for a passage that is not there. Complexity: O(log n).
  func length(of passage: Int64) -> Int {
    var low = 0
    var high = passages.count
    while low < high {
      let middle = (low + high) / 2
      if passages[middle] < passage { low = middle + 1 } else { high = middle }
    }
    return low < passages.count && passages[low] == passage ? Int(terms[low]) : 0
  }
}
