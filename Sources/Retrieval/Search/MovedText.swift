internal import Corpus
internal import Digest

/// Looks in a file for cited text that stands somewhere else now: on as many lines, or as many bytes,
/// with the same hash. The nearest place is found, the later of two that are equally near.
///
/// Only a hash is known of the text, so that every place must be hashed. A long citation in a long file
/// would take hours; the search ends after `limit` and says so.
struct MovedText {
  /// Bytes that are hashed at most: below a second of work.
  private static let limit = 256 << 20
  /// What hashing costs beside its bytes, in bytes.
  private static let costOfOne = 512

  private let citation: Citation
  private let hash: String
  private let bytes: [UInt8]
  private let table: LineTable
  private var spent = 0
  /// Whether every place was compared.
  private(set) var isComplete = true

  init(_ citation: Citation, hash: String, bytes: [UInt8], table: LineTable) {
    self.citation = citation
    self.hash = hash
    self.bytes = bytes
    self.table = table
  }

  /// - Complexity: O(size of the file × cited length), and no more than `limit`.
  mutating func find() -> Citation? {
    citation.bytes.map { findBytes($0) } ?? findLines()
  }

  private mutating func findLines() -> Citation? {
    let count = citation.lines.count
    guard count <= table.count else { return nil }
    for first in Outwards(from: citation.lines.lowerBound, in: 1...(table.count - count + 1)) {
      let lines = first...(first + count - 1)
      let isFound = compare(CitedBytes.trimmed(table.content(of: lines), of: bytes))
      if isFound { return Citation(path: citation.path, lines: lines, hash: hash) }
      if !isComplete { return nil }
    }
    return nil
  }

  /// Tries every beginning of a word: cited bytes never begin with white space.
  private mutating func findBytes(_ cited: Range<Int>) -> Citation? {
    guard cited.count <= bytes.count else { return nil }
    for start in Outwards(from: cited.lowerBound, in: 0...(bytes.count - cited.count)) {
      guard !CitedBytes.isSpace(bytes[start]), start == 0 || CitedBytes.isSpace(bytes[start - 1])
      else { continue }
      let range = start..<(start + cited.count)
      let isFound = compare(range)
      if isFound {
        return Citation(
          path: citation.path, lines: table.lines(of: range), bytes: range, hash: hash)
      }
      if !isComplete { return nil }
    }
    return nil
  }

  private mutating func compare(_ range: Range<Int>) -> Bool {
    spent += range.count + Self.costOfOne
    guard spent <= Self.limit else {
      isComplete = false
      return false
    }
    return SHA256Digest(of: Array(bytes[range])).prefix == hash
  }
}

/// The numbers of a range, those near a place first.
struct Outwards: Sequence, IteratorProtocol {
  private let range: ClosedRange<Int>
  private var above: Int
  private var below: Int
  private var isAbove = true

  /// - Parameter place: Taken into the range where it lies outside.
  init(from place: Int, in range: ClosedRange<Int>) {
    self.range = range
    above = Swift.min(Swift.max(place, range.lowerBound), range.upperBound)
    below = above - 1
  }

  mutating func next() -> Int? {
    let hasAbove = above <= range.upperBound
    guard hasAbove || below >= range.lowerBound else { return nil }
    let takesAbove = hasAbove && (isAbove || below < range.lowerBound)
    isAbove = !takesAbove
    defer { if takesAbove { above += 1 } else { below -= 1 } }
    return takesAbove ? above : below
  }
}
