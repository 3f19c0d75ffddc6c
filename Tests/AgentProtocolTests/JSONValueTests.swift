import AgentProtocol
import Foundation
import Testing

@Suite struct JSONValueTests {
  @Test func kindsStayWhatTheyAre() throws {
    let text = #"{"a":[1,-2,1.5,true,false,null,"x\u0000\n"],"b":{},"c":[]}"#
    let value = try JSONText.read(Array(text.utf8))
    #expect(value["a"]?.list?[0].integer == 1)
    #expect(value["a"]?.list?[2].integer == nil)
    #expect(value["a"]?.list?[3].flag == true)
    #expect(value["a"]?.list?[5].isNull == true)
    #expect(value["a"]?.list?[6].text == "x\u{0}\n")
    #expect(String(decoding: try JSONText.write(value), as: UTF8.self) == text)
  }

  @Test(
    arguments: [
      "", " ", "{", "{\"a\":}", "nul", "{} {}", "\"\\ud800", "\u{FEFF}\u{FEFF}{}",
      "{'a': 1}",
    ])
  func whatIsNoJSONIsRefused(_ text: String) {
    #expect(throws: ProtocolError.self) { try JSONText.read(Array(text.utf8)) }
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0xC0, 0x80], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFE, 0xFF],
  ])
  func whatIsNotUTF8IsRefused(_ bytes: [UInt8]) {
    #expect(throws: ProtocolError.self) { try JSONText.read(bytes) }
  }

  @Test func depthIsBounded() throws {
    let deep = { (depth: Int) in
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONText.read(deep(JSONText.deepest))
    #expect(throws: ProtocolError.self) { try JSONText.read(deep(JSONText.deepest + 1)) }
    #expect(throws: ProtocolError.self) { try JSONText.read(deep(400_000)) }
    // Brackets within texts are no depth.
    let brackets = "\"" + String(repeating: "[\\\"", count: 500) + "\""
    _ = try JSONText.read(Array(brackets.utf8))
  }

  @Test func theNumberOfValuesIsBounded() throws {
    let many = { (count: Int) in
      Array(("[" + String(repeating: "1.5,", count: count - 2) + "true]").utf8)
    }
    let start = ContinuousClock.now
    #expect(try JSONText.read(many(JSONText.mostValues)).list?.count == JSONText.mostValues - 1)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(throws: ProtocolError.self) { try JSONText.read(many(JSONText.mostValues + 1)) }
    #expect(throws: ProtocolError.self) { try JSONText.read(many(200_000)) }
    // Commas within texts are none.
    let commas = "\"" + String(repeating: ",", count: 20_000) + "\""
    _ = try JSONText.read(Array(commas.utf8))
  }
}
