internal import LinearAlgebra

/// A segment's rows in cells of similar ones: an inverted file (Sivic and Zisserman 2003, "Video Google")
/// that keeps of each row the signs of its difference to the cell's centre, and the difference itself rounded
/// to four bits.
///
/// A search estimates from the signs the products with all rows in those cells whose centres are most like
/// the question, knows those of the best better from the four bits, and reads the vectors of the best of these.
struct VectorCells: Sendable {
  let layout: CellFileHeader
  private let input: InputFile
  private let centres: CodeRows
  private let ends: MappedVector<UInt64>
  private let counts: MappedVector<UInt32>
  private let blocks: SignBlocks
  private let halfBytes: HalfByteRows
  private let rows: MappedVector<UInt32>

  /// Opens the file that was made for a file of vectors. Complexity: O(1).
  init(path: String, of vectors: FileHeader, rows count: Int) throws(VectorIndexError) {
    input = try InputFile(path: path, magic: CellFileHeader.magic, count: CellFileHeader.count)
    let file = input.map
    guard let layout = CellFileHeader(input.header.numbers),
      let centres = CodeRows(
        file: file, codes: CellFileHeader.centresStart, scales: layout.centreScalesStart,
        rows: layout.cells, columns: layout.dimensions),
      let blocks = SignBlocks(
        file: file, offset: layout.blocksStart, blocks: layout.blocks,
        columns: layout.dimensions),
      let halfBytes = HalfByteRows(
        file: file, codes: layout.halfBytesStart, scales: layout.scalesStart,
        rows: layout.places, columns: layout.dimensions),
      let ends = MappedVector<UInt64>(file: file, offset: layout.endsStart, count: layout.cells),
      let counts = MappedVector<UInt32>(
        file: file, offset: layout.countsStart, count: layout.cells),
      let rows = MappedVector<UInt32>(file: file, offset: layout.rowsStart, count: layout.places)
    else { throw .damaged(path: path, "its parts do not lie where its header says") }
    guard input.header.owner == vectors.digest, layout.rows == count else {
      throw .unrelated(path: path, "its cells are those of other vectors")
    }
    self.layout = layout
    self.centres = centres
    self.blocks = blocks
    self.halfBytes = halfBytes
    self.ends = ends
    self.counts = counts
    self.rows = rows
  }

  /// Of how many rows the vectors are read for the `k` nearest.
  static func candidates(forNearest k: Int) -> Int { k + k / 4 + 24 }

  /// Of how many rows more than the signs are read for the `k` nearest.
  static func estimates(forNearest k: Int) -> Int { 6 * min(k, 1 << 40) + 400 }

  /// How many cells to read to find most of the `k` nearest rows.
  ///
  /// Measured on means of a few sentences, which hardly form cells: over 100,000 and 1,000,000 rows 500
  /// cells, but no more than two fifths of all, have 98 % of the 10 nearest, and for 1,000 it takes three
  /// times as many to have 96 %. Texts about themes need fewer.
  func probes(forNearest k: Double) -> Int {
    let share = 0.42 * Double(layout.cells)
    return max(1, Int(min(share, 550 * (max(1, k) / 10).squareRoot().squareRoot())))
  }

  func verify() throws(VectorIndexError) {
    try input.verify()
    var seen = [Bool](repeating: false, count: layout.rows)
    for index in 0..<layout.cells {
      let cell = try run(index)
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

  /// The rows that are most like a question, by what the cells keep of them, in no particular order.
  ///
  /// - Parameters:
  ///   - limit: How many rows at most.
  ///   - probes: How many cells are read.
  ///   - estimates: Of how many rows more than the signs are read.
  ///   - isIncluded: Asked by several threads at once, and only for rows that come into question.
  /// - Complexity: O(cells · dimensions) and what lies in the cells that are read.
  func candidates(
    _ limit: Int, for query: [Float], probes: Int, estimates: Int, cores: Int,
    where isIncluded: (@Sendable (Int) -> Bool)?
  ) throws(VectorIndexError) -> [Int] {
    try input.checkLength()
    let question = CodeRows.Question(query)
    let products = centres.products(question)
    let runs = try self.runs(probes: probes, products)
    let found = estimate(runs, query, max(limit, estimates), cores: cores, where: isIncluded)
    let places = found.map { UInt32($0.index) }
    var scores: [Float] = []
    scores.reserveCapacity(places.count)
    let bounds = runs.sorted { $0.block < $1.block }
    for entry in found { scores.append(bounds.base(of: entry.index)) }
    halfBytes.addProducts(question, at: places, to: &scores, cores: cores)
    var best = Shortlist(limit)
    for (place, score) in zip(places, scores) { best.offer(score, at: Int(place)) }
    var rows: [Int] = []
    for entry in best.kept { rows.append(try row(at: entry.index)) }
    return rows
  }

  /// The best rows by their signs.
  private func estimate(
    _ runs: [SignBlocks.Run], _ query: [Float], _ limit: Int, cores: Int,
    where isIncluded: (@Sendable (Int) -> Bool)?
  ) -> [TopK.Entry] {
    let question = SignBlocks.Question(query)
    let share = max(1, min(16, runs.count / 16))
    let parts = Parallel.sharing(
      (runs.count + share - 1) / share, cores: cores,
      start: { Shortlist(limit) },
      { best, part in
        let isPlaceIncluded = isIncluded.map { isIncluded in
          { (place: Int) in self.knownRow(at: place).map(isIncluded) ?? false }
        }
        self.blocks.offer(
          runs[(part * share)..<min(runs.count, (part + 1) * share)], to: &best, question,
          where: isPlaceIncluded)
      })
    var best = Shortlist(limit)
    for part in parts { best.merge(part) }
    return best.kept
  }

  /// How many cells are read first because they are most like the question, so that most of the other
  /// rows are found to be too far at once.
  private static let leading = 64

  /// The cells to read: the best of them first, the others in the order in which they lie, as memory is
  /// fastest so.
  private func runs(
    probes: Int, _ products: [Float]
  ) throws(VectorIndexError) -> [SignBlocks.Run] {
    let count = max(0, min(probes, layout.cells))
    var leading = TopK(min(count, Self.leading))
    for (cell, product) in products.enumerated() { leading.offer(product, at: cell) }
    var order = leading.sorted.map(\.index)
    if count > order.count {
      let first = Set(order)
      order += products.placesOfLargest(count).filter { !first.contains($0) }
    }
    var runs: [SignBlocks.Run] = []
    runs.reserveCapacity(order.count)
    for cell in order {
      let run = try run(cell, product: products[cell])
      if run.count > 0 { runs.append(run) }
    }
    return runs
  }

  private func run(_ cell: Int, product: Float = 0) throws(VectorIndexError) -> SignBlocks.Run {
    let (start, end) = (cell == 0 ? 0 : ends[cell - 1], ends[cell])
    let count = Int(counts[cell])
    guard start <= end, end <= UInt64(layout.blocks),
      count <= Int(end - start) * SignBlocks.rowsPerBlock
    else { throw .damaged(path: input.path, "cell \(cell) does not lie within it") }
    return SignBlocks.Run(block: Int(start), count: count, base: product)
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

extension [SignBlocks.Run] {
  /// What is added to the estimates of the run in which a place lies. Complexity: O(log n).
  ///
  /// - Precondition: The runs are in the order of their blocks, and the place lies in one.
  fileprivate func base(of place: Int) -> Float {
    let block = place / SignBlocks.rowsPerBlock
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].block <= block { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? self[low - 1].base : 0
  }
}
