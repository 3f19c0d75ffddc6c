/// The lines of a `vocab.txt`, found by their bytes: a hash table with open addressing over the
/// file's bytes, which is ready some ten times sooner than a dictionary of strings.
struct PieceTable: Sendable {
  /// The kinds of pieces: `in` begins a word, `##in` continues one.
  enum Position {
    case first
    case later
  }

  private struct Slot {
    var hash: UInt32 = 0
    /// -1 where the slot is free.
    var id: Int32 = -1
  }

  /// Where a piece lies in the file, without `##`. Half the size of a range: a third of the time that reading
  /// the vocabulary takes is spent on memory that has not been touched before.
  private struct Piece {
    let start: UInt32
    let end: UInt32
  }

  /// The longest file that is read, in bytes.
  static let mostBytes = Int(UInt32.max)

  /// Length of the longest piece in bytes, without `##`.
  private(set) var longest = 0
  private let bytes: [UInt8]
  /// By id.
  private var pieces: [Piece] = []
  /// A power of 2 above twice the entries. Pieces of both kinds share it, as their hashes begin
  /// with different seeds.
  private var slots: [Slot] = []

  /// Number of lines, empty ones and repeated ones included.
  var count: Int { pieces.count }

  /// Reads the bytes of a `vocab.txt`: a piece a line, whose number, from 0, is the piece's id. Of
  /// equal lines the last counts. Complexity: O(`bytes.count`).
  ///
  /// - Precondition: There are at most `mostBytes`.
  init(_ bytes: [UInt8]) {
    precondition(bytes.count <= Self.mostBytes, "a vocabulary of \(bytes.count) bytes")
    self.bytes = bytes
    let span = bytes.span
    var lines = 1
    for index in span.indices where span[index] == UInt8(ascii: "\n") { lines += 1 }
    pieces.reserveCapacity(lines)
    var size = 64
    while size < 2 * lines {
      size *= 2
    }
    slots = Array(repeating: Slot(), count: size)
    var start = 0
    for index in span.indices where span[index] == UInt8(ascii: "\n") {
      add(start..<index, of: span)
      start = index + 1
    }
    if start < span.count {
      add(start..<span.count, of: span)
    }
  }

  @inline(__always)
  private mutating func add(_ line: Range<Int>, of bytes: borrowing Span<UInt8>) {
    var (start, end) = (line.lowerBound, line.upperBound)
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    let hashMark = UInt8(ascii: "#")
    let isLater = end - start > 2 && bytes[start] == hashMark && bytes[start + 1] == hashMark
    if isLater { start += 2 }
    var hash = Self.seed(isLater ? .later : .first)
    for index in start..<end { hash = Self.extend(hash, bytes[index]) }
    let piece = Piece(start: UInt32(start), end: UInt32(end))
    var slot = firstSlot(hash)
    while slots[slot].id >= 0 {
      let other = slots[slot]
      if other.hash == hash, self.bytes[range(of: other.id)] == self.bytes[start..<end] { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(hash: hash, id: Int32(pieces.count))
    pieces.append(piece)
    longest = max(longest, end - start)
  }

  private func range(of id: Int32) -> Range<Int> {
    Int(pieces[Int(id)].start)..<Int(pieces[Int(id)].end)
  }

  /// The id of a whole piece that begins a word, nil where there is none.
  func id(of piece: String) -> Int32? {
    let bytes = Array(piece.utf8)
    let hash = bytes.reduce(Self.seed(.first)) { Self.extend($0, $1) }
    return id(of: bytes, bytes.indices, hash: hash)
  }

  /// The longest piece that `word` has from `start` on, as its id and end; nil where there is none.
  /// Complexity: O(`longest`).
  ///
  /// - Parameter hashes: Memory to work in.
  func longestPiece(
    of word: [UInt8], from start: Int, _ position: Position, hashes: inout [UInt32]
  ) -> (id: Int32, end: Int)? {
    var hash = Self.seed(position)
    hashes.removeAll(keepingCapacity: true)
    for index in start..<min(word.count, start + longest) {
      hash = Self.extend(hash, word[index])
      hashes.append(hash)
    }
    for length in stride(from: hashes.count, to: 0, by: -1) {
      if let id = id(of: word, start..<(start + length), hash: hashes[length - 1]) {
        return (id, start + length)
      }
    }
    return nil
  }

  private func id(of word: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int32? {
    var slot = firstSlot(hash)
    while slots[slot].id >= 0 {
      let other = slots[slot]
      if other.hash == hash, bytes[self.range(of: other.id)] == word[range] { return other.id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a, which gives the hashes of all beginnings of a word in one pass.
  private static func extend(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  private static func seed(_ position: Position) -> UInt32 {
    switch position {
    case .first: 0x811c_9dc5
    case .later: 0x2f0b_4a9d
    }
  }

  /// FNV's low bits are its best mixed, but for the last byte, which the shift brings in.
  private func firstSlot(_ hash: UInt32) -> Int {
    Int(hash ^ (hash >> 15)) & (slots.count - 1)
  }
}
