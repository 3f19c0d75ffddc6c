internal import InvertedIndex
internal import VectorIndex

/// The passages that may be found, as each leg looks them up.
struct PassageSet: Sendable {
  /// Of the index of terms.
  private(set) var ordinals: OrdinalSet
  let ids: IDSet

  /// - Parameter ordinals: Of `terms`.
  /// - Complexity: O(passages of the set).
  init(_ ordinals: OrdinalSet, of terms: InvertedIndex) {
    self.ordinals = ordinals
    var ids: [Int64] = []
    ordinals.visit { ids.append(terms.id(at: $0)) }
    self.ids = IDSet(ids)
  }

  /// Complexity: O(n log passages).
  init(_ ids: some Sequence<Int64>, of terms: InvertedIndex) {
    let ids = ids.sorted()
    ordinals = terms.passages(withIDs: ids)
    self.ids = IDSet(ids)
  }

  /// Ids, ascending.
  var sorted: [Int64] { ids.ids(in: 0...Int64.max) }

  func contains(_ passage: Int64) -> Bool { ids.contains(passage) }
}
