internal import Digest
internal import Foundation
internal import LinearAlgebra

/// The stored terms as a file that searches map: `postings.N` beside the database.
///
/// Little-endian throughout, every part at a multiple of 64: a header (`Header`), the passages' ids
/// (ascending) and numbers of terms, whether each only lists pages, the terms in the order of their bytes,
/// and for each term its postings: the ordinal of the passage (its place among the ids), and how often its
/// title, headings and text have the term, 255 at most. A digest guards the header; postings are compared with
/// SQLite by `index --verify`.
enum PostingsFile {
  /// What a file says of itself.
  struct Header: Sendable, Hashable {
    var generation: Int
    /// Value of `MetaKey.content` that the rows were read at.
    var content: Int
    var passages: Int
    var terms: Int
    /// Length of all terms, one after another.
    var termBytes: Int
    var postings: Int

    private var fields: [Int] { [generation, content, passages, terms, termBytes, postings] }

    /// Offsets of the parts, in their order, and the length of the file.
    var layout: Layout { Layout(self) }

    var bytes: [UInt8] {
      var bytes = PostingsFile.magic
      for field in fields { LittleEndian.append(UInt64(field), to: &bytes) }
      bytes += SHA256Digest(of: bytes).bytes
      return bytes + [UInt8](repeating: 0, count: PostingsFile.headerLength - bytes.count)
    }

    init(
      generation: Int, content: Int, passages: Int, terms: Int, termBytes: Int, postings: Int
    ) {
      self.generation = generation
      self.content = content
      self.passages = passages
      self.terms = terms
      self.termBytes = termBytes
      self.postings = postings
    }

    /// Reads a header; `nil` where it is none, or a damaged one.
    init?(_ bytes: [UInt8]) {
      guard bytes.count == PostingsFile.headerLength, bytes.starts(with: PostingsFile.magic) else {
        return nil
      }
      let numbers = (0..<6).map { LittleEndian.number(bytes, at: 8 + 8 * $0) }
      guard numbers.allSatisfy({ $0 < 1 << 48 }) else { return nil }
      self.init(
        generation: Int(numbers[0]), content: Int(numbers[1]), passages: Int(numbers[2]),
        terms: Int(numbers[3]), termBytes: Int(numbers[4]), postings: Int(numbers[5]))
      guard self.bytes == bytes else { return nil }
    }
  }

  struct Layout {
    let ids, lengths, lists, termEnds, termText, postingEnds, inText, ordinals, titles: Int
    let headings, bodies, count: Int

    init(_ header: Header) {
      var offset = PostingsFile.headerLength
      func next(_ count: Int, _ width: Int) -> Int {
        defer { offset = (offset + count * width + 63) / 64 * 64 }
        return offset
      }
      ids = next(header.passages, 8)
      lengths = next(header.passages, 4)
      lists = next(header.passages, 1)
      termEnds = next(header.terms, 8)
      termText = next(header.termBytes, 1)
      postingEnds = next(header.terms, 8)
      inText = next(header.terms, 4)
      ordinals = next(header.postings, 4)
      titles = next(header.postings, 1)
      headings = next(header.postings, 1)
      bodies = next(header.postings, 1)
      count = offset
    }
  }

  /// Whether a file holds exactly these rows.
  static func holds(_ rows: PostingRows, header: Header, at path: String) -> Bool {
    guard let file = try? MappedFile(path: path), file.count == header.layout.count else {
      return false
    }
    var offset = headerLength
    for part in rows.parts {
      guard offset + part.count <= file.count,
        file.bytes(in: offset..<(offset + part.count)) == Array(part)
      else { return false }
      offset = (offset + part.count + 63) / 64 * 64
    }
    return offset == file.count
  }

  static let headerLength = 128
  static let magic = Array("FNPOST01".utf8)

  /// Writes and syncs a file, and then gives it its final name.
  static func write(
    _ rows: PostingRows, header: Header, in folder: IndexFolder
  ) throws(IndexError) {
    let workshop = IndexWorkshop(folder)
    try workshop.begin()
    defer { workshop.clear() }
    let handle = try workshop.make(workshop.postingsPath)
    do {
      try handle.write(contentsOf: Data(header.bytes))
      for part in rows.parts {
        try handle.write(contentsOf: part)
        let padding = (part.count + 63) / 64 * 64 - part.count
        if padding > 0 { try handle.write(contentsOf: Data(count: padding)) }
      }
      try handle.synchronize()
      try handle.close()
    } catch {
      throw .writing(workshop.postingsPath, error)
    }
    let path = folder.postingsPath(generation: header.generation)
    guard rename(workshop.postingsPath, path) == 0 else { throw .writing(path, code: errno) }
  }
}
