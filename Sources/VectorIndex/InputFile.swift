internal import Digest
internal import LinearAlgebra

/// A file of this module, open for reading: its header has been checked, the rest has not.
struct InputFile: Sendable {
  let header: FileHeader
  let file: PositionalFile
  let map: MappedFile

  var path: String { file.path }

  /// - Parameter count: How many numbers the header has; the last two are where the digests begin and how
  ///   long the file is.
  init(path: String, magic: String, count: Int) throws(VectorIndexError) {
    do {
      file = try PositionalFile(path: path)
      guard file.count >= FileHeader.length else {
        throw VectorIndexError.damaged(path: path, "it has no header")
      }
      let bytes = try file.bytes(of: [0..<FileHeader.length])
      guard let header = FileHeader(bytes, magic: magic, count: count) else {
        throw VectorIndexError.damaged(path: path, "its header is not sound, or of another version")
      }
      guard header.numbers[count - 1] == file.count else {
        throw VectorIndexError.damaged(
          path: path, "it has \(file.count) bytes instead of \(header.numbers[count - 1])")
      }
      self.header = header
      map = try MappedFile(file)
    } catch let error as MappedFileError {
      throw .reading(error)
    } catch let error as VectorIndexError {
      throw error
    } catch {
      preconditionFailure("an error that nothing throws: \(error)")
    }
  }

  /// Throws where the file has been cut off since it was opened: a read of the map would end the process.
  func checkLength() throws(VectorIndexError) {
    do throws(MappedFileError) {
      try file.checkLength()
    } catch {
      throw .reading(error)
    }
  }

  func bytes(of ranges: [Range<Int>]) throws(VectorIndexError) -> [UInt8] {
    do throws(MappedFileError) {
      return try file.bytes(of: ranges)
    } catch {
      throw .reading(error)
    }
  }

  func floats(at offsets: [Int], columns: Int) throws(VectorIndexError) -> [Float] {
    do throws(MappedFileError) {
      return try file.floats(at: offsets, columns: columns)
    } catch {
      throw .reading(error)
    }
  }

  /// Compares the whole file with the digests that were taken when it was written.
  ///
  /// - Complexity: O(bytes of the file).
  func verify() throws(VectorIndexError) {
    let (start, end) = (header.numbers[header.numbers.count - 2], file.count)
    let length = OutputFile.partLength
    guard start >= FileHeader.length, start <= end else {
      throw .damaged(path: path, "its digests have no place")
    }
    let table = try bytes(of: [start..<end])
    let parts = (start - FileHeader.length + length - 1) / length
    guard SHA256Digest(of: table).bytes == header.parts, table.count == parts * 32 else {
      throw .damaged(path: path, "the table of digests has changed")
    }
    for part in 0..<parts {
      let first = FileHeader.length + part * length
      let content = try bytes(of: [first..<min(start, first + length)])
      guard SHA256Digest(of: content).bytes == Array(table[(part * 32)..<(part * 32 + 32)]) else {
        throw .damaged(path: path, "the bytes from \(first) on have changed")
      }
    }
  }
}
