import Encoder
import Foundation
import LinearAlgebra
import Testing

/// Models in one file of 4-bit blocks, whole and damaged.
@Suite struct BlockFileTests {
  private static let file = "e5-small-q4.bin"

  private func model(_ bytes: Data) throws -> TinyModel {
    let model = try TinyModel()
    model.configuration = [
      "model_type": "bert", "hidden_size": TinyBlockFile.width, "num_hidden_layers": 1,
      "num_attention_heads": 2, "intermediate_size": TinyBlockFile.inner,
      "vocab_size": TinyBlockFile.pieces.count, "max_position_embeddings": 16,
    ]
    try model.write()
    for file in ["model.safetensors", "vocab.txt"] {
      try FileManager.default.removeItem(atPath: model.path + "/" + file)
    }
    try model.write(bytes, to: Self.file)
    return model
  }

  private func open(_ model: TinyModel, _ precision: Precision = .float32) throws -> BERTEncoder {
    try BERTEncoder(
      directory: ModelDirectory(path: model.path), precision: precision,
      environment: ["XDG_CACHE_HOME": model.path + "/cache"])
  }

  @Test func vocabularyAndCharactersAreRead() throws {
    let encoder = try open(model(TinyBlockFile.bytes))
    func ids(_ text: String) -> [Int32] { encoder.tokenize([text], as: .query)[0].ids }
    #expect(ids("ab\ta") == [0, 7, 4, 5, 2])
    #expect(ids("</s>") == [0, 4, 3, 2])
    // Two letters and a mark, letters of a syllable: composed, also where the letter is a wide one.
    #expect(ids("e\u{301}\u{ff45}\u{301}") == [0, 4, 8, 8, 2])
    #expect(ids("\u{1100}\u{1161}\u{11a8}") == [0, 4, 9, 2])
    #expect(ids("\u{fb01}") == [0, 4, 10, 2])
  }

  @Test func integersStayNearFloats() throws {
    let model = try model(TinyBlockFile.bytes)
    let texts = ["ab a", "b b b", "\u{fb01}"]
    let floats = try open(model).encode(texts, as: .passage).vectors
    // The second time from what the first one kept.
    for _ in 0..<2 {
      let integers = try open(model, .int8).encode(texts, as: .passage).vectors
      for row in texts.indices {
        #expect(Fixture.cosine(floats[row: row], integers[row: row]) > 0.999)
      }
    }
  }

  @Test func everyTruncationIsFound() throws {
    let whole = TinyBlockFile.bytes
    for count in stride(from: 0, to: whole.count, by: 97) {
      let model = try model(whole.prefix(count))
      do {
        _ = try open(model)
        Issue.record("\(count) bytes of \(whole.count) are a model")
      } catch EncoderError.malformed(let path, _) {
        #expect(path.hasSuffix("/" + Self.file))
      }
    }
  }

  @Test func turnedBitsDoNotEndTheProcess() throws {
    let whole = TinyBlockFile.bytes
    var state: UInt64 = 3
    for _ in 0..<200 {
      var damaged = whole
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // What describes the numbers: the first third of the file.
        damaged[Int(state >> 33) % (whole.count / 3)] ^= UInt8(1 << (state >> 30 & 7))
      }
      if let encoder = try? open(model(damaged), .int8) {
        _ = try encoder.encode(["ab \u{fb01} e\u{301}", ""], as: .passage)
      }
    }
  }

  @Test func wrongHeaders() throws {
    let whole = TinyBlockFile.bytes
    let changes: [(Int, UInt8)] = [
      (0, 0), (4, 2), (40, 16), (44, 0xff), (47, 0xff), (48, 99), (64, 0xff), (71, 0x80), (72, 9),
    ]
    for (place, value) in changes {
      var damaged = whole
      damaged[place] = value
      #expect(throws: EncoderError.self, "byte \(place)") { try open(model(damaged)) }
    }
  }
}
