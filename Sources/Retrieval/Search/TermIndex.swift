internal import Corpus
internal import GRDB
internal import LinearAlgebra

/// The stored terms of all passages, as one search sees them: the mapped postings, and what has come and gone
/// since they were written.
///
/// Passages have ordinals, `0 ..< ordinals`, in the order of their ids; those of passages that are gone stay
/// empty.
struct TermIndex: Sendable {
  private let mapped: MappedPostings?
  /// Ordinals of mapped passages that are gone.
  private let gone: Set<Int>
  /// Passages that are not mapped, in the order of their ids.
  private let added: [AddedPassage]
  /// Number of passages.
  let count: Int
  /// Mean number of terms of a passage; at least 1, so that it can be divided by.
  let average: Double

  var mappedCount: Int { mapped?.header.passages ?? 0 }
  var ordinals: Int { mappedCount + added.count }

  /// Opens the terms of an index.
  ///
  /// - Parameter mapped: The file of postings, where there is one.
  /// - Complexity: O(passages) where the file is current; else also O(text of the passages that it lacks).
  init(_ mapped: MappedPostings?, in database: Database) throws {
    self.mapped = mapped
    if let mapped, try Meta.number(.content, in: database) == mapped.header.content {
      gone = []
      added = []
    } else {
      (gone, added) = try Self.difference(from: mapped, in: database)
    }
    count = (mapped?.header.passages ?? 0) - gone.count + added.count
    var total = added.reduce(0) { $0 + $1.length }
    mapped?.lengths.withSpan { lengths in
      for ordinal in lengths.indices { total += Int(lengths[ordinal]) }
    }
    for ordinal in gone { total -= Int(mapped?.lengths[ordinal] ?? 0) }
    average = count == 0 ? 1 : max(1, Double(total) / Double(count))
  }

  // MARK: What has changed since

  private static func difference(
    from mapped: MappedPostings?, in database: Database
  ) throws -> (Set<Int>, [AddedPassage]) {
    let known = mapped?.header.passages ?? 0
    let last = known > 0 ? mapped?.ids[known - 1] ?? 0 : 0
    var gone: Set<Int> = []
    if let mapped {
      let alive = try Set(
        Int64.fetchAll(
          database, sql: "SELECT passage FROM passage_statistics WHERE passage <= ?",
          arguments: [last]))
      gone = Set((0..<known).filter { !alive.contains(mapped.ids[$0]) })
    }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT passage, terms, navigational, title, heading, body FROM passage_statistics
        JOIN passage_terms ON passage_terms.rowid = passage WHERE passage > ? ORDER BY passage
        """, arguments: [last])
    var added: [AddedPassage] = []
    while let row = try rows.next() { added.append(try AddedPassage(row)) }
    return (gone, added)
  }

  // MARK: Passages

  /// The id of the passage of an ordinal.
  func passage(_ ordinal: Int) -> Int64 {
    if let mapped, ordinal < mapped.header.passages { return mapped.ids[ordinal] }
    return added[ordinal - mappedCount].id
  }

  /// The ordinal of a passage; `nil` where there is none of this id. Complexity: O(log passages).
  func ordinal(of passage: Int64) -> Int? {
    var low = 0
    var high = ordinals
    while low < high {
      let middle = (low + high) / 2
      if self.passage(middle) < passage { low = middle + 1 } else { high = middle }
    }
    return low < ordinals && self.passage(low) == passage ? low : nil
  }

  /// Passages that only list pages.
  var navigational: Set<Int64> {
    var found: Set<Int64> = []
    mapped?.lists.withSpan { lists in
      for ordinal in lists.indices where lists[ordinal] != 0 && !gone.contains(ordinal) {
        found.insert(passage(ordinal))
      }
    }
    for passage in added where passage.isList { found.insert(passage.id) }
    return found
  }

  // MARK: Terms

  /// The number of passages that have a term in their text; titles and headings, which all passages of a
  /// document share, say nothing about how rare a term is.
  func frequency(of element: LexicalQuery.Element) -> Int {
    var frequency = 0
    if let mapped {
      let lists = mapped.lists(of: element.term, isPrefix: element.isPrefix)
      if lists.count == 1, gone.isEmpty {
        frequency = lists[0].passagesInText
      } else {
        var seen: Set<UInt32> = []
        for list in lists {
          for place in list.range where mapped.bodies[place] > 0 {
            let ordinal = mapped.ordinals[place]
            if !gone.contains(Int(ordinal)) { seen.insert(ordinal) }
          }
        }
        frequency = seen.count
      }
    }
    return frequency + added.count { $0.counts(of: element).body > 0 }
  }

  /// Calls `body` with the ordinal of each passage that has a term, how often each of its columns has it, and
  /// the passage's number of terms; each passage once.
  ///
  /// Complexity: O(postings of the term + added passages).
  @inline(__always)
  func forEach(
    _ element: LexicalQuery.Element,
    _ body: (_ ordinal: Int, _ counts: FieldCounts, _ length: Int) -> Void
  ) {
    if let mapped {
      let lists = mapped.lists(of: element.term, isPrefix: element.isPrefix)
      if lists.count > 1 {
        for (ordinal, counts) in mapped.sums(of: lists) where !gone.contains(ordinal) {
          body(ordinal, counts, Int(mapped.lengths[ordinal]))
        }
      } else if let list = lists.first {
        let isComplete = gone.isEmpty
        mapped.forEach(list.range) { ordinal, counts, length in
          if isComplete || !gone.contains(ordinal) { body(ordinal, counts, length) }
        }
      }
    }
    for (index, passage) in added.enumerated() {
      let counts = passage.counts(of: element)
      if counts != FieldCounts() { body(mappedCount + index, counts, passage.length) }
    }
  }
}
