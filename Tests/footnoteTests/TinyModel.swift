import Foundation

/// A BERT of one layer and four dimensions with made-up weights: encoding is real, and takes no time.
struct TinyModel {
  private static let shapes: [String: [Int]] = [
    "embeddings.word_embeddings.weight": [8, 4], "embeddings.position_embeddings.weight": [16, 4],
    "embeddings.token_type_embeddings.weight": [2, 4], "embeddings.LayerNorm.weight": [4],
    "embeddings.LayerNorm.bias": [4],
    "encoder.layer.0.attention.self.query.weight": [4, 4],
    "encoder.layer.0.attention.self.query.bias": [4],
    "encoder.layer.0.attention.self.key.weight": [4, 4],
    "encoder.layer.0.attention.self.key.bias": [4],
    "encoder.layer.0.attention.self.value.weight": [4, 4],
    "encoder.layer.0.attention.self.value.bias": [4],
    "encoder.layer.0.attention.output.dense.weight": [4, 4],
    "encoder.layer.0.attention.output.dense.bias": [4],
    "encoder.layer.0.attention.output.LayerNorm.weight": [4],
    "encoder.layer.0.attention.output.LayerNorm.bias": [4],
    "encoder.layer.0.intermediate.dense.weight": [8, 4],
    "encoder.layer.0.intermediate.dense.bias": [8],
    "encoder.layer.0.output.dense.weight": [4, 8], "encoder.layer.0.output.dense.bias": [4],
    "encoder.layer.0.output.LayerNorm.weight": [4], "encoder.layer.0.output.LayerNorm.bias": [4],
  ]
  private static let configuration = """
    {"model_type": "bert", "hidden_size": 4, "num_hidden_layers": 1, "num_attention_heads": 2,
     "intermediate_size": 8, "vocab_size": 8, "max_position_embeddings": 16, "hidden_act": "gelu"}
    """

  let folder: TemporaryFolder
  var path: String { folder.url.path }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("config.json", Self.configuration)
    try folder.write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\nb\n##b\n")
    try Self.weights().write(to: folder.url.appendingPathComponent("model.safetensors"))
  }

  private static func weights() throws -> Data {
    var header: [String: Any] = [:]
    var data = Data()
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      let start = data.count
      for index in 0..<shape.reduce(1, *) {
        let bits = (Float((index * 7 + name.count * 3) % 17 - 8) / 8).bitPattern
        data.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: bits >> UInt32(8 * $0)) })
      }
      header[name] = ["dtype": "F32", "shape": shape, "data_offsets": [start, data.count]]
    }
    let json = try JSONSerialization.data(withJSONObject: header, options: .sortedKeys)
    let length = UInt64(json.count)
    return Data((0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(8 * $0)) }) + json + data
  }
}
