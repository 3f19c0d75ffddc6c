internal import LinearAlgebra

/// Reading the vocabulary of a `BlockFile`.
extension UnigramVocabulary {
  /// - Throws: `malformed` where a piece lies outside, an id is none, or a character is none.
  init(blockFile: BlockFile) throws(EncoderError) {
    let (file, places) = (blockFile.file, blockFile.vocabulary)
    let ids = Int32(0)..<Int32(clamping: places.count)
    guard ids.contains(places.start), ids.contains(places.end), ids.contains(places.unknown) else {
      throw .malformed(path: file.path, reason: "its special tokens are not in its vocabulary")
    }
    self.init(unknown: places.unknown, start: places.start, end: places.end)
    let offsets = Self.numbers(file, places.offsets)
    let scores = Self.numbers(file, places.scores).map { Float(bitPattern: $0) }
    let bytes = file.bytes(in: places.pieces)
    let specials = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"].map { Array($0.utf8)[...] }
    for id in 0..<places.count {
      guard offsets[id] <= offsets[id + 1], Int(offsets[id + 1]) <= bytes.count else {
        throw .malformed(path: file.path, reason: "its piece \(id) lies outside")
      }
      let piece = bytes[Int(offsets[id])..<Int(offsets[id + 1])]
      if !specials.contains(piece) { add(piece, id: Int32(id), score: scores[id]) }
    }
    try readRules(file, places)
  }

  private mutating func readRules(
    _ file: MappedFile, _ places: BlockFile.VocabularyPlaces
  ) throws(EncoderError) {
    let damaged = EncoderError.malformed(
      path: file.path, reason: "its table of normalised characters is damaged")
    let bytes = file.bytes(in: places.rules)
    var singles: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    var place = 0
    func scalar() throws(EncoderError) -> Unicode.Scalar {
      guard place + 4 <= bytes.count else { throw damaged }
      let value = bytes[place..<(place + 4)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      guard let scalar = Unicode.Scalar(value) else { throw damaged }
      place += 4
      return scalar
    }
    for _ in 0..<places.ruleCount {
      let key = try scalar()
      guard place < bytes.count else { throw damaged }
      let count = Int(bytes[place])
      place += 1
      var becomes: [Unicode.Scalar] = []
      for _ in 0..<count { becomes.append(try scalar()) }
      guard becomes.count * 4 <= CharacterRules.longest, key.value > 0 else { throw damaged }
      singles[key] = becomes
      rules.add([key], becomes: becomes)
    }
    rules.addCompositions(singles: singles)
  }

  private static func numbers(_ file: MappedFile, _ range: Range<Int>) -> [UInt32] {
    file.withBytes(in: range) { bytes in
      (0..<(bytes.count / 4)).map { index in
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[4 * index + $1]) << UInt32(8 * $1) }
      }
    }
  }
}
