internal import LinearAlgebra

/// A segment's rows in cells of similar ones: an inverted file (Sivic and Zisserman 2003, "Video Google")
/// that keeps of each row the signs of its difference to the cell's centre.
///
/// A search estimates the products with the rows in those cells whose centres are most like the question, and
/// reads the vectors of the best.
struct VectorCells: Sendable {
  let layout: CellFileHeader
  private let input: InputFile
  private let centres: MatrixView
  private let centreCodes: CodeRows
  private let ends: MappedVector<UInt64>
  private let counts: MappedVector<UInt32>
  private let blocks: SignBlocks
  private let rows: MappedVector<UInt32>

  /// Opens the file that was made for a file of vectors. Complexity: O(1).
  init(path: String, of vectors: FileHeader, rows count: Int) throws(VectorIndexError) {
    input = try InputFile(path: path, magic: CellFileHeader.magic, count: CellFileHeader.count)
    let file = input.map
    guard let layout = CellFileHeader(input.header.numbers),
      let centreCodes = CodeRows(
        file: file, codes: layout.centreCodesStart, scales: layout.centreScalesStart,
        rows: layout.cells, columns: layout.dimensions),
      let blocks = SignBlocks(
        file: file, codes: layout.codesStart, factors: layout.factorsStart,
        blocks: layout.blocks, columns: layout.dimensions),
      let ends = MappedVector<UInt64>(file: file, offset: layout.endsStart, count: layout.cells),
      let counts = MappedVector<UInt32>(
        file: file, offset: layout.countsStart, count: layout.cells),
      let rows = MappedVector<UInt32>(file: file, offset: layout.rowsStart, count: layout.places)
    else { throw .damaged(path: path, "its parts do not lie where its header says") }
    guard input.header.owner == vectors.digest, layout.rows == count else {
      throw .unrelated(path: path, "its cells are those of other vectors")
    }
    self.layout = layout
    self.centreCodes = centreCodes
    self.blocks = blocks
    self.ends = ends
    self.counts = counts
    self.rows = rows
    centres = MatrixView(
      file: file, offset: CellFileHeader.centresStart, rows: layout.cells,
      columns: layout.dimensions)
  }

  /// How many rows of the cells are looked at exactly for the `k` nearest.
  static func candidateCount(for k: Int) -> Int { max(300, 3 * k + 1500) }

  /// How many cells to read to find most of the `k` nearest rows.
  func probes(forNearest k: Double) -> Int {
    max(1, min(layout.cells, Int(Double(layout.cells) * 0.4)))
  }

  func verify() throws(VectorIndexError) {
    try input.verify()
    var seen = [Bool](repeating: false, count: layout.rows)
    for index in 0..<layout.cells {
      let cell = try self.cell(index)
      for offset in 0..<cell.count {
        let row = try self.row(at: cell.block * SignBlocks.rowsPerBlock + offset)
        guard !seen[row] else { throw .damaged(path: input.path, "row \(row) lies in two cells") }
        seen[row] = true
      }
    }
    guard !seen.contains(false) else {
      throw .damaged(path: input.path, "there are rows that lie in no cell")
    }
  }

  /// The rows that are most like a question, by their signs, best first.
  ///
  /// - Parameters:
  ///   - limit: How many rows at most.
  ///   - probes: How many cells are read.
  ///   - isIncluded: Asked by several threads at once, and only for rows that come into question.
  /// - Complexity: O(cells · dimensions) and what lies in the cells that are read.
  func candidates(
    _ limit: Int, for query: [Float], probes: Int, cores: Int,
    where isIncluded: (@Sendable (Int) -> Bool)?
  ) throws(VectorIndexError) -> [Int] {
    try input.checkLength()
    var nearest = TopK(min(probes, layout.cells))
    centreCodes.offer(0..<layout.cells, to: &nearest, CodeRows.Question(query))
    let order = nearest.sorted.map(\.index)
    let products = centres.dots(query, at: order)
    var cells: [Cell] = []
    for (index, product) in zip(order, products) { cells.append(try cell(index, product: product)) }
    let question = SignBlocks.Question(query)
    let share = 8
    let parts = Parallel.sharing(
      (cells.count + share - 1) / share, cores: cores, start: { TopK(limit) }
    ) { [cells] best, part in
      let isPlaceIncluded = isIncluded.map { isIncluded in
        { (place: Int) in self.knownRow(at: place).map(isIncluded) ?? false }
      }
      for cell in cells[(part * share)..<min(cells.count, (part + 1) * share)] {
        self.blocks.offer(
          cell.count, from: cell.block, to: &best, question, base: cell.product,
          where: isPlaceIncluded)
      }
    }
    var found: [Int] = []
    for entry in TopK(limit, merging: parts).entries { found.append(try row(at: entry.index)) }
    return found
  }

  /// A cell's first block, its number of rows, and the product of its centre with a question.
  private struct Cell: Sendable {
    let block: Int
    let count: Int
    let product: Float
  }

  private func cell(_ index: Int, product: Float = 0) throws(VectorIndexError) -> Cell {
    let (start, end) = (index == 0 ? 0 : ends[index - 1], ends[index])
    let count = Int(counts[index])
    guard start <= end, end <= UInt64(layout.blocks),
      count <= Int(end - start) * SignBlocks.rowsPerBlock
    else { throw .damaged(path: input.path, "cell \(index) does not lie within it") }
    return Cell(block: Int(start), count: count, product: product)
  }

  private func row(at place: Int) throws(VectorIndexError) -> Int {
    guard let row = knownRow(at: place) else {
      throw .damaged(path: input.path, "there is no row \(rows[place])")
    }
    return row
  }

  private func knownRow(at place: Int) -> Int? {
    let row = Int(rows[place])
    return row < layout.rows ? row : nil
  }
}
