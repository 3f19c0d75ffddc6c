/// A set of ids, made for those of a database's rows: whole numbers that lie close to each other. One bit an
/// id where they do, 136 bytes an id where each is far from the others.
///
///     let recent = IDSet([12, 13, 40])
///     recent.contains(13)  // true
public struct IDSet: Sendable, Equatable {
  private static let wordsPerChunk = 16
  private static let shift: Int64 = 10

  /// Chunks of 1,024 ids, by what their ids have in common, ascending.
  private var keys: [Int64] = []
  private var words: [UInt64] = []
  /// Where the chunks' keys follow each other without gaps, which makes finding one a subtraction.
  private var isDense: Bool { keys.isEmpty || keys[keys.count - 1] - keys[0] == keys.count - 1 }
  /// Number of ids.
  public private(set) var count = 0

  /// An empty set.
  public init() {}

  /// Complexity: O(n) for ascending ids, O(n log n) for others. An id may come several times.
  public init(_ ids: some Sequence<Int64>) {
    var previous = Int64.min
    var isAscending = true
    let all = Array(ids)
    for id in all {
      if id < previous { isAscending = false }
      previous = id
    }
    for id in isAscending ? all : all.sorted() { append(id) }
  }

  /// Whether there is no id.
  public var isEmpty: Bool { count == 0 }

  /// Whether `id` is one of them. Complexity: O(1) for ids close to each other, else O(log n).
  public func contains(_ id: Int64) -> Bool {
    guard let chunk = chunk(of: id >> Self.shift) else { return false }
    let bit = Int(id & 1023)
    return words[chunk * Self.wordsPerChunk + bit / 64] >> UInt64(bit % 64) & 1 == 1
  }

  /// The ids in a range, ascending. Complexity: O(result + chunks in the range).
  public func ids(in range: ClosedRange<Int64>) -> [Int64] {
    var result: [Int64] = []
    forEach(in: range) { result.append($0) }
    return result
  }

  /// How many ids lie in a range. Complexity: O(chunks in the range).
  public func count(in range: ClosedRange<Int64>) -> Int {
    guard let first = keys.first, let last = keys.last else { return 0 }
    let (low, high) = (range.lowerBound >> Self.shift, range.upperBound >> Self.shift)
    if low < first && high > last { return count }
    var result = 0
    for chunk in firstChunk(from: low)..<keys.count where keys[chunk] <= high {
      if keys[chunk] > low && keys[chunk] < high {
        for word in words[(chunk * Self.wordsPerChunk)..<((chunk + 1) * Self.wordsPerChunk)] {
          result += word.nonzeroBitCount
        }
      } else {
        let start = keys[chunk] << Self.shift
        forEach(in: max(start, range.lowerBound)...min(start + 1023, range.upperBound)) { _ in
          result += 1
        }
      }
    }
    return result
  }

  private func forEach(in range: ClosedRange<Int64>, _ body: (Int64) -> Void) {
    for chunk in firstChunk(from: range.lowerBound >> Self.shift)..<keys.count {
      guard keys[chunk] <= range.upperBound >> Self.shift else { return }
      for word in 0..<Self.wordsPerChunk {
        var rest = words[chunk * Self.wordsPerChunk + word]
        while rest != 0 {
          let id = keys[chunk] << Self.shift + Int64(word * 64 + rest.trailingZeroBitCount)
          rest &= rest - 1
          if range.contains(id) { body(id) }
        }
      }
    }
  }

  private mutating func append(_ id: Int64) {
    let key = id >> Self.shift
    if keys.last != key {
      keys.append(key)
      words.append(contentsOf: repeatElement(0, count: Self.wordsPerChunk))
    }
    let bit = Int(id & 1023)
    let word = (keys.count - 1) * Self.wordsPerChunk + bit / 64
    if words[word] >> UInt64(bit % 64) & 1 == 0 { count += 1 }
    words[word] |= 1 << UInt64(bit % 64)
  }

  private func chunk(of key: Int64) -> Int? {
    guard let first = keys.first, let last = keys.last, key >= first, key <= last else {
      return nil
    }
    // Keys are ids over 1,024: their difference fits.
    if isDense { return Int(key - first) }
    let chunk = firstChunk(from: key)
    return keys[chunk] == key ? chunk : nil
  }

  private func firstChunk(from key: Int64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
