import Encoder
import Foundation

/// A BERT of two layers and four dimensions with made-up weights, in a temporary folder of its own
/// that is removed with the object: what tests damage in every way.
final class TinyModel {
  let path: String
  var configuration: [String: Any] = [
    "model_type": "bert", "hidden_size": 4, "num_hidden_layers": 2, "num_attention_heads": 2,
    "intermediate_size": 8, "vocab_size": 8, "max_position_embeddings": 16, "hidden_act": "gelu",
  ]
  var vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\nb\n##b\n"
  /// Shapes by name.
  var tensors: [String: [Int]]
  /// The number format of all tensors: F32, F16 or BF16.
  var type = "F32"
  var prefix = ""

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("tiny-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path + "/1_Pooling", withIntermediateDirectories: true)
    var shapes = [
      "embeddings.word_embeddings.weight": [8, 4],
      "embeddings.position_embeddings.weight": [16, 4],
      "embeddings.token_type_embeddings.weight": [2, 4], "embeddings.LayerNorm.weight": [4],
      "embeddings.LayerNorm.bias": [4],
    ]
    for layer in ["encoder.layer.0.", "encoder.layer.1."] {
      for part in ["attention.self.query", "attention.self.key", "attention.self.value"] {
        shapes[layer + part + ".weight"] = [4, 4]
        shapes[layer + part + ".bias"] = [4]
      }
      shapes[layer + "attention.output.dense.weight"] = [4, 4]
      shapes[layer + "attention.output.dense.bias"] = [4]
      shapes[layer + "intermediate.dense.weight"] = [8, 4]
      shapes[layer + "intermediate.dense.bias"] = [8]
      shapes[layer + "output.dense.weight"] = [4, 8]
      shapes[layer + "output.dense.bias"] = [4]
      for norm in ["attention.output.LayerNorm", "output.LayerNorm"] {
        shapes[layer + norm + ".weight"] = [4]
        shapes[layer + norm + ".bias"] = [4]
      }
    }
    tensors = shapes
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Opens the model; what is packed of it stays in its own folder and goes with it.
  func open() throws(EncoderError) -> BERTEncoder {
    try BERTEncoder(
      directory: ModelDirectory(path: path), environment: ["XDG_CACHE_HOME": path + "/cache"])
  }

  /// Writes the files as the properties say.
  func write() throws {
    try write(JSONSerialization.data(withJSONObject: configuration), to: "config.json")
    try write(Data(vocabulary.utf8), to: "vocab.txt")
    try write(try weights(), to: "model.safetensors")
  }

  /// Writes one file.
  func write(_ data: Data, to file: String) throws {
    try data.write(to: URL(fileURLWithPath: path + "/" + file))
  }

  func write(_ text: String, to file: String) throws {
    try write(Data(text.utf8), to: file)
  }

  /// The bytes of a safetensors file with all tensors.
  func weights() throws -> Data {
    var header: [String: Any] = ["__metadata__": ["format": "pt"]]
    var data = Data()
    for (name, shape) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = data.count
      for index in 0..<shape.reduce(1, *) {
        // Multiples of 1/8, which all formats hold exactly, and different in every tensor.
        data.append(contentsOf: bytes(of: Float((index * 7 + name.count * 3) % 17 - 8) / 8))
      }
      header[prefix + name] = [
        "dtype": type, "shape": shape, "data_offsets": [start, data.count],
      ]
    }
    return Self.file(
      header: try JSONSerialization.data(withJSONObject: header, options: .sortedKeys), data: data)
  }

  /// A safetensors file of this header and data.
  static func file(header: Data, data: Data, length: UInt64? = nil) -> Data {
    let length = length ?? UInt64(header.count)
    return Data((0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(8 * $0)) }) + header + data
  }

  private func bytes(of value: Float) -> [UInt8] {
    let bits = value.bitPattern
    let width: Int
    let stored: UInt32
    switch type {
    case "BF16": (width, stored) = (2, bits >> 16)
    case "F16": (width, stored) = (2, value == 0 ? 0 : half(bits))
    default: (width, stored) = (4, bits)
    }
    return (0..<width).map { UInt8(truncatingIfNeeded: stored >> UInt32(8 * $0)) }
  }

  /// A float of a size that binary16 has as normal numbers.
  private func half(_ bits: UInt32) -> UInt32 {
    (bits >> 16 & 0x8000) | ((bits >> 23 & 0xff) - 112) << 10 | (bits >> 13 & 0x3ff)
  }
}
