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
    let content = try content(of: citation)
    let bytes = content ?? []
    let table = LineTable(bytes)
    let range = place(of: citation, in: table, of: bytes)
    guard let hash = citation.hash else {
      guard let range else {
        throw CorpusError.unreadable(
          path: citation.path, reason: whyNoPlace(citation, in: table, of: bytes))
      }
      return try cited(citation, .unchecked, range, of: bytes, table, context: context)
    }
    if let range, SHA256Digest(of: Array(bytes[range])).prefix == hash {
      return try cited(citation, .current, range, of: bytes, table, context: context)
    }
    if let found = try indexed(citation, hash: hash) {
      return try moved(citation, to: found, context: context)
    }
    var search = MovedText(citation, hash: hash, bytes: bytes, table: table)
    if let found = search.find() { return try moved(citation, to: found, context: context) }
    var result = try cited(citation, .gone, range ?? 0..<0, of: bytes, table, context: context)
    if range == nil { result.lines = citation.lines }
    result.absence = absence(hasFile: content != nil, hasPlace: range != nil)
    result.isSearchComplete = search.isComplete
    return result
  }

  private func absence(hasFile: Bool, hasPlace: Bool) -> CitedText.Absence {
    if !hasFile { return .noFile }
    return hasPlace ? .otherText : .noPlace
  }

  private func moved(
    _ citation: Citation, to found: Citation, context: Int
  ) throws -> CitedText {
    let bytes = try reader.read(found.path)
    let table = LineTable(bytes)
    let range = place(of: found, in: table, of: bytes) ?? 0..<0
    var result = try cited(found, .moved(to: found), range, of: bytes, table, context: context)
    result.citation = citation
    return result
  }

  /// `nil` for a file that is gone, where the citation has a hash to look for elsewhere.
  private func content(of citation: Citation) throws -> [UInt8]? {
    if try isIndexed(citation.path) {
      do {
        return try reader.read(citation.path)
      } catch {
        // Its text may stand elsewhere today.
        guard citation.hash != nil else { throw error }
        return nil
      }
    }
    // A file that has come since the index was made may be cited as well, if it is one of the base's.
    let (files, _) = try reader.walk()
    if files.contains(where: { $0.path == citation.path }) { return try reader.read(citation.path) }
    guard citation.hash == nil else { return nil }
    throw CorpusError.unreadable(
      path: citation.path, reason: "no such document in \(index.knowledgeBase.root)")
  }

  private func isIndexed(_ path: String) throws(IndexError) -> Bool {
    try index.read { database in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM document WHERE path = ?)", arguments: [path])
    } ?? false
  }

  /// `nil` where the file has no such lines or bytes, and where the bytes are on other lines.
  private func place(of citation: Citation, in table: LineTable, of bytes: [UInt8]) -> Range<Int>? {
    guard let cited = citation.bytes else {
      guard citation.lines.upperBound <= table.count else { return nil }
      return CitedBytes.trimmed(table.content(of: citation.lines), of: bytes)
    }
    guard cited.upperBound <= bytes.count else { return nil }
    let lines = table.lines(of: cited)
    return citation.lines.contains(lines.lowerBound) && citation.lines.contains(lines.upperBound)
      ? cited : nil
  }

  /// Why `place` is `nil`.
  private func whyNoPlace(
    _ citation: Citation, in table: LineTable, of bytes: [UInt8]
  ) -> String {
    guard let cited = citation.bytes, citation.lines.upperBound <= table.count else {
      return "it has \(table.count) lines, so \(citation) is not in it"
    }
    guard cited.upperBound <= bytes.count else {
      return "it has \(bytes.count) bytes, so \(citation) is not in it"
    }
    let lines = table.lines(of: cited)
    let place =
      lines.count == 1
      ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)-\(lines.upperBound)"
    return "the bytes of \(citation) are on \(place)"
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
    // More lines than the file has mean all of them.
    let context = min(max(0, context), table.count)
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
      lines: first...last, document: document, absence: nil, isSearchComplete: true)
  }

  /// The first passage of the index with this hash, one of the same file before others.
  private func indexed(_ citation: Citation, hash: String) throws -> Citation? {
    let passages = try index.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(StoredPassage.columns) FROM \(StoredPassage.tables)
          WHERE lower(hex(substr(passage.digest, 1, 4))) = ?
          ORDER BY document.path <> ?, document.path, passage.ordinal
          """, arguments: [hash, citation.path]
      ).map { try StoredPassage(row: $0) }
    }
    for passage in passages {
      if let cited = citation.bytes, cited.count != passage.bytes.count { continue }
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
}
