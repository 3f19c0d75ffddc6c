import Encoder
import Foundation
import LinearAlgebra
import Testing

@Suite struct ModelDirectoryTests {
  private func installed(in folder: String, _ name: String) throws {
    let model = try TinyModel()
    try model.write()
    let target = "\(folder)/footnote/models/\(name)"
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: model.path, toPath: target)
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func placesAreSearchedInOrder() throws {
    try withFolder { home in
      let share = home + "/.local/share"
      try installed(in: share, "all-MiniLM-L6-v2")
      try installed(in: share, "other")
      try installed(in: home + "/data", "other")
      let environment = ["HOME": home]
      let found = try ModelDirectory.locate(environment: environment)
      #expect(found.name == "all-MiniLM-L6-v2" && found.path.hasPrefix(share))
      let data = environment.merging(["XDG_DATA_HOME": home + "/data"]) { $1 }
      #expect(try ModelDirectory.locate("other", environment: data).path.hasPrefix(home + "/data"))
      #expect(try ModelDirectory.locate(environment: data).path.hasPrefix(share))
      let chosen = data.merging(["FOOTNOTE_MODEL": "other"]) { $1 }
      #expect(try ModelDirectory.locate(environment: chosen).name == "other")
      #expect(try ModelDirectory.locate("all-MiniLM-L6-v2", environment: chosen).name != "other")
      let path = share + "/footnote/models/other"
      #expect(try ModelDirectory.locate(path + "/", environment: [:]).path == path)
      #expect(
        try ModelDirectory.locate("~/.local/share/footnote/models/other", environment: environment)
          .path == path)
    }
  }

  @Test func missingModelsNameThePlaces() {
    let environment = ["HOME": "/nowhere", "XDG_DATA_HOME": "/nothing"]
    #expect(
      throws: EncoderError.modelNotFound(
        name: "absent",
        searched: [
          "/nothing/footnote/models/absent", "/nowhere/.local/share/footnote/models/absent",
        ])
    ) { try ModelDirectory.locate("absent", environment: environment) }
    #expect(throws: EncoderError.modelNotFound(name: "/no/model", searched: ["/no/model"])) {
      try ModelDirectory.locate("/no/model", environment: environment)
    }
  }

  @Test func settingsComeFromTheFiles() throws {
    let model = try TinyModel()
    try model.write()
    let plain = try ModelDirectory(path: model.path).configuration()
    #expect(plain.maximumTokens == 16 && plain.pooling == .mean)
    #expect(plain.prefixes == TextPrefixes() && plain.normalization == TextNormalization())
    let before = try model.open().fingerprint
    try model.write(#"{"pooling_mode_cls_token": true}"#, to: "1_Pooling/config.json")
    try model.write(#"{"max_seq_length": 8}"#, to: "sentence_bert_config.json")
    try model.write(
      #"{"prompts": {"query": "b ", "document": "a "}}"#, to: "config_sentence_transformers.json")
    try model.write(
      #"{"do_lower_case": false, "tokenize_chinese_chars": false}"#, to: "tokenizer_config.json")
    let directory = try ModelDirectory(path: model.path)
    let changed = try directory.configuration()
    #expect(changed.maximumTokens == 8 && changed.pooling == .cls)
    #expect(changed.prefixes == TextPrefixes(query: "b ", passage: "a "))
    #expect(
      changed.normalization
        == TextNormalization(lowercases: false, stripsAccents: false, separatesIdeographs: false))
    let encoder = try model.open()
    #expect(encoder.fingerprint != before)
    #expect(encoder.tokenize(["a"], as: .query)[0].ids == [2, 6, 5, 3])
    #expect(encoder.tokenize(["a"], as: .passage)[0].ids == [2, 5, 5, 3])
    // Vectors of [CLS] depend on what follows, and are unit vectors too.
    let encoded = try encoder.encode(["a", "b"], as: .passage)
    #expect(encoded.vectors[row: 0] != encoded.vectors[row: 1])
  }

  @Test func wellKnownModelsHaveTheirPrefixes() throws {
    try withFolder { home in
      try installed(in: home, "e5-small-v2")
      let model = try ModelDirectory.locate("e5-small-v2", environment: ["XDG_DATA_HOME": home])
      let prefixes = try model.configuration().prefixes
      #expect(prefixes == TextPrefixes(query: "query: ", passage: "passage: "))
      #expect(try !model.verifyChecksum())
    }
  }

  @Test func checksumsAreCompared() throws {
    try withFolder { home in
      try installed(in: home, "all-MiniLM-L6-v2")
      let model = try ModelDirectory.locate(environment: ["XDG_DATA_HOME": home])
      #expect {
        try model.verifyChecksum()
      } throws: { error in
        guard case .checksum(let path, let expected, let found) = error as? EncoderError else {
          return false
        }
        return path.hasSuffix("model.safetensors") && expected != found && found.count == 64
      }
    }
  }
}
