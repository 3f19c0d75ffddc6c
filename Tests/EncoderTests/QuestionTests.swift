import Encoder
import LinearAlgebra
import Testing

/// Questions and passages token by token.
@Suite struct QuestionTests {
  @Test func theWholeIsTheVectorOfTheText() throws {
    let encoder = try Fixture.encoder()
    for text in ["why ghosts rather than animals?", "", "幽灵", "GPT-2's d32"] {
      let question = try encoder.encode(question: text)
      let vectors = try encoder.encode([text], as: .query).vectors
      #expect(Fixture.cosine(question.vector[...], Array(vectors[row: 0])) > 0.999_999)
    }
  }

  @Test func everyTokenHasItsWord() throws {
    let question = try Fixture.encoder().encode(question: "Is MirageLSD real?")
    #expect(question.words.first == "is" && question.words.last == "?")
    #expect(question.words.count { $0 == "miragelsd" } > 1)
    #expect(question.tokens.rows == question.words.count)
    for row in 0..<question.tokens.rows {
      let squares = question.tokens[row: row].reduce(0) { $0 + $1 * $1 }
      #expect(abs(squares - 1) < 1e-4)
    }
  }

  @Test func passagesKeepTheSignsOfTheSameTokens() throws {
    let encoder = try Fixture.encoder()
    let texts = ["one small lighthouse", "", "a second, longer text about ghosts and animals"]
    let encoded = try encoder.encode(texts, as: .passage)
    #expect(encoded.signs.count == texts.count)
    for (text, signs) in zip(texts, encoded.signs) {
      let tokens = try encoder.encode(question: text).tokens
      #expect(signs.rows == tokens.rows && signs.columns == 384)
      let expected = SignCodes(
        of: tokens.values.span, Block(rows: tokens.rows, columns: tokens.columns))
      // The last bits of a number depend on what it is encoded with, and with them a sign near 0.
      let different = zip(signs.bytes, expected.bytes).reduce(0) {
        $0 + ($1.0 ^ $1.1).nonzeroBitCount
      }
      #expect(different <= signs.bytes.count * 8 / 1000)
    }
    #expect(try encoder.encode(texts, as: .query).signs.isEmpty)
  }

  @Test func longQuestionsAreCutOff() throws {
    let question = try Fixture.encoder().encode(
      question: String(repeating: "lighthouse ", count: 400))
    #expect(question.tokens.rows == 254)
    #expect(Set(question.words) == ["lighthouse"])
  }
}
