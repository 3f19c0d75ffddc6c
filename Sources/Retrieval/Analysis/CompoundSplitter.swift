/// Takes a chunk such as `GPT-2`, `snake_case`, `nanoGPT`, `C++` or `3.11.2` apart into the pieces
/// under which people look for it.
enum CompoundSplitter {
  /// Where the pieces of a chunk lie, as ranges of indices into it.
  ///
  /// Cuts at connecting signs, where the case changes as in `camelCase` and `HTTPServer`, and between
  /// letters and digits; a piece of one letter is never cut off (`iPhone`, `d32`, `PhD` stay whole).
  static func pieces(of chunk: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start: Int?
    for index in chunk.indices {
      if isPart(chunk[index]) {
        start = start ?? index
      } else if let first = start {
        pieces += humps(of: chunk[first..<index])
        start = nil
      }
    }
    if let first = start { pieces += humps(of: chunk[first..<chunk.endIndex]) }
    return pieces
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    isApostrophe(scalar) || ScalarClass(scalar) != .separator
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{02BC}"
  }

  private static func humps(of piece: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
    let whole = piece.startIndex..<piece.endIndex
    guard piece.count >= 4 else { return [whole] }
    var cuts: [Int] = []
    for index in piece.indices.dropFirst() where isHump(in: piece, at: index) { cuts.append(index) }
    guard !cuts.isEmpty else { return [whole] }
    let bounds = [whole.lowerBound] + cuts + [whole.upperBound]
    let ranges = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    let isNumber = { (range: Range<Int>) in isDigit(piece[range.lowerBound]) }
    return ranges.allSatisfy { $0.count >= 2 || isNumber($0) } ? ranges : [whole]
  }

  private static func isHump(in piece: ArraySlice<Unicode.Scalar>, at index: Int) -> Bool {
    let before = piece[index - 1]
    let here = piece[index]
    if isDigit(before) != isDigit(here) { return true }
    guard isUpper(here) else { return false }
    if !isUpper(before) && !isApostrophe(before) { return true }
    // The last capital of a run begins the next word: HTTP|Server; but LLMs is a plural.
    let next = index + 1
    guard next < piece.endIndex, isUpper(before), isLower(piece[next]) else { return false }
    return !(piece[next] == "s" && next + 1 == piece.endIndex)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value &- 0x30 < 10
  }

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value &- 0x41 < 26 : scalar.properties.isUppercase
  }

  private static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value &- 0x61 < 26 : scalar.properties.isLowercase
  }
}
