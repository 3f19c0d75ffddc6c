internal import LinearAlgebra

extension VectorSegment {
  /// Divides the rows into cells, for approximate search, and writes them to a file that belongs to this
  /// segment.
  ///
  /// Rows are read through the map: what is in memory are the centres and 12 bytes a row. The same rows and
  /// options give the same file on the same kind of processor.
  ///
  /// - Throws: `misfit` for a segment without rows, `writing` where the disk does not take the file.
  /// - Complexity: O(rows · √rows · dimensions): about a minute for a million rows on two cores.
  public func writeCells(
    to path: String, options: CellOptions = CellOptions()
  ) throws(VectorIndexError) {
    guard count > 0, count < 1 << 32 else { throw .misfit("cells for \(count) rows") }
    try vectors.checkLength()
    var finder = CellCentres(of: rows, options: options)
    for _ in 0..<options.iterations { finder.move() }
    let cellOfRow = nearestCells(finder.centres)
    try vectors.checkLength()
    let blocks = CellBlocks(CellGroups(cellOfRow, count: finder.centres.rows))
    let file = try OutputFile(path: path)
    try file.append(finder.centres, blocks)
    try file.append(blocks, of: rows, centres: finder.centres)
    _ = try file.finish { digests, length in
      FileHeader(
        magic: CellFileHeader.magic,
        numbers: CellFileHeader(
          generation: generation, dimensions: dimensions, rows: count,
          cells: finder.centres.rows, blocks: blocks.count, digests: digests, length: length
        ).numbers, fingerprint: vectors.header.fingerprint, owner: vectors.header.digest)
    }
    try file.publish()
  }

  private func nearestCells(_ centres: Matrix) -> [UInt32] {
    var cells: [UInt32] = []
    cells.reserveCapacity(count)
    for first in stride(from: 0, to: count, by: 65_536) {
      let places = (first..<min(count, first + 65_536)).map { UInt32($0) }
      cells += rows.nearestCentres(centres, of: places).centres
    }
    return cells
  }
}

extension OutputFile {
  /// The centres' codes, and which blocks are whose.
  fileprivate func append(_ centres: Matrix, _ blocks: CellBlocks) throws(VectorIndexError) {
    let rounded = CodeRows.Rounded(centres)
    try append(rounded.codes.span)
    try align(to: 64)
    try append(floats: rounded.scales.span)
    try align(to: 64)
    try append(numbers: blocks.ends)
    try align(to: 64)
    try append(numbers: blocks.counts)
    try align(to: 64)
  }

  /// What is kept of the rows block by block, and the rows' numbers. Signs and half bytes follow each other
  /// in the file, so that the rows are read twice.
  fileprivate func append(
    _ blocks: CellBlocks, of rows: MatrixView, centres: Matrix
  ) throws(VectorIndexError) {
    var scales: [Float] = []
    scales.reserveCapacity(blocks.places.count)
    for isFirst in [true, false] {
      let step = 256 * SignBlocks.rowsPerBlock
      for first in stride(from: 0, to: blocks.places.count, by: step) {
        let part = first..<min(blocks.places.count, first + step)
        let rounded = rows.residuals(
          of: Array(blocks.places[part]), from: centres, centre: blocks.cells(of: part))
        let bytes = isFirst ? rounded.blocks : rounded.halfBytes
        try append(bytes.span)
        if !isFirst { scales += rounded.scales }
      }
      try align(to: 64)
    }
    try append(floats: scales.span)
    try align(to: 64)
    try append(numbers: blocks.places)
    try align(to: 64)
  }
}
