internal import LinearAlgebra

/// The numbers in the header of a file of cells, and where its parts lie, each at a multiple of 64.
///
/// Header, the cells' centres rounded to 8 bits, the scales of these, for each cell how many blocks there are
/// up to its end (64-bit) and how many rows it has (32-bit), the blocks (`SignBlocks`), the rows with
/// four bits a number (`HalfByteRows`), the scales of these, the rows' numbers (32-bit), digests. Places that fill up a cell's last block have the number 2³² - 1.
struct CellFileHeader: Sendable, Equatable {
  static let magic = "FNCELL01"
  static let count = 7
  static let centresStart = FileHeader.length

  var generation: Int
  var dimensions: Int
  var rows: Int
  var cells: Int
  var blocks: Int
  var digests: Int
  var length: Int

  var places: Int { blocks * SignBlocks.rowsPerBlock }
  var centreScalesStart: Int {
    Self.next(Self.centresStart, cells * CodeRows.width(columns: dimensions))
  }
  var endsStart: Int { Self.next(centreScalesStart, cells * 4) }
  var countsStart: Int { Self.next(endsStart, cells * 8) }
  var blocksStart: Int { Self.next(countsStart, cells * 4) }
  var halfBytesStart: Int {
    Self.next(blocksStart, blocks * SignBlocks.byteCount(columns: dimensions))
  }
  var scalesStart: Int {
    Self.next(halfBytesStart, places * HalfByteRows.byteCount(columns: dimensions))
  }
  var rowsStart: Int { Self.next(scalesStart, places * 4) }
  var end: Int { Self.next(rowsStart, places * 4) }

  var numbers: [Int] { [generation, dimensions, rows, cells, blocks, digests, length] }

  private static func next(_ start: Int, _ bytes: Int) -> Int { (start + bytes + 63) / 64 * 64 }
}

extension CellFileHeader {
  /// Reads the numbers; `nil` where the file's parts cannot lie as they say.
  init?(_ numbers: [Int]) {
    self.init(
      generation: numbers[0], dimensions: numbers[1], rows: numbers[2], cells: numbers[3],
      blocks: numbers[4], digests: numbers[5], length: numbers[6])
    guard (1...65_536).contains(dimensions), (1..<(1 << 32)).contains(rows),
      (1...rows).contains(cells), (0...rows).contains(blocks), end == digests, digests <= length
    else { return nil }
  }
}
