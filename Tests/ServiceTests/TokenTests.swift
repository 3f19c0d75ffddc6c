import FootnoteKit
import Foundation
import Service
import Testing

/// Servers that other machines reach.
struct TokenTests {
  private static let secret = "a-token-of-32-characters-0123456"

  @Test func nobodyListensToOthersWithoutAToken() async throws {
    let folder = try TemporaryFolder()
    try folder.write("notes.md", "Text.\n")
    let session = try Session(
      SessionOptions(
        root: folder.url.path, workingDirectory: folder.url.path, environment: ["HOME": "/nowhere"])
    )
    #expect(throws: ErrorMessage.self) {
      try WebService([session], options: ServiceOptions(host: "0.0.0.0", port: 0))
    }
  }

  @Test func everyRouteAsksForIt() async throws {
    let token = try AccessToken(Self.secret + "\n")
    let server = try await TestServer(ServiceOptions(host: "0.0.0.0", port: 0, token: token))
    let basic = Data("anyone:\(Self.secret)".utf8).base64EncodedString()
    let good = ["Bearer \(Self.secret)", "bearer  \(Self.secret)", "Basic \(basic)"]
    let other = Data("\(Self.secret):wrong".utf8).base64EncodedString()
    let bad = [
      "", "Bearer", "Bearer ", "Bearer \(Self.secret.dropLast())", "Bearer \(Self.secret)x",
      "Bearer \(Self.secret.uppercased())", Self.secret, "Basic \(Self.secret)", "Basic \(other)",
      "Basic !!!", "Digest \(Self.secret)",
    ]
    for target in ["/", "/healthz", "/metrics", "/api/status", "/assets/footnote.css", "/nowhere"] {
      for value in bad {
        let reply = try await server.get(target, ["Authorization": value])
        #expect(reply.status == 401, "\(value) at \(target)")
        #expect(reply.headers["www-authenticate"]?.hasPrefix("Basic ") == true)
        #expect(!reply.text.contains(Self.secret))
      }
    }
    for value in good {
      #expect(try await server.get("/api/status", ["Authorization": value]).status == 200)
    }
    let post = try await server.request(
      "POST", "/mcp", ["Content-Type": "application/json"], body: "{}")
    #expect(post.status == 401)
    let inAddress = try await server.get("/api/status?token=\(Self.secret)")
    #expect(inAddress.status == 401)
    #expect(!inAddress.text.contains(Self.secret))
  }

  @Test func anAddressIsNoNameThatCanBeRebound() async throws {
    let token = try AccessToken(Self.secret)
    let server = try await TestServer(ServiceOptions(host: "0.0.0.0", port: 0, token: token))
    let fields = ["Authorization": "Bearer \(Self.secret)"]
    for (host, status) in [
      ("192.168.1.7:\(server.port)", 200), ("[fe80::1]:\(server.port)", 200),
      ("evil.example:\(server.port)", 403), ("1.2.3.4.evil.example", 403), ("1.2.3.400", 403),
    ] {
      let reply = try await server.get("/api/status", fields.merging(["Host": host]) { $1 })
      #expect(reply.status == status, "\(host)")
    }
  }

  @Test(arguments: ["", "short", "white space in between it", "ünïcode-is-not-allowed-here"])
  func badTokens(_ text: String) {
    #expect(throws: ErrorMessage.self) { try AccessToken(text) }
  }

  @Test func itIsNeverPrinted() throws {
    let token = try AccessToken(Self.secret)
    var text = "\(token) \(String(reflecting: token)) \(ServiceOptions(token: token))"
    dump(token, to: &text)
    dump(ServiceOptions(token: token), to: &text)
    #expect(!text.contains(Self.secret))
  }
}
