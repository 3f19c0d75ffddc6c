internal import LinearAlgebra

/// The best way to cut a text into pieces (Viterbi), with memory that is used again for the next text.
///
/// Sums are rounded as SentencePiece rounds them (`Model::EncodeOptimized`), so that of two ways that are
/// nearly as good both find the same.
struct UnigramLattice {
  /// A piece of a text.
  struct Piece {
    /// Where it lies in the text.
    var range: Range<Int>
    /// -1 for characters that the vocabulary does not have.
    var id: Int32
  }

  /// The best way to a place.
  private struct Cell {
    var score: Float = 0
    /// Where the way's last piece begins; -1 where there is no way yet.
    var start: Int32 = -1
    var id: Int32 = -1
  }

  /// The pieces of the part that was last cut, the last one first.
  private(set) var pieces: [Piece] = []
  private var cells: [Cell] = []
  private let tables: UnigramTables

  init(_ tables: UnigramTables) {
    self.tables = tables
  }

  /// Cuts a part of a text. Complexity: O(n · l) for n bytes and pieces of at most l bytes.
  ///
  /// - Parameter score: The score of what goes before; becomes that of the text up to the part's end.
  mutating func cut(_ text: [UInt8], _ part: Range<Int>, score: inout Float) {
    let count = part.count
    let tables = tables
    if cells.count <= count { cells = Array(repeating: Cell(), count: max(64, 2 * count)) }
    Self.fill(&cells, text.span.extracting(part), tables, score: &score)
    pieces.removeAll(keepingCapacity: true)
    var end = count
    while end > 0 {
      let start = Int(cells[end].start)
      let id = cells[end].id
      // Neighbouring characters that no piece has are one.
      if id < 0, let next = pieces.last, next.id < 0 {
        pieces[pieces.count - 1].range = (part.lowerBound + start)..<next.range.upperBound
      } else {
        pieces.append(
          Piece(range: (part.lowerBound + start)..<(part.lowerBound + end), id: id))
      }
      end = start
    }
  }

  /// Finds the best way to every place of a text.
  private static func fill(
    _ cells: inout [Cell], _ text: Span<UInt8>, _ tables: UnigramTables, score: inout Float
  ) {
    var found = cells.mutableSpan
    found[0] = Cell(score: score)
    for index in 1..<(text.count + 1) { found[index].start = -1 }
    tables.pieces.withSpan { units in
      tables.scores.withSpan { scores in
        search(text, units, scores, unknownScore: tables.unknownScore, &found)
      }
    }
    score = found[text.count].score
  }

  private static func search(
    _ text: Span<UInt8>, _ units: Span<UInt64>, _ scores: Span<UInt32>, unknownScore: Float,
    _ cells: inout MutableSpan<Cell>
  ) {
    let root = units.root
    var start = 0
    while start < text.count {
      let before = cells[start].score
      let character = min(text.count - start, UnigramNormalizer.length(of: text[start]))
      var isKnown = false
      var node = root
      var end = start
      while end < text.count, let child = units.child(of: node, text[end]) {
        (node, end) = (child, end + 1)
        let id = node.value
        guard id >= 0, Int(id) < scores.count else { continue }
        let score = Double(Float(bitPattern: scores[Int(id)])) + Double(before)
        if cells[end].start < 0 || score > Double(cells[end].score) {
          cells[end] = Cell(score: Float(score), start: Int32(start), id: id)
        }
        if end - start == character { isKnown = true }
      }
      if !isKnown {
        let score = unknownScore + before
        if cells[start + character].start < 0 || score > cells[start + character].score {
          cells[start + character] = Cell(score: score, start: Int32(start))
        }
      }
      start += character
    }
  }
}
