/// The word pieces of a BERT model and its special tokens, from `vocab.txt`.
package struct WordPieceVocabulary: Sendable {
  /// A special token, which is also recognised where a text spells it out.
  struct Special: Sendable {
    let bytes: [UInt8]
    let id: Int32
  }

  /// Stands for a word that the pieces cannot make.
  let unknown: Int32
  /// Begins every text.
  let start: Int32
  /// Ends every text.
  let end: Int32
  /// All special tokens that the vocabulary has.
  let specials: [Special]
  let table: PieceTable

  /// Number of tokens.
  package var count: Int { table.count }

  /// Reads the bytes of a `vocab.txt`.
  ///
  /// - Parameters:
  ///   - path: The file's path, for errors.
  ///   - limit: The number of rows of the embedding: no id may reach it.
  /// - Throws: `malformed` where there are too many lines, or a special token is missing.
  package init(_ bytes: [UInt8], path: String, limit: Int) throws(EncoderError) {
    guard bytes.count <= PieceTable.mostBytes else {
      throw .malformed(path: path, reason: "it has \(bytes.count) bytes")
    }
    table = PieceTable(bytes)
    guard table.count <= limit else {
      throw .malformed(
        path: path, reason: "it has \(table.count) lines, and the model \(limit) tokens")
    }
    unknown = try Self.require("[UNK]", table, path)
    start = try Self.require("[CLS]", table, path)
    end = try Self.require("[SEP]", table, path)
    var specials: [Special] = []
    for name in ["[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"] {
      if let id = table.id(of: name) {
        specials.append(Special(bytes: Array(name.utf8), id: id))
      }
    }
    self.specials = specials
  }

  private static func require(
    _ name: String, _ table: PieceTable, _ path: String
  ) throws(EncoderError) -> Int32 {
    guard let id = table.id(of: name) else {
      throw .malformed(path: path, reason: "it has no \(name)")
    }
    return id
  }
}
