import Encoder
import Foundation
import LinearAlgebra
import Testing

@Suite struct BERTEncoderTests {
  @Test func vectorsEqualTheReference() throws {
    let reference = try Reference.load()
    let encoded = try Fixture.encoder(.float32)
      .encode(reference.entries.map(\.text), as: .passage)
    var worst = 1.0
    for (row, entry) in reference.entries.enumerated() {
      let cosine = Fixture.cosine(encoded.vectors[row: row], reference.vectors[row])
      worst = min(worst, cosine)
      #expect(cosine >= 0.9999, "\(entry.text.prefix(80).debugDescription)")
    }
    print("worst cosine to the reference: \(worst)")
  }

  @Test func idsEqualTheReference() throws {
    let reference = try Reference.load()
    let tokenized = try Fixture.encoder().tokenize(reference.entries.map(\.text), as: .passage)
    #expect(tokenized.map(\.ids) == reference.entries.map(\.ids))
  }

  @Test func integersStayNearTheReference() throws {
    let reference = try Reference.load()
    let encoded = try Fixture.encoder(.int8).encode(reference.entries.map(\.text), as: .passage)
    let cosines = reference.entries.indices.map {
      Fixture.cosine(encoded.vectors[row: $0], reference.vectors[$0])
    }
    let mean = cosines.reduce(0, +) / Double(cosines.count)
    print("cosine of integers to the reference: mean \(mean), worst \(cosines.min() ?? 0)")
    #expect(mean >= 0.999)
    #expect(cosines.allSatisfy { $0 >= 0.997 })
  }

  @Test(arguments: Precision.allCases)
  func batchedEqualsSingleInOrder(precision: Precision) throws {
    let encoder = try Fixture.encoder(precision)
    let texts = try Reference.load().entries.map(\.text)
    let batched = try encoder.encode(texts, as: .passage)
    for (row, text) in texts.enumerated() {
      let single = try encoder.encode([text], as: .passage)
      let difference = zip(batched.vectors[row: row], single.vectors[row: 0])
        .map { abs($0 - $1) }.max()
      #expect(difference ?? 1 < 1e-5, "\(text.prefix(80).debugDescription)")
    }
  }

  @Test func rowsAreUnitVectors() throws {
    let encoded = try Fixture.encoder().encode(["", "one", "two words"], as: .query)
    for row in 0..<3 {
      let squares = encoded.vectors[row: row].reduce(0) { $0 + $1 * $1 }
      #expect(abs(squares - 1) < 1e-5)
    }
  }

  @Test func sameTextsGiveTheSameBits() throws {
    let encoder = try Fixture.encoder()
    let texts = try Reference.load().entries.map(\.text)
    #expect(try encoder.encode(texts, as: .passage) == encoder.encode(texts, as: .passage))
    let other = try Fixture.encoder()
    #expect(other.fingerprint == encoder.fingerprint)
    #expect(try other.encode(["again"], as: .query) == encoder.encode(["again"], as: .query))
  }

  @Test func truncatedTextsAreNamed() throws {
    let long = String(repeating: "word ", count: 300)
    let encoded = try Fixture.encoder().encode(["short", long, "", long], as: .passage)
    #expect(encoded.truncated == [1, 3])
    #expect(encoded.tokens == 3 + 256 + 2 + 256)
  }

  @Test func noTextsGiveNoVectors() throws {
    let encoded = try Fixture.encoder().encode([], as: .passage)
    #expect(encoded.vectors.rows == 0 && encoded.vectors.columns == 384 && encoded.tokens == 0)
  }

  @Test func severalThreadsMayEncodeAtOnce() async throws {
    let encoder = try Fixture.encoder()
    let texts = (0..<20).map { "text number \($0) about lighthouses" }
    let expected = try encoder.encode(texts, as: .passage)
    try await withThrowingTaskGroup(of: EncodedTexts.self) { group in
      for _ in 0..<4 {
        group.addTask { try encoder.encode(texts, as: .passage) }
      }
      for try await encoded in group {
        #expect(encoded == expected)
      }
    }
  }

  @Test func settingsOfTheDefaultModel() throws {
    let encoder = try Fixture.encoder()
    #expect(encoder.name == "all-MiniLM-L6-v2")
    #expect(encoder.dimensions == 384 && encoder.maximumTokens == 256)
    #expect(encoder.fingerprint.count == 64)
    #expect(try Fixture.modelDirectory().verifyChecksum())
  }
}
