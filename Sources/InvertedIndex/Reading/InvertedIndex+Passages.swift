extension InvertedIndex {
  /// The segment of an ordinal.
  @inline(__always)
  private func place(of ordinal: Int) -> (segment: Segment, ordinal: Int) {
    precondition(ordinal >= 0 && ordinal < ordinals, "an ordinal of another index")
    var index = 0
    while bases[index + 1] <= ordinal { index += 1 }
    return (segments[index], ordinal - bases[index])
  }

  /// The id of a passage. Complexity: O(segments), like the next ones.
  ///
  /// - Precondition: `ordinal` lies in `0 ..< ordinals`, here and below.
  package func id(at ordinal: Int) -> Int64 {
    let place = place(of: ordinal)
    return place.segment.ids[place.ordinal]
  }

  /// The document of a passage.
  package func document(at ordinal: Int) -> Int64 {
    let place = place(of: ordinal)
    return place.segment.documents[place.ordinal]
  }

  /// The place of a passage within its document.
  package func place(at ordinal: Int) -> Int {
    let place = place(of: ordinal)
    return Int(place.segment.places[place.ordinal])
  }

  /// Number of terms of a passage.
  package func length(at ordinal: Int) -> Int {
    let place = place(of: ordinal)
    return Int(place.segment.lengths[place.ordinal])
  }

  /// Whether a passage only lists pages.
  package func isList(at ordinal: Int) -> Bool {
    let place = place(of: ordinal)
    return place.segment.lists[place.ordinal] != 0
  }

  /// Whether a passage is not gone.
  package func isLive(_ ordinal: Int) -> Bool {
    gone.map { !$0.contains(ordinal) } ?? true
  }

  /// The ordinal of a passage; `nil` where there is none of this id, or it is gone.
  /// Complexity: O(log passages).
  package func ordinal(of id: Int64) -> Int? {
    for (segment, base) in zip(segments, bases) {
      let place = segment.lowerBound(id)
      guard place < segment.count else { continue }
      return segment.ids[place] == id && isLive(base + place) ? base + place : nil
    }
    return nil
  }

  /// The documents of passages, `nil` for those that are not there. Complexity: O(n log passages).
  package func documents(of ids: [Int64]) -> [Int64?] {
    ids.map { ordinal(of: $0).map(document(at:)) }
  }

  /// Ids of all passages, ascending. Complexity: O(passages).
  package var allIDs: [Int64] {
    var all: [Int64] = []
    all.reserveCapacity(count)
    for (segment, base) in zip(segments, bases) {
      for place in 0..<segment.count where isLive(base + place) { all.append(segment.ids[place]) }
    }
    return all
  }

  /// Ids of the passages that only list pages, ascending. Complexity: O(passages).
  package var listIDs: [Int64] {
    var found: [Int64] = []
    for (segment, base) in zip(segments, bases) {
      for place in 0..<segment.count where segment.lists[place] != 0 && isLive(base + place) {
        found.append(segment.ids[place])
      }
    }
    return found
  }

  /// The passages of those documents that pass, without those that are gone. Passages of one document that lie
  /// side by side are asked for once. Complexity: O(passages).
  package func passages(ofDocuments isIncluded: (Int64) -> Bool) -> OrdinalSet {
    var set = OrdinalSet(capacity: ordinals)
    for (segment, base) in zip(segments, bases) {
      var start = 0
      while start < segment.count {
        let document = segment.documents[start]
        var end = start + 1
        while end < segment.count, segment.documents[end] == document { end += 1 }
        if isIncluded(document) { set.insert((base + start)..<(base + end)) }
        start = end
      }
    }
    if let gone { set.subtract(gone) }
    return set
  }

  /// The passages of some documents, without those that are gone.
  ///
  /// - Parameter documents: Ascending.
  /// - Complexity: O(passages + span of the documents' ids / 64), or O(passages log documents) where their ids
  ///   lie far apart.
  package func passages(ofDocuments documents: [Int64]) -> OrdinalSet {
    guard let first = documents.first, let last = documents.last else {
      return OrdinalSet(capacity: ordinals)
    }
    let (span, isTooWide) = last.subtractingReportingOverflow(first)
    if isTooWide || span < 0 || span > 1 << 28 {
      return passages { document in
        var (low, high) = (0, documents.count)
        while low < high {
          let middle = (low + high) / 2
          if documents[middle] < document { low = middle + 1 } else { high = middle }
        }
        return low < documents.count && documents[low] == document
      }
    }
    var members = OrdinalSet(capacity: Int(span) + 1)
    for document in documents where document >= first && document <= last {
      members.insert(Int(document - first))
    }
    return passages { $0 >= first && $0 <= last && members.contains(Int($0 - first)) }
  }

  /// The passages of some ids; those that are not there are left out. Complexity: O(n log passages).
  ///
  /// - Parameter ids: Ascending.
  package func passages(withIDs ids: [Int64]) -> OrdinalSet {
    var set = OrdinalSet(capacity: ordinals)
    for id in ids {
      if let ordinal = ordinal(of: id) { set.insert(ordinal) }
    }
    return set
  }
}
