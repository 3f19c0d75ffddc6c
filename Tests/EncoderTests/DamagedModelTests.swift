import Encoder
import Foundation
import Testing

/// Models that are not what they should be: each gives an error that names the file, none a crash.
@Suite struct DamagedModelTests {
  private static let weights = "model.safetensors"

  private func error(opening model: TinyModel) -> EncoderError? {
    do {
      _ = try model.open()
      return nil
    } catch {
      return error
    }
  }

  /// Expects that opening fails with `malformed` or `unsupported` about `file`.
  private func expectRefusal(
    _ model: TinyModel, naming file: String, _ word: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    switch error(opening: model) {
    case .malformed(let path, let reason), .unsupported(let path, let reason):
      #expect(path.hasSuffix("/" + file), sourceLocation: sourceLocation)
      #expect(word.isEmpty || reason.contains(word), sourceLocation: sourceLocation)
    case let other:
      Issue.record("\(String(describing: other))", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: ["", "bert."], ["F32", "F16", "BF16"])
  func soundModelsOpen(prefix: String, type: String) throws {
    let model = try TinyModel()
    try model.write()
    let expected = try model.open().encode(["a b ab"], as: .query)
    model.prefix = prefix
    model.type = type
    try model.write()
    let found = try model.open().encode(["a b ab"], as: .query)
    #expect(found == expected)
    #expect(found.tokens == 6)
  }

  @Test func everyTruncationIsFound() throws {
    let model = try TinyModel()
    try model.write()
    let whole = try model.weights()
    for count in stride(from: 0, to: whole.count, by: 37) {
      try model.write(whole.prefix(count), to: Self.weights)
      expectRefusal(model, naming: Self.weights)
    }
    try model.write(whole + Data([0]), to: Self.weights)
    expectRefusal(model, naming: Self.weights, "end at byte")
  }

  @Test(arguments: [0, 1, 7, 1 << 20, 1 << 40, UInt64(Int.max), UInt64.max])
  func wrongHeaderLength(length: UInt64) throws {
    let model = try TinyModel()
    try model.write()
    let header = Data(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#.utf8)
    let file = TinyModel.file(header: header, data: Data(count: 4), length: length)
    try model.write(file, to: Self.weights)
    expectRefusal(model, naming: Self.weights, "header")
  }

  @Test(arguments: [
    "nonsense", "[]", "{", "{}", #"{"a":1}"#, #"{"a":{"dtype":"F32"}}"#, "{\u{0}}",
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[-4,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#,
    #"{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,6]}}"#,
    #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}"#,
    #"{"a":{"dtype":"F99","shape":[1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}"#,
    #"{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}, "#
      + #""b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}"#,
  ])
  func wrongHeader(header: String) throws {
    let model = try TinyModel()
    try model.write()
    let file = TinyModel.file(header: Data(header.utf8), data: Data(count: 4))
    try model.write(file, to: Self.weights)
    expectRefusal(model, naming: Self.weights)
  }

  @Test func missingTensorsAndWrongShapes() throws {
    for name in try TinyModel().tensors.keys.sorted() {
      let model = try TinyModel()
      let shape = model.tensors.removeValue(forKey: name)
      try model.write()
      expectRefusal(model, naming: Self.weights, name)
      // Token types may be any number; everything else is fixed by the configuration.
      model.tensors[name] = shape.map { $0.dropLast() + [$0[$0.count - 1] + 1] }
      try model.write()
      expectRefusal(model, naming: Self.weights, name)
    }
  }

  @Test func integersAreNoWeights() throws {
    let model = try TinyModel()
    model.type = "I32"
    try model.write()
    expectRefusal(model, naming: Self.weights, "I32")
  }

  @Test func missingFiles() throws {
    for file in ["config.json", "vocab.txt", Self.weights] {
      let model = try TinyModel()
      try model.write()
      try FileManager.default.removeItem(atPath: model.path + "/" + file)
      #expect(error(opening: model) == .missingFile(path: model.path + "/" + file))
    }
  }

  @Test(arguments: ["", "not json", "[]", "{\"hidden_size\": \"four\"}", "{}"])
  func wrongConfiguration(text: String) throws {
    let model = try TinyModel()
    try model.write()
    try model.write(text, to: "config.json")
    expectRefusal(model, naming: "config.json")
    try model.write()
    try model.write("not json", to: "1_Pooling/config.json")
    expectRefusal(model, naming: "1_Pooling/config.json", "JSON")
  }

  @Test func configurationsThatAreNotSupported() throws {
    let changes: [(String, Any)] = [
      ("model_type", "roberta"), ("hidden_act", "relu"),
      ("position_embedding_type", "relative_key"),
      ("num_attention_heads", 3), ("num_attention_heads", 0), ("hidden_size", -4),
      ("num_hidden_layers", 0), ("vocab_size", 1 << 40), ("max_position_embeddings", 1),
    ]
    for (key, value) in changes {
      let model = try TinyModel()
      model.configuration[key] = value
      try model.write()
      expectRefusal(model, naming: "config.json")
    }
    let model = try TinyModel()
    try model.write()
    try model.write(#"{"pooling_mode_max_tokens": true}"#, to: "1_Pooling/config.json")
    expectRefusal(model, naming: "1_Pooling/config.json", "max")
    try model.write(#"{"pooling_mode": "mean"}"#, to: "1_Pooling/config.json")
    try model.write(#"[{"type": "sentence_transformers.models.Dense"}]"#, to: "modules.json")
    expectRefusal(model, naming: "modules.json", "Dense")
  }

  @Test func wrongVocabularies() throws {
    for text in ["", "[CLS]\n[SEP]\n", "[UNK]\n[CLS]\n", "\u{0}\u{1}\n"] {
      let model = try TinyModel()
      model.vocabulary = text
      try model.write()
      expectRefusal(model, naming: "vocab.txt", "[")
    }
    let model = try TinyModel()
    model.vocabulary += "c\nd\n"
    try model.write()
    expectRefusal(model, naming: "vocab.txt", "10 lines")
  }
}
