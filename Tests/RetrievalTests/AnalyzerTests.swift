import Retrieval
import Testing

struct AnalyzerTests {
  private func terms(_ text: String, _ purpose: Analyzer.Purpose = .index) -> [String] {
    Analyzer().terms(of: text, for: purpose).map(\.text)
  }

  @Test(arguments: [
    ("Models are trained", ["model", "are", "train"]),
    ("GPT-2", ["gpt2", "gpt", "2"]),
    ("GPT2", ["gpt2", "gpt", "2"]),
    ("snake_case", ["snake_case", "snake", "case"]),
    ("camelCase", ["camelcase", "camel", "case"]),
    ("HTTPServer", ["httpserver", "http", "server"]),
    ("LLMs", ["llms"]),
    ("iPhone", ["iphon"]),
    ("PhD", ["phd"]),
    ("C++ and C#", ["c++", "c", "and", "c#", "c"]),
    (".NET", [".net", "net"]),
    ("end.Next", ["end.next", "end", "next"]),
    ("v3.11.2", ["v3.11.2", "v3", "11", "2"]),
    ("1,000 lines", ["1000", "1", "000", "line"]),
    ("AT&T", ["at&t", "at", "t"]),
    ("d32", ["d32"]),
    ("Karpathy's don't", ["karpathi", "dont"]),
    ("Café naïve Straße", ["cafe", "naiv", "strass"]),
    ("ＦＵＬＬ width", ["full", "width"]),
    ("Łódź Ørsted", ["lodz", "orst"]),
    ("🦠 bacteria", ["🦠", "bacteria"]),
    ("नमस्ते", ["नमस्ते"]),
    ("…—!?", []),
    ("", []),
  ])
  func cutsIntoTerms(text: String, expected: [String]) {
    #expect(terms(text) == expected)
  }

  @Test func writesUnspacedScriptsAsBigrams() {
    #expect(terms("大语言模型") == ["大语", "语言", "言模", "模型", "型"])
    #expect(terms("大语言模型", .query) == ["大语", "语言", "言模", "模型"])
    #expect(terms("型", .query) == ["型"])
    #expect(terms("ｶﾞｲﾄﾞ") == terms("ガイド"))
  }

  @Test func findsInAnyNormalForm() {
    #expect(terms("cafe\u{301}") == terms("caf\u{E9}"))
    #expect(terms("İstanbul") == terms("istanbul"))
  }

  @Test func rangesNameTheWordsInTheSource() {
    let text = "Über GPT-2’s “ghosts” 幽灵"
    let scalars = Array(text.unicodeScalars)
    for term in Analyzer().terms(of: text) {
      let piece = String(String.UnicodeScalarView(scalars[term.range]))
      #expect(!piece.isEmpty)
      if term.role == .bigram { #expect(piece == term.text) }
    }
    let ghosts = Analyzer().terms(of: text).first { $0.text == "ghost" }
    #expect(ghosts.map { String(String.UnicodeScalarView(scalars[$0.range])) } == "ghosts")
  }

  /// The stored terms must survive the tokenizer, which splits at white space and quotes.
  @Test func termsHoldNoSeparators() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<40 {
        let value = UInt32.random(in: 1...0x2FFFF, using: &generator)
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
      }
      for term in Analyzer().terms(of: String(view)) {
        #expect(!term.text.isEmpty)
        #expect(!term.text.contains("\""))
        #expect(term.range.upperBound <= view.count)
      }
    }
  }

  @Test func longWordsAreCut() {
    let terms = terms(String(repeating: "x", count: 10_000))
    #expect(terms.count == 1)
    #expect(terms[0].count == 64)
  }
}
