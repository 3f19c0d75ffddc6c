import Encoder
import Foundation
import LinearAlgebra
import Testing

/// multilingual-e5-small against its references.
@Suite(.enabled(if: MultilingualModel.isInstalled, "\(MultilingualModel.advice)"))
struct MultilingualModelTests {
  @Test func idsEqualTheReference() throws {
    let entries = try MultilingualModel.lines(
      "multilingual.jsonl", as: MultilingualModel.Entry.self)
    #expect(entries.count >= 300)
    var pass = try UnigramTokenizer(directory: ModelDirectory.locate(MultilingualModel.name))
      .makePass()
    for entry in entries {
      let tokenized = pass.tokenize(entry.text, limit: 512)
      #expect(tokenized.ids == entry.ids, "\(entry.text.prefix(80).debugDescription)")
      #expect(tokenized.words.count == tokenized.ids.count)
    }
  }

  @Test(arguments: zip(Precision.allCases, [0.9999, 0.98]))
  func vectorsEqualTheReference(precision: Precision, least: Double) throws {
    let entries = try MultilingualModel.lines(
      "multilingual_vectors.jsonl", as: MultilingualModel.VectorEntry.self)
    let reference = try MultilingualModel.vectors(count: entries.count)
    let encoder = try MultilingualModel.encoder(precision)
    var cosines: [Double] = []
    for (entry, expected) in zip(entries, reference) {
      let vectors = try encoder.encode([entry.text], as: entry.textRole).vectors
      cosines.append(Fixture.cosine(vectors[row: 0], expected))
      #expect(cosines.last ?? 0 >= least, "\(entry.text.prefix(80).debugDescription)")
    }
    let mean = cosines.reduce(0, +) / Double(cosines.count)
    print("multilingual, \(precision): cosine mean \(mean), worst \(cosines.min() ?? 0)")
  }

  @Test func settings() throws {
    let encoder = try MultilingualModel.encoder()
    #expect(encoder.dimensions == 384 && encoder.maximumTokens == 512)
    #expect(try ModelDirectory.locate(MultilingualModel.name).verifyChecksum())
    #expect(encoder.tokenize([""], as: .query)[0].ids == [0, 41, 1294, 12, 2])
    #expect(encoder.tokenize([""], as: .passage)[0].ids == [0, 46692, 12, 2])
    #expect(encoder.knows("water") && !encoder.knows("waterzooi"))
  }

  @Test func questionsGiveTheirWords() throws {
    let encoder = try MultilingualModel.encoder()
    let german = try encoder.encode(question: "Wie heißt das Zwölffingerdarmgeschwür?")
    #expect(german.words.first == "Wie" && german.words.last == "?")
    #expect(german.words.count { $0 == "Zwölffingerdarmgeschwür" } > 1)
    #expect(german.tokens.rows == german.words.count)
    // Of a script without spaces each piece is a word.
    let japanese = try encoder.encode(question: "やかんが鳴った。")
    // The space before the first word is a piece of it.
    #expect(japanese.words.dropFirst().joined() == "やかんが鳴った。")
    #expect(japanese.words.count > 3)
  }

  @Test func longTextsAreCutOff() throws {
    let encoded = try MultilingualModel.encoder()
      .encode(["kurz", String(repeating: "Wort ", count: 600)], as: .passage)
    #expect(encoded.truncated == [1])
    #expect(encoded.signs[1].rows == 510)
  }
}
