import Corpus
import Testing

@Suite struct PieceCounterTests {
  @Test(arguments: [
    ("", 0), ("   ", 0), ("word", 1), ("Attention is all you need.", 7), ("a-b_c", 5), ("12345", 2),
    ("漢字", 2), ("，。", 2), ("don't", 3), ("naïve", 2), ("GPU", 2), ("OpenAI", 2), ("e\u{301}", 1),
    ("😀😀", 2), ("مرحبا", 3),
    ("x1y", 3), ("→", 1), ("\u{200B}", 0),
  ])
  func counts(text: String, pieces: Int) {
    #expect(PieceCounter.count(text) == pieces)
  }

  @Test func longWordsCountMore() {
    let counts = (1...40).map { PieceCounter.count(String(repeating: "x", count: $0)) }
    #expect(counts.first == 1)
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(counts.last.map { (5...10).contains($0) } == true)
  }

  @Test func hardlyLessForPartsThanForTheWhole() {
    let text = "Retrieval-augmented generation, naïvely: 3.14 検索 поиск!"
    let scalars = Array(text.unicodeScalars)
    for cut in 0...scalars.count {
      var left = String.UnicodeScalarView()
      left.append(contentsOf: scalars[..<cut])
      var right = String.UnicodeScalarView()
      right.append(contentsOf: scalars[cut...])
      let parts = PieceCounter.count(String(left)) + PieceCounter.count(String(right))
      #expect(parts + 1 >= PieceCounter.count(text))
    }
  }

  @Test(arguments: 0..<4)
  func countsAsTheRulesSay(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 300)
    let scalars = Array(
      "aaaabzABZ0129 \t\u{7F}.,-_éŁ\u{301}\u{200B}ßжя漢한ض→😀\u{1F1E6}".unicodeScalars)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        // Runs of one scalar, as long words and numbers are.
        let scalar = scalars.randomElement(using: &random) ?? "a"
        let count = Int.random(in: 1...9, using: &random)
        text.append(contentsOf: repeatElement(scalar, count: count))
      }
      #expect(PieceCounter.count(String(text)) == PieceRules.count(String(text)), "\(text)")
    }
  }
}
