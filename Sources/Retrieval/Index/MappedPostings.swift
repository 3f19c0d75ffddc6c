internal import LinearAlgebra

/// A mapped file of postings.
struct MappedPostings: Sendable {
  let header: PostingsFile.Header
  let ids: MappedVector<Int64>
  let lengths: MappedVector<UInt32>
  let lists: MappedVector<UInt8>
  let ordinals: MappedVector<UInt32>
  let titles: MappedVector<UInt8>
  let headings: MappedVector<UInt8>
  let bodies: MappedVector<UInt8>
  private let termEnds: MappedVector<UInt64>
  private let termText: MappedVector<UInt8>
  private let postingEnds: MappedVector<UInt64>
  private let inText: MappedVector<UInt32>

  /// The postings of a term: places in `ordinals`, and the number of passages that have it in their text.
  struct List {
    var range: Range<Int>
    var passagesInText: Int
  }

  /// Maps a file; `nil` where it is missing or is not the one of this generation.
  init?(_ path: String, generation: Int) {
    guard let file = try? MappedFile(path: path), file.count >= PostingsFile.headerLength,
      let header = PostingsFile.Header(file.bytes(in: 0..<PostingsFile.headerLength)),
      header.generation == generation, header.layout.count == file.count
    else { return nil }
    let layout = header.layout
    guard let ids = MappedVector<Int64>(file: file, offset: layout.ids, count: header.passages),
      let lengths = MappedVector<UInt32>(
        file: file, offset: layout.lengths, count: header.passages),
      let lists = MappedVector<UInt8>(file: file, offset: layout.lists, count: header.passages),
      let termEnds = MappedVector<UInt64>(
        file: file, offset: layout.termEnds, count: header.terms),
      let termText = MappedVector<UInt8>(
        file: file, offset: layout.termText, count: header.termBytes),
      let postingEnds = MappedVector<UInt64>(
        file: file, offset: layout.postingEnds, count: header.terms),
      let inText = MappedVector<UInt32>(file: file, offset: layout.inText, count: header.terms),
      let ordinals = MappedVector<UInt32>(
        file: file, offset: layout.ordinals, count: header.postings),
      let titles = MappedVector<UInt8>(file: file, offset: layout.titles, count: header.postings),
      let headings = MappedVector<UInt8>(
        file: file, offset: layout.headings, count: header.postings),
      let bodies = MappedVector<UInt8>(file: file, offset: layout.bodies, count: header.postings)
    else { return nil }
    self.header = header
    (self.ids, self.lengths, self.lists) = (ids, lengths, lists)
    (self.termEnds, self.termText) = (termEnds, termText)
    (self.postingEnds, self.inText) = (postingEnds, inText)
    (self.ordinals, self.titles, self.headings, self.bodies) = (ordinals, titles, headings, bodies)
  }

  /// The postings of `term`, or of every term that begins with it. Complexity: O(log terms).
  func lists(of term: String, isPrefix: Bool) -> [List] {
    let wanted = Array(term.utf8)
    var place = firstTerm(from: wanted)
    var found: [List] = []
    while place < header.terms, starts(with: wanted, at: place, isWhole: !isPrefix) {
      if let list = list(at: place) { found.append(list) }
      place += 1
      if !isPrefix { break }
    }
    return found
  }

  /// Calls `body` for each posting of a range: the passage's ordinal, the counts, the passage's number of
  /// terms.
  @inline(__always)
  func forEach(_ range: Range<Int>, _ body: (Int, FieldCounts, Int) -> Void) {
    let passages = header.passages
    ordinals.withSpan { ordinals in
      titles.withSpan { titles in
        headings.withSpan { headings in
          bodies.withSpan { bodies in
            lengths.withSpan { lengths in
              for place in range {
                let ordinal = Int(ordinals[place])
                guard ordinal < passages else { continue }
                let counts = FieldCounts(
                  title: titles[place], heading: headings[place], body: bodies[place])
                body(ordinal, counts, Int(lengths[ordinal]))
              }
            }
          }
        }
      }
    }
  }

  /// The counts of several terms together, by the passages' ordinals, ascending.
  func sums(of lists: [List]) -> [(ordinal: Int, counts: FieldCounts)] {
    var sums: [Int: FieldCounts] = [:]
    for list in lists {
      forEach(list.range) { ordinal, counts, _ in
        sums[ordinal, default: FieldCounts()] += counts
      }
    }
    return sums.sorted { $0.key < $1.key }.map { (ordinal: $0.key, counts: $0.value) }
  }

  private func list(at place: Int) -> List? {
    let start = place == 0 ? 0 : Int(clamping: postingEnds[place - 1])
    let end = Int(clamping: postingEnds[place])
    // A damaged file must not lead anywhere else.
    guard start <= end, end <= header.postings else { return nil }
    return List(range: start..<end, passagesInText: Int(inText[place]))
  }

  private func textRange(_ place: Int) -> Range<Int> {
    let start = min(header.termBytes, place == 0 ? 0 : Int(clamping: termEnds[place - 1]))
    return start..<max(start, min(header.termBytes, Int(clamping: termEnds[place])))
  }

  /// Where the first term stands that does not come before `wanted`.
  private func firstTerm(from wanted: [UInt8]) -> Int {
    var low = 0
    var high = header.terms
    while low < high {
      let middle = (low + high) / 2
      if precedes(middle, wanted) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func precedes(_ place: Int, _ wanted: [UInt8]) -> Bool {
    let range = textRange(place)
    return termText.withSpan { text in
      for (index, byte) in wanted.enumerated() {
        guard index < range.count else { return true }
        let own = text[range.lowerBound + index]
        if own != byte { return own < byte }
      }
      return false
    }
  }

  private func starts(with wanted: [UInt8], at place: Int, isWhole: Bool) -> Bool {
    let range = textRange(place)
    guard isWhole ? range.count == wanted.count : range.count >= wanted.count else { return false }
    return termText.withSpan { text in
      wanted.indices.allSatisfy { text[range.lowerBound + $0] == wanted[$0] }
    }
  }
}
