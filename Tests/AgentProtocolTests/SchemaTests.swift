import AgentProtocol
import Foundation
import Testing

/// The schemas of answers name exactly the keys that answers have.
@Suite struct SchemaTests {
  @Test(
    arguments: [
      ("ask", ["question": "bacterial code"]), ("sources", ["concept": "Bacterial code"]),
      ("show", ["citation": "raw/2025/7.6.md:1"]), ("related", ["target": "Bacterial code"]),
      ("provenance", ["page": "Bacterial code"]), ("timeline", ["question": "bacterial code"]),
      ("timeline", [:]), ("status", [:]),
    ] as [(String, [String: JSONValue])])
  func namesWhatIsThere(_ name: String, _ arguments: [String: JSONValue]) async throws {
    let client = try await SampleClient(SampleServer(), .november2025)
    let tools = try await client.ask("tools/list")["result"]?["tools"]?.list ?? []
    let tool = try #require(tools.first { $0["name"]?.text == name })
    let schema = try #require(tool["outputSchema"])
    let answer = try await client.call(name, arguments)
    var checked = 0
    try check(#require(answer.structured), schema, schema["$defs"]?["hit"], name, &checked)
    #expect(checked > 0)
  }

  /// Compares every object of a value with its schema.
  private func check(
    _ value: JSONValue, _ schema: JSONValue, _ hit: JSONValue?, _ place: String,
    _ checked: inout Int
  ) throws {
    if value.isNull {
      let kinds = schema["type"]?.list?.compactMap(\.text) ?? []
      #expect(kinds.contains("null"), "\(place)")
      return
    }
    if schema["$ref"] != nil {
      return try check(value, #require(hit), hit, place + " hit", &checked)
    }
    if let items = schema["items"] {
      for item in try #require(value.list, "\(place)") {
        try check(item, items, hit, place + " item", &checked)
      }
    }
    guard let properties = schema["properties"]?.fields else { return }
    let fields = try #require(value.fields, "\(place)")
    #expect(Set(fields.keys) == Set(properties.keys), "\(place)")
    #expect(schema["required"]?.list?.compactMap(\.text) == properties.keys.sorted(), "\(place)")
    checked += 1
    for (key, value) in fields {
      try check(value, properties[key] ?? .null, hit, place + " " + key, &checked)
    }
  }
}
