/// Words whose full stop does not end a sentence.
enum Abbreviations {
  private static let words: Set<String> = [
    "al", "approx", "ca", "cf", "co", "corp", "dr", "ed", "e.g", "eq", "esp", "est", "fig", "figs",
    "i.e", "inc", "jr", "ltd", "mr", "mrs", "ms", "no", "nos", "p", "pp", "prof", "ref", "resp",
    "sec", "sr", "st", "univ", "vol", "vs", "z.b", "d.h", "bzw", "usw",
  ]

  /// Whether the full stop at `index` belongs to an abbreviation or an initial.
  static func end(_ text: [UInt8], at index: Int, from start: Int) -> Bool {
    var first = index
    while first > start, index - first < 8,
      ByteClass.isLetter(text[first - 1]) || (text[first - 1] == 0x2E && first < index)
    {
      first -= 1
    }
    guard first < index, first == start || !ByteClass.isWord(text[first - 1]) else { return false }
    // An initial: `A. Turing`. The pronoun ends sentences.
    if index - first == 1 { return text[first] < 0x61 && text[first] != 0x49 }
    let word = String(decoding: text[first..<index], as: UTF8.self)
    // `No.` and `Co.` abbreviate; `no.` is an answer.
    if word == "no" || word == "st" || word == "co" { return false }
    return words.contains(word.lowercased())
  }
}
