/// Turns text into terms. The index and every question go through the same analyzer, so that what is
/// stored and what is looked up always agree.
///
///     Analyzer().terms(of: "Training GPT-2 in C++").map(\.text)
///     // ["train", "gpt2", "gpt", "2", "in", "c++", "c"]
///
/// Words are folded (see `TextNormalizer`) and stemmed with Snowball's English stemmer; runs of scripts
/// that are written without spaces become overlapping bigrams. Keeps a memory of stems, so it is not to
/// be shared between threads.
package final class Analyzer {
  /// Raised whenever the terms of some text change, so that an index of another version is rebuilt.
  package static let version = 1

  /// Whether terms are made for storing or for looking up.
  package enum Purpose: Sendable, Hashable {
    /// Every character of an unspaced script begins a term, so that a single one is found by its prefix.
    case index
    /// Only terms that narrow the search.
    case query
  }

  private let stemmer = Stemmer(language: "english")
  private var stems: [String: String] = [:]
  /// Longer words are almost always noise (hashes, encoded data) and are cut here.
  private static let maximumLength = 64

  package init() {}

  /// The terms of a text in the order in which they stand; the whole of a compound precedes its pieces.
  ///
  /// Complexity: O(length of `text`).
  package func terms(of text: String, for purpose: Purpose = .index) -> [Term] {
    terms(of: Array(text.unicodeScalars), for: purpose)
  }

  /// The terms of a text that is at hand as scalars.
  package func terms(of scalars: [Unicode.Scalar], for purpose: Purpose = .index) -> [Term] {
    var terms: [Term] = []
    var index = 0
    while index < scalars.count {
      switch ScalarClass(scalars[index]) {
      case .separator where startsDotWord(scalars, at: index), .word:
        index = appendChunk(of: scalars, from: index, to: &terms)
      case .unspaced:
        index = appendBigrams(of: scalars, from: index, for: purpose, to: &terms)
      case .emoji:
        index = appendEmoji(of: scalars, from: index, to: &terms)
      case .mark, .separator:
        index += 1
      }
    }
    return terms
  }

  // MARK: Words and compounds

  /// `.NET`, but not the full stop of `end.Next` or an ellipsis.
  private func startsDotWord(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard scalars[index] == ".", index + 1 < scalars.count else { return false }
    guard case .word = ScalarClass(scalars[index + 1]) else { return false }
    guard index > 0 else { return true }
    return scalars[index - 1].properties.isWhitespace || scalars[index - 1] == "("
  }

  private func appendChunk(
    of scalars: [Unicode.Scalar], from start: Int, to terms: inout [Term]
  ) -> Int {
    let end = endOfChunk(scalars, from: start)
    let chunk = scalars[start..<end]
    let pieces = CompoundSplitter.pieces(of: chunk)
    let hasSigns = chunk.first == "." || chunk.last == "+" || chunk.last == "#"
    if pieces.count == 1 && !hasSigns {
      append(chunk, range: start..<end, role: .word, to: &terms)
    } else if pieces.count == 1 {
      appendVerbatim(chunk, range: start..<end, to: &terms)
      append(scalars[pieces[0]], range: pieces[0], role: .bare, to: &terms)
    } else {
      appendWhole(chunk, range: start..<end, to: &terms)
      for piece in pieces { append(scalars[piece], range: piece, role: .word, to: &terms) }
    }
    return end
  }

  /// The end of a run of word characters, connecting signs between them and `+` or `#` after them.
  private func endOfChunk(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var index = start + 1
    while index < scalars.count {
      switch ScalarClass(scalars[index]) {
      case .word, .mark:
        index += 1
      case .separator where connects(scalars, at: index):
        index += 2
      default:
        return endWithSigns(scalars, from: start, to: index)
      }
    }
    return index
  }

  private func connects(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 1 < scalars.count, case .word = ScalarClass(scalars[index + 1]) else {
      return false
    }
    switch scalars[index] {
    case "-", "_", ".", "&", "'", "\u{2019}", "\u{02BC}", "\u{2010}", "\u{2011}", "\u{00AD}":
      return true
    case ",":
      let isDigit = { (scalar: Unicode.Scalar) in scalar.value &- 0x30 < 10 }
      return isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
    default:
      return false
    }
  }

  /// Takes in the signs of `C++`, `C#` and `g++`, where a letter stands before and no word behind.
  private func endWithSigns(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Int {
    guard end - start <= 3, scalars[end - 1].properties.isAlphabetic else { return end }
    var index = end
    while index < scalars.count, index - end < 2, scalars[index] == "+" || scalars[index] == "#" {
      index += 1
    }
    if index < scalars.count, case .word = ScalarClass(scalars[index]) { return end }
    return index
  }

  private func append(
    _ scalars: ArraySlice<Unicode.Scalar>, range: Range<Int>, role: Term.Role,
    to terms: inout [Term]
  ) {
    let word = withoutApostrophes(TextNormalizer.fold(scalars))
    guard !word.isEmpty else { return }
    terms.append(Term(text: stem(word), word: word, range: range, role: role))
  }

  /// A compound as one term: hyphens and changes of case leave no trace (`GPT-2`, `gpt2`), signs that
  /// make a name what it is (`node.js`, `snake_case`, `AT&T`) stay.
  private func appendWhole(
    _ chunk: ArraySlice<Unicode.Scalar>, range: Range<Int>, to terms: inout [Term]
  ) {
    let kept = chunk.filter { !["-", ",", "\u{2010}", "\u{2011}", "\u{00AD}"].contains($0) }
    let word = withoutApostrophes(TextNormalizer.fold(kept[...]))
    guard !word.isEmpty else { return }
    terms.append(Term(text: clipped(word), word: word, range: range, role: .compound))
  }

  private func appendVerbatim(
    _ chunk: ArraySlice<Unicode.Scalar>, range: Range<Int>, to terms: inout [Term]
  ) {
    let word = TextNormalizer.fold(chunk)
    terms.append(Term(text: clipped(word), word: word, range: range, role: .word))
  }

  private func withoutApostrophes(_ word: String) -> String {
    guard word.unicodeScalars.contains(where: CompoundSplitter.isApostrophe) else { return word }
    var scalars = Array(word.unicodeScalars)
    if scalars.count > 2, scalars.last == "s",
      CompoundSplitter.isApostrophe(scalars[scalars.count - 2])
    {
      scalars.removeLast(2)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.filter { !CompoundSplitter.isApostrophe($0) })
    return String(text)
  }

  private func stem(_ word: String) -> String {
    if let known = stems[word] { return known }
    let isEnglish = word.utf8.count >= 3 && word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    let stem = clipped(isEnglish ? (stemmer?.stem(word) ?? word) : word)
    stems[word] = stem
    return stem
  }

  private func clipped(_ word: String) -> String {
    word.utf8.count <= Self.maximumLength ? word : String(word.prefix(Self.maximumLength))
  }

  // MARK: Scripts without spaces

  private func appendBigrams(
    of scalars: [Unicode.Scalar], from start: Int, for purpose: Purpose, to terms: inout [Term]
  ) -> Int {
    var characters: [(text: String, range: Range<Int>)] = []
    var index = start
    while index < scalars.count, case .unspaced = ScalarClass(scalars[index]) {
      var end = index + 1
      while end < scalars.count, isUnspacedMark(scalars[end]) { end += 1 }
      characters.append((TextNormalizer.fold(scalars[index..<end]), index..<end))
      index = end
    }
    for (left, right) in zip(characters, characters.dropFirst()) {
      let text = left.text + right.text
      let range = left.range.lowerBound..<right.range.upperBound
      terms.append(Term(text: text, word: text, range: range, role: .bigram))
    }
    if let last = characters.last, purpose == .index || characters.count == 1 {
      terms.append(Term(text: last.text, word: last.text, range: last.range, role: .character))
    }
    return index
  }

  private func isUnspacedMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value == 0xFF9E || scalar.value == 0xFF9F { return true }
    if case .mark = ScalarClass(scalar) { return true }
    return false
  }

  private func appendEmoji(
    of scalars: [Unicode.Scalar], from start: Int, to terms: inout [Term]
  ) -> Int {
    var end = start + 1
    while end < scalars.count {
      if case .mark = ScalarClass(scalars[end]) {
        end += 1
      } else if scalars[end - 1].value == 0x200D, case .emoji = ScalarClass(scalars[end]) {
        end += 1
      } else {
        break
      }
    }
    let text = TextNormalizer.fold(scalars[start..<end])
    let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0x200D }))
    if !kept.isEmpty {
      terms.append(Term(text: kept, word: kept, range: start..<end, role: .word))
    }
    return end
  }
}
