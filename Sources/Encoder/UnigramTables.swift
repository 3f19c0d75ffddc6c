internal import Foundation
internal import LinearAlgebra

/// A unigram vocabulary in the form in which texts are cut with it: tries that are mapped from a file in
/// the user's cache, so that a start costs no reading of a quarter of a million pieces.
///
/// After the header of `CachedFile` follow 16 numbers of 32 bits, the two tries as units of 64 bits, a
/// score for each id as a 32-bit float, and the replacements of characters, each after its length in one
/// byte.
package struct UnigramTables: Sendable {
  /// A trie over the pieces, with their ids as values.
  let pieces: MappedVector<UInt64>
  /// A trie over the characters that are replaced; a value is a place in `replacements`.
  let rules: MappedVector<UInt64>
  /// The bits of a float for each id.
  let scores: MappedVector<UInt32>
  let replacements: MappedVector<UInt8>
  let unknown: Int32
  let start: Int32
  let end: Int32
  /// The score of a character that no piece has: well below the lowest of the pieces.
  let unknownScore: Float
  /// Whether pieces may reach from one word into the next.
  let joinsWords: Bool

  private static let magic = "FNUNIGR1"
  private static let numbers = 16
  /// SentencePiece's `kUnkPenalty`.
  private static let unknownPenalty: Float = 10

  /// Maps what was made from the vocabulary before, or makes it.
  ///
  /// - Parameters:
  ///   - digest: Hex digits that tell one vocabulary from another.
  ///   - path: The vocabulary's file, for errors.
  ///   - limit: The number of rows of the embedding: no id may reach it.
  ///   - read: Reads the vocabulary; called only where there is nothing from before.
  /// - Throws: What `read` throws; `malformed` where an id is too large or the vocabulary too large.
  init(
    digest: String, path: String, limit: Int, environment: [String: String],
    read: () throws(EncoderError) -> UnigramVocabulary
  ) throws(EncoderError) {
    let cache = CachedFile(
      magic: Self.magic, fingerprint: digest, kind: "unigram", environment: environment)
    if let file = cache.read(), let tables = Self(file), tables.scores.count <= limit {
      self = tables
      return
    }
    let vocabulary = try read()
    let largest = max(
      vocabulary.ids.max() ?? 0, vocabulary.unknown, vocabulary.start, vocabulary.end)
    guard Int(largest) < limit else {
      throw .malformed(
        path: path, reason: "it has the id \(largest), and the model \(limit) tokens")
    }
    guard let contents = Self.contents(vocabulary, count: Int(largest) + 1) else {
      throw .malformed(path: path, reason: "its vocabulary is too large")
    }
    do {
      let file = try cache.keep(contents)
      guard let tables = Self(file) else {
        throw EncoderError.unreadable(path: file.path, reason: "it is not what was written")
      }
      self = tables
    } catch let error as EncoderError {
      throw error
    } catch {
      throw .unreadable(path: path, reason: String(describing: error))
    }
  }

  /// Looks at tables in a file; `nil` where their lengths do not fit the file's.
  private init?(_ file: MappedFile) {
    let start = CachedFile.headerLength
    guard let numbers = MappedVector<UInt32>(file: file, offset: start, count: Self.numbers) else {
      return nil
    }
    var offset = start + 4 * Self.numbers
    let counts = (0..<4).map { Int(numbers[$0]) }
    guard let pieces = MappedVector<UInt64>(file: file, offset: offset, count: counts[0]) else {
      return nil
    }
    offset += 8 * counts[0]
    guard let rules = MappedVector<UInt64>(file: file, offset: offset, count: counts[1]) else {
      return nil
    }
    offset += 8 * counts[1]
    guard let scores = MappedVector<UInt32>(file: file, offset: offset, count: counts[2]) else {
      return nil
    }
    offset += 4 * counts[2]
    guard let replacements = MappedVector<UInt8>(file: file, offset: offset, count: counts[3]),
      offset + counts[3] == file.count
    else { return nil }
    (self.pieces, self.rules, self.scores) = (pieces, rules, scores)
    self.replacements = replacements
    unknown = Int32(bitPattern: numbers[4])
    self.start = Int32(bitPattern: numbers[5])
    end = Int32(bitPattern: numbers[6])
    unknownScore = Float(bitPattern: numbers[7])
    joinsWords = numbers[8] != 0
    guard [unknown, self.start, end].allSatisfy({ $0 >= 0 && $0 < scores.count }) else {
      return nil
    }
  }

  /// What the file holds after its header; nil where there are too many pieces or rules.
  private static func contents(_ vocabulary: UnigramVocabulary, count: Int) -> [UInt8]? {
    var replacements: [UInt8] = []
    var places: [Int32] = []
    let rules = vocabulary.rules
    for index in 0..<rules.values.count {
      let value = rules.values[index]
      guard value.count <= CharacterRules.longest else { return nil }
      places.append(Int32(replacements.count))
      replacements.append(UInt8(value.count))
      replacements += value
    }
    guard let pieceUnits = TrieBuilder.units(of: vocabulary.pieces, values: vocabulary.ids),
      let ruleUnits = TrieBuilder.units(of: rules.keys, values: places)
    else { return nil }
    var scores = [UInt32](repeating: 0, count: count)
    for (id, score) in zip(vocabulary.ids, vocabulary.scores) {
      scores[Int(id)] = score.bitPattern
    }
    let unknownScore = vocabulary.lowestScore - unknownPenalty
    var numbers = [
      UInt32(pieceUnits.count), UInt32(ruleUnits.count), UInt32(count), UInt32(replacements.count),
      UInt32(bitPattern: vocabulary.unknown), UInt32(bitPattern: vocabulary.start),
      UInt32(bitPattern: vocabulary.end), unknownScore.bitPattern, vocabulary.joinsWords ? 1 : 0,
    ]
    numbers += [UInt32](repeating: 0, count: Self.numbers - numbers.count)
    var bytes: [UInt8] = []
    for number in numbers { bytes.append(littleEndian: number) }
    for unit in pieceUnits + ruleUnits { bytes.append(littleEndian: unit) }
    for score in scores { bytes.append(littleEndian: score) }
    return bytes + replacements
  }
}

extension [UInt8] {
  fileprivate mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    for shift in Swift.stride(from: 0, to: Number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }
}
