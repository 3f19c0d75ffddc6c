import Encoder
import Foundation
import Testing

@Suite struct WordPieceTokenizerTests {
  @Test func idsEqualTheReference() throws {
    let reference = try Reference.load()
    var pass = try Fixture.tokenizer().makePass()
    #expect(reference.entries.count >= 220)
    for entry in reference.entries {
      let ids = pass.tokenize(entry.text, limit: 256).ids
      #expect(ids == entry.ids, "\(entry.text.prefix(80).debugDescription)")
    }
  }

  /// Each of Unicode's characters, between two letters.
  @Test func everyCharacterIsFoldedAsByTheReference() throws {
    struct Characters: Decodable {
      let dropped: [[UInt32]]
      let space: [[UInt32]]
      let separate: [[UInt32]]
      let blocks: [[UInt32]]
    }
    let characters = try JSONDecoder().decode(
      Characters.self, from: try Fixture.data("characters.json"))
    var pass = try Fixture.tokenizer().makePass()
    var (dropped, space, separate) = ([UInt32](), [UInt32](), [UInt32]())
    var blocks: [UInt32: UInt32] = [:]
    for value in UInt32(0)..<0x110000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let words = pass.words(in: "a\(Character(scalar))b")
      let block = blocks[value >> 8] ?? 0x811c_9dc5
      blocks[value >> 8] = digest(words.joined(separator: "|") + "\n", from: block)
      if words == ["ab"] {
        dropped.append(value)
      } else if words == ["a", "b"] {
        space.append(value)
      } else if words.count == 3 {
        separate.append(value)
      }
    }
    #expect(dropped == characters.dropped.flatMap { Array($0[0]...$0[1]) })
    #expect(space == characters.space.flatMap { Array($0[0]...$0[1]) })
    #expect(separate == characters.separate.flatMap { Array($0[0]...$0[1]) })
    for block in characters.blocks {
      #expect(blocks[block[0]] == block[1], "block \(String(block[0], radix: 16))00")
    }
  }

  @Test(arguments: ["[CLS", "[", "]", "[MASK]]", "a[UNK"]) func bracketsDoNotRunOverTheEnd(
    text: String
  ) throws {
    var pass = try Fixture.tokenizer().makePass()
    #expect(pass.tokenize(text, limit: 256).ids.count >= 3)
  }

  @Test func truncationKeepsTheEnd() throws {
    var pass = try Fixture.tokenizer().makePass()
    let exact = pass.tokenize("one two three", limit: 5)
    #expect(exact.ids.count == 5 && !exact.isTruncated)
    let cut = pass.tokenize("one two three", limit: 4)
    #expect(cut.ids == exact.ids.prefix(3) + exact.ids.suffix(1) && cut.isTruncated)
    #expect(pass.tokenize("", limit: 2) == pass.tokenize(" ", limit: 256))
    // A word of many pieces does not push the text beyond its end.
    #expect(pass.tokenize(String(repeating: "q", count: 90), limit: 7).ids.count == 7)
  }

  @Test func casedModelsKeepCaseAndAccents() throws {
    let normalization = TextNormalization(
      lowercases: false, stripsAccents: false, separatesIdeographs: false)
    var pass = try Fixture.tokenizer(normalization).makePass()
    #expect(pass.words(in: "Ärger 書在, İt") == ["Ärger", "書在", ",", "İt"])
  }

  private func digest(_ text: String, from seed: UInt32) -> UInt32 {
    var hash = seed
    for scalar in text.unicodeScalars {
      for shift in [UInt32(0), 8, 16, 24] {
        hash = (hash ^ ((scalar.value >> shift) & 0xff)) &* 0x0100_0193
      }
    }
    return hash
  }
}
