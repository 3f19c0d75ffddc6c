/// Reading a `precompiled_charsmap`.
extension CharacterRules {
  /// A normalisation that replaces nothing has a charsmap of no bytes.
  ///
  /// The bytes are the length of a trie as 4 bytes, the trie as a double array of 32-bit units
  /// (darts-clone), and the replacements, each ended by a 0. The trie is walked once, from the root down,
  /// and every key becomes a rule.
  ///
  /// - Parameters:
  ///   - charsmap: The bytes.
  ///   - path: The file that they come from, for errors.
  /// - Throws: `malformed` where they are cut off, or name places outside, or name more keys than the trie
  ///   has units for in a sound file.
  init(charsmap: ArraySlice<UInt8>, path: String) throws(EncoderError) {
    guard !charsmap.isEmpty else { return }
    let walker = try CharsmapWalker(charsmap, path: path)
    self = try walker.rules()
  }
}

/// Walks the trie of a charsmap.
private struct CharsmapWalker {
  private let path: String
  private var units: [UInt32] = []
  private let replacements: ArraySlice<UInt8>
  /// Sound files share endings, so that they have more keys than units, but by far not as many.
  private static let mostSteps = 2_000_000

  init(_ charsmap: ArraySlice<UInt8>, path: String) throws(EncoderError) {
    self.path = path
    guard charsmap.count >= 4 else { throw Self.malformed(path) }
    let start = charsmap.startIndex
    func number(_ at: Int) -> UInt32 {
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(charsmap[at + $1]) << UInt32(8 * $1) }
    }
    let length = Int(number(start))
    guard length % 4 == 0, length <= charsmap.count - 4 else { throw Self.malformed(path) }
    units = (0..<(length / 4)).map { number(start + 4 + 4 * $0) }
    replacements = charsmap[(start + 4 + length)...]
  }

  func rules() throws(EncoderError) -> CharacterRules {
    var rules = CharacterRules()
    var pending: [(place: Int, key: [UInt8])] = units.isEmpty ? [] : [(0, [])]
    var steps = 0
    while let (place, key) = pending.popLast() {
      steps += 1
      guard steps <= Self.mostSteps, key.count <= CharacterRules.longestKey else {
        throw Self.malformed(path)
      }
      let unit = units[place]
      // The offset's unit may be 256 places (darts-clone: bit 9), and is relative to the node.
      let base = place ^ Int((unit >> 10) << ((unit & 0x200) >> 6))
      if unit >> 8 & 1 == 1 {
        guard base < units.count else { throw Self.malformed(path) }
        rules.add(key, becomes: try replacement(at: Int(units[base] & 0x7fff_ffff)))
      }
      for byte in UInt32(1)...255 {
        let child = base ^ Int(byte)
        if child < units.count, units[child] & 0x8000_00ff == byte {
          pending.append((child, key + [UInt8(byte)]))
        }
      }
    }
    return rules
  }

  private func replacement(at offset: Int) throws(EncoderError) -> ArraySlice<UInt8> {
    guard offset < replacements.count else { throw Self.malformed(path) }
    let rest = replacements.dropFirst(offset)
    guard let end = rest.prefix(CharacterRules.longest + 1).firstIndex(of: 0) else {
      throw Self.malformed(path)
    }
    return rest[..<end]
  }

  private static func malformed(_ path: String) -> EncoderError {
    .malformed(path: path, reason: "its table of normalised characters is damaged")
  }
}
