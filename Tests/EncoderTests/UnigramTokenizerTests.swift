import Encoder
import Foundation
import LinearAlgebra
import Testing

/// Unigram vocabularies of folders, whole and damaged.
@Suite struct UnigramTokenizerTests {
  private static let pieces = 1402

  /// A folder with a tiny model and a vocabulary of the fixture.
  private func model(_ file: String, _ contents: Data) throws -> TinyModel {
    let model = try TinyModel()
    model.configuration["vocab_size"] = Self.pieces
    model.tensors["embeddings.word_embeddings.weight"] = [Self.pieces, 4]
    try model.write()
    try FileManager.default.removeItem(atPath: model.path + "/vocab.txt")
    try model.write(contents, to: file)
    return model
  }

  private func open(_ model: TinyModel) throws -> UnigramTokenizer {
    try UnigramTokenizer(
      directory: ModelDirectory(path: model.path), environment: ["XDG_CACHE_HOME": model.path])
  }

  private func error(opening model: TinyModel) -> EncoderError? {
    do {
      _ = try open(model)
      return nil
    } catch {
      return error as? EncoderError
    }
  }

  @Test(arguments: ["tokenizer.json", "sentencepiece.bpe.model"])
  func idsEqualTheReference(file: String) throws {
    let model = try model(
      file, try Fixture.data(file == "tokenizer.json" ? "small.json" : "small.model"))
    let entries = try MultilingualModel.lines("small.jsonl", as: MultilingualModel.Entry.self)
    // The second time from the tables that the first one kept.
    for _ in 0..<2 {
      var pass = try open(model).makePass()
      for entry in entries {
        let ids = pass.tokenize(entry.text, limit: 512).ids
        #expect(ids == entry.ids, "\(entry.text.prefix(80).debugDescription)")
      }
    }
  }

  @Test func damagedTablesAreMadeAnew() throws {
    let model = try model("tokenizer.json", try Fixture.data("small.json"))
    var first = try open(model).makePass()
    let expected = first.tokenize("Notes, linked.", limit: 512)
    let folder = model.path + "/footnote/weights"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let file = URL(fileURLWithPath: folder + "/" + name)
    let sound = try Data(contentsOf: file)
    var turned = sound
    turned[sound.count / 2] ^= 1
    for damaged in [sound.dropLast(8), turned, Data(), sound + sound] {
      try damaged.write(to: file)
      var pass = try open(model).makePass()
      #expect(pass.tokenize("Notes, linked.", limit: 512) == expected)
      #expect(try Data(contentsOf: file) == sound)
    }
    var pass = try UnigramTokenizer(
      directory: ModelDirectory(path: model.path), environment: ["HOME": "/dev/null/nowhere"]
    ).makePass()
    #expect(pass.tokenize("Notes, linked.", limit: 512) == expected)
  }

  @Test func everyTruncationOfAProtobufIsFoundOrHarmless() throws {
    let whole = try Fixture.data("small.model")
    for count in stride(from: 0, to: whole.count, by: 211) {
      let model = try model("sentencepiece.bpe.model", whole.prefix(count))
      switch error(opening: model) {
      case .malformed(let path, _), .unsupported(let path, _):
        #expect(path.hasSuffix("sentencepiece.bpe.model"))
      case nil: break  // Cut off between two pieces it is a smaller vocabulary.
      case let other: Issue.record("\(String(describing: other))")
      }
    }
  }

  @Test func turnedBitsDoNotEndTheProcess() throws {
    let whole = try Fixture.data("small.model")
    var state: UInt64 = 7
    for _ in 0..<60 {
      var damaged = whole
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % whole.count] ^= UInt8(1 << (state >> 30 & 7))
      }
      if var pass = try? open(model("sentencepiece.bpe.model", damaged)).makePass() {
        _ = pass.tokenize("Notes, linked: \u{ff21}\u{301} ☃ やかん", limit: 512)
      }
    }
  }

  @Test(arguments: [
    ("", "JSON"), ("[]", ""), ("{}", "model"), (#"{"model":{"type":"Unigram"}}"#, "vocab"),
    (#"{"model":{"type":"WordPiece","vocab":{"a":0}}}"#, "vocab.txt"),
    (#"{"model":{"type":"BPE","vocab":{"a":0},"merges":[]}}"#, "BPE"),
    (#"{"model":{"type":"Unigram","vocab":[["a",-1]]}}"#, "<s>"),
    (#"{"model":{"type":"Unigram","vocab":[["a"]]}}"#, ""),
    (
      #"{"normalizer":{"type":"Lowercase"},"model":{"vocab":[["<s>",0],["</s>",0],["<unk>",0]]}}"#,
      "Lowercase"
    ),
    (
      #"{"pre_tokenizer":{"type":"ByteLevel"},"model":{"vocab":[["<s>",0],["</s>",0],["<unk>",0]]}}"#,
      "ByteLevel"
    ),
    (
      #"{"normalizer":{"type":"Precompiled","precompiled_charsmap":"AAE"},"#
        + #""model":{"vocab":[["<s>",0],["</s>",0],["<unk>",0]]}}"#, "base64"
    ),
    (
      #"{"normalizer":{"type":"Precompiled","precompiled_charsmap":"/////w=="},"#
        + #""model":{"vocab":[["<s>",0],["</s>",0],["<unk>",0]]}}"#, "damaged"
    ),
  ])
  func wrongTokenizerFiles(text: String, word: String) throws {
    switch error(opening: try model("tokenizer.json", Data(text.utf8))) {
    case .malformed(let path, let reason), .unsupported(let path, let reason):
      #expect(path.hasSuffix("/tokenizer.json"))
      #expect(word.isEmpty || reason.contains(word), "\(reason)")
    case let other: Issue.record("\(String(describing: other))")
    }
  }

  @Test func idsMustBeInTheEmbedding() throws {
    let model = try model("tokenizer.json", try Fixture.data("small.json"))
    model.configuration["vocab_size"] = 50
    model.tensors["embeddings.word_embeddings.weight"] = [50, 4]
    try model.write()
    try FileManager.default.removeItem(atPath: model.path + "/vocab.txt")
    guard case .malformed(_, let reason) = error(opening: model) else {
      Issue.record("it opens")
      return
    }
    #expect(reason.contains("50 tokens"))
  }

  @Test func truncationKeepsTheEnd() throws {
    let model = try model("tokenizer.json", try Fixture.data("small.json"))
    var pass = try open(model).makePass()
    let whole = pass.tokenize("one two three", limit: 512)
    let exact = pass.tokenize("one two three", limit: whole.ids.count)
    #expect(exact == whole && !exact.isTruncated)
    let cut = pass.tokenize("one two three", limit: whole.ids.count - 1)
    #expect(cut.ids == whole.ids.dropLast(2) + [2] && cut.isTruncated)
    #expect(pass.tokenize("", limit: 2).ids == [0, 2])
    #expect(pass.tokenize("abc", limit: 2).ids == [0, 2])
  }

  private func openEncoder(_ model: TinyModel) throws -> BERTEncoder {
    try BERTEncoder(
      directory: ModelDirectory(path: model.path), precision: .float32,
      environment: ["XDG_CACHE_HOME": model.path])
  }

  /// XLM-RoBERTa's positions begin after that of padding.
  @Test func positionsOfXLMRoBERTa() throws {
    let model = try model("tokenizer.json", try Fixture.data("small.json"))
    func configure() throws {
      try model.write(
        JSONSerialization.data(withJSONObject: model.configuration), to: "config.json")
    }
    func vectors() throws -> Matrix {
      try openEncoder(model).encode(["a b"], as: .query).vectors
    }
    let before = try vectors()
    model.configuration["model_type"] = "xlm-roberta"
    try configure()
    #expect(try openEncoder(model).maximumTokens == 14)
    let after = try vectors()
    #expect(after != before)
    model.prefix = "roberta."
    try model.write(try model.weights(), to: "model.safetensors")
    #expect(try vectors() == after)
    model.configuration["pad_token_id"] = 14
    try configure()
    #expect(throws: EncoderError.self) { try ModelDirectory(path: model.path).configuration() }
  }
}
