import Encoder
import Foundation
import LinearAlgebra
import Testing

@Suite struct PrecisionTests {
  private func withCache<T>(_ body: (String) throws -> T) throws -> T {
    let cache = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: cache) }
    return try body(cache.path)
  }

  private func encoder(cache: String, _ precision: Precision = .int8) throws -> BERTEncoder {
    try BERTEncoder(
      directory: try Fixture.modelDirectory(), precision: precision,
      environment: ["XDG_CACHE_HOME": cache])
  }

  /// What is fused, and the order of every sum, is the same at all levels that fuse multiplication and addition:
  /// an index that was made on one machine serves another.
  @Test(arguments: Precision.allCases) func levelsDoNotDifferByABit(precision: Precision) throws {
    let texts = ["lighthouses", "", "how are notes linked to each other, and to what end?"]
    let vectors = try KernelLevel.supported.filter { $0 != .portable }.map { level in
      try BERTEncoder(
        directory: try Fixture.modelDirectory(), precision: precision,
        environment: ProcessInfo.processInfo.environment, level: level
      ).encode(texts, as: .passage)
    }
    #expect(vectors.allSatisfy { $0 == vectors.first })
  }

  @Test func portableKernelsStayNear() throws {
    let texts = ["lighthouses", "how are notes linked to each other, and to what end?"]
    let best = try Fixture.encoder(.float32).encode(texts, as: .passage)
    let portable = try BERTEncoder(
      directory: try Fixture.modelDirectory(), precision: .float32,
      environment: ProcessInfo.processInfo.environment, level: .portable
    ).encode(texts, as: .passage)
    for row in texts.indices {
      #expect(Fixture.cosine(best.vectors[row: row], portable.vectors[row: row]) > 0.999_999)
    }
  }

  private func files(in cache: String) throws -> [String] {
    let folder = cache + "/footnote/weights"
    return try FileManager.default.contentsOfDirectory(atPath: folder).map { folder + "/" + $0 }
  }

  @Test func precisionsDoNotMix() throws {
    let names = try Precision.allCases.map { try Fixture.encoder($0).fingerprint }
    #expect(Set(names).count == Precision.allCases.count)
  }

  @Test(arguments: Precision.allCases)
  func packedWeightsAreKeptAndUsedAgain(precision: Precision) throws {
    try withCache { cache in
      let first = try encoder(cache: cache, precision).encode(["lighthouses"], as: .query)
      let file = try #require(try files(in: cache).first)
      let before = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(try encoder(cache: cache, precision).encode(["lighthouses"], as: .query) == first)
      #expect(try files(in: cache) == [file])
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    }
  }

  /// Cut off, one bit turned, of another model, empty, a folder.
  @Test(arguments: Precision.allCases) func damagedWeightsAreMadeAnew(precision: Precision) throws {
    try withCache { cache in
      let expected = try encoder(cache: cache, precision).encode(["lighthouses"], as: .query)
      let file = URL(fileURLWithPath: try #require(try files(in: cache).first))
      let sound = try Data(contentsOf: file)
      var turned = sound
      turned[sound.count / 2] ^= 4
      var other = sound
      other[30] ^= 1
      for damaged in [sound.dropLast(64), turned, other, Data()] {
        try damaged.write(to: file)
        let again = try encoder(cache: cache, precision).encode(["lighthouses"], as: .query)
        #expect(again == expected)
        #expect(try Data(contentsOf: file) == sound)
      }
      try FileManager.default.removeItem(at: file)
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
      #expect(try encoder(cache: cache, precision).encode(["lighthouses"], as: .query) == expected)
    }
  }

  @Test func aCacheThatCannotBeMadeIsDoneWithout() throws {
    let encoder = try encoder(cache: "/dev/null/nowhere")
    #expect(try encoder.encode(["lighthouses"], as: .query).vectors.rows == 1)
  }

  @Test func theEnvironmentChooses() throws {
    #expect(try Precision.named(in: [:]) == nil)
    #expect(try Precision.named(in: ["FOOTNOTE_PRECISION": ""]) == nil)
    #expect(try Precision.named(in: ["FOOTNOTE_PRECISION": "float32"]) == .float32)
    #expect(throws: EncoderError.unknownPrecision("int4")) {
      try Precision.named(in: ["FOOTNOTE_PRECISION": "int4"])
    }
  }
}
