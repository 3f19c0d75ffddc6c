internal import Corpus
internal import Digest
internal import Foundation
internal import GRDB

extension SearchIndex {
  /// The text that a citation names, as it is in the file today, and whether it is still the cited one.
  ///
  /// - Parameter context: Number of lines to add before and after.
  /// - Throws: `IndexError`; `CorpusError` where the file is not there or cannot be read.
  public func show(_ citation: Citation, context: Int = 0) throws -> CitedText {
    try CitationResolver(index: self).resolve(citation, context: context)
  }
}

/// Follows citations, also to where their text has moved.
struct CitationResolver {
  let index: SearchIndex
  private var reader: CorpusReader { CorpusReader(index.knowledgeBase) }

  init(index: SearchIndex) {
    self.index = index
  }

  func resolve(_ citation: Citation, context: Int) throws -> CitedText {
    let bytes = try content(of: citation)
    let table = LineTable(bytes)
    let range = place(of: citation, in: table, of: bytes)
    guard let hash = citation.hash else {
      guard let range else {
        throw CorpusError.unreadable(
          path: citation.path, reason: "it has \(table.count) lines, so \(citation) is not in it")
      }
      return try cited(citation, .unchecked, range, of: bytes, table, context: context)
    }
    if let range, SHA256Digest(of: Array(bytes[range])).prefix == hash {
      return try cited(citation, .current, range, of: bytes, table, context: context)
    }
    if let found = try moved(citation, hash: hash, bytes: bytes, table: table) {
      let other =
        try PathKey(found.path) == PathKey(citation.path) ? bytes : reader.read(found.path)
      let lines = LineTable(other)
      let place = place(of: found, in: lines, of: other) ?? 0..<0
      var result = try cited(found, .moved(to: found), place, of: other, lines, context: context)
      result.citation = citation
      return result
    }
    return try cited(citation, .gone, range ?? 0..<0, of: bytes, table, context: context)
  }

  /// A file that is gone has no bytes where the citation has a hash to look for elsewhere.
  private func content(of citation: Citation) throws -> [UInt8] {
    if try isIndexed(citation.path) {
      do {
        return try reader.read(citation.path)
      } catch {
        // Its text may stand elsewhere today.
        guard citation.hash != nil else { throw error }
        return []
      }
    }
    // A file that has come since the index was made may be cited as well, if it is one of the base's.
    let (files, _) = try reader.walk()
    if files.contains(where: { $0.path == citation.path }) { return try reader.read(citation.path) }
    guard citation.hash == nil else { return [] }
    throw CorpusError.unreadable(
      path: citation.path, reason: "no such document in \(index.knowledgeBase.root)")
  }

  private func isIndexed(_ path: String) throws(IndexError) -> Bool {
    try index.read { database in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM document WHERE path = ?)", arguments: [path])
    } ?? false
  }

  private func place(of citation: Citation, in table: LineTable, of bytes: [UInt8]) -> Range<Int>? {
    if let cited = citation.bytes { return cited.upperBound <= bytes.count ? cited : nil }
    guard citation.lines.upperBound <= table.count else { return nil }
    return trimmed(table.content(of: citation.lines), of: bytes)
  }

  /// Lines are cited without the white space around them, as passages are.
  private func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    guard let first = bytes[range].firstIndex(where: { !Self.isSpace($0) }),
      let last = bytes[range].lastIndex(where: { !Self.isSpace($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private func cited(
    _ citation: Citation, _ state: CitedText.State, _ range: Range<Int>, of bytes: [UInt8],
    _ table: LineTable, context: Int
  ) throws -> CitedText {
    let cited = bytes[range]
    let first =
      table.count == 0 ? 1 : table.line(at: min(range.lowerBound, max(0, bytes.count - 1)))
    let last = max(first, range.isEmpty ? first : table.line(at: range.upperBound - 1))
    let text = { (line: Int) in String(decoding: bytes[table.content(of: line)], as: UTF8.self) }
    let before = max(1, first - context)..<first
    let after = (last + 1)..<max(last + 1, min(table.count, last + context) + 1)
    let document = try index.read { database in
      try Row.fetchOne(
        database, sql: "SELECT \(DocumentSummary.columns) FROM document WHERE path = ?",
        arguments: [citation.path]
      ).map { try DocumentSummary(row: $0, from: 0) }
    }
    return CitedText(
      citation: citation, state: state, text: String(decoding: cited, as: UTF8.self),
      isLossy: String(validating: cited, as: UTF8.self) == nil,
      before: range.isEmpty ? [] : before.map(text), after: range.isEmpty ? [] : after.map(text),
      lines: first...last, document: document)
  }

  // MARK: Text that moved

  /// Where the text with this hash stands now: among the indexed passages, or on as many lines or bytes
  /// elsewhere in the same file.
  private func moved(
    _ citation: Citation, hash: String, bytes: [UInt8], table: LineTable
  ) throws -> Citation? {
    if let found = movedLines(citation, hash: hash, bytes: bytes, table: table) { return found }
    if let cited = citation.bytes {
      if let found = movedBytes(citation.path, cited.count, hash, bytes, table) { return found }
    }
    let passages = try index.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(StoredPassage.columns) FROM \(StoredPassage.tables)
          WHERE lower(hex(substr(passage.digest, 1, 4))) = ? ORDER BY document.path, passage.ordinal
          """, arguments: [hash]
      ).map { try StoredPassage(row: $0) }
    }
    for passage in passages {
      guard let content = try? reader.read(passage.document.path),
        passage.bytes.upperBound <= content.count,
        SHA256Digest(of: Array(content[passage.bytes])).prefix == hash
      else { continue }
      return Citation(
        path: passage.document.path, lines: passage.lines,
        bytes: passage.isPartial ? passage.bytes : nil, hash: hash)
    }
    return nil
  }

  private func movedLines(
    _ citation: Citation, hash: String, bytes: [UInt8], table: LineTable
  ) -> Citation? {
    let count = citation.lines.count
    guard citation.bytes == nil, table.count >= count else { return nil }
    for first in 1...(table.count - count + 1) {
      let lines = first...(first + count - 1)
      if SHA256Digest(of: Array(bytes[trimmed(table.content(of: lines), of: bytes)])).prefix == hash
      {
        return Citation(path: citation.path, lines: lines, hash: hash)
      }
    }
    return nil
  }

  /// Tries every beginning of a word: cited bytes never begin with white space.
  private func movedBytes(
    _ path: String, _ length: Int, _ hash: String, _ bytes: [UInt8], _ table: LineTable
  ) -> Citation? {
    guard length > 0, bytes.count >= length else { return nil }
    for start in 0...(bytes.count - length) {
      guard !Self.isSpace(bytes[start]), start == 0 || Self.isSpace(bytes[start - 1]) else {
        continue
      }
      let range = start..<(start + length)
      if SHA256Digest(of: Array(bytes[range])).prefix == hash {
        let lines = table.line(at: start)...table.line(at: range.upperBound - 1)
        return Citation(path: path, lines: lines, bytes: range, hash: hash)
      }
    }
    return nil
  }
}
