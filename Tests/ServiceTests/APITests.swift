import Foundation
import Testing

/// What programs get.
struct APITests {
  private static let targets = [
    "/api/ask?q=bacterial+code", "/api/sources?concept=Bacterial%20code",
    "/api/documents/raw/2025/7.6.md", "/api/related?target=bacterial-code",
    "/api/provenance?page=bacterial-code", "/api/timeline?q=code", "/api/timeline", "/api/status",
    "/api/graph", "/api/openapi.json",
  ]

  @Test func everyAnswerIsJSONWithATag() async throws {
    let server = try await TestServer()
    for target in Self.targets {
      let reply = try await server.get(target)
      #expect(reply.status == 200, "\(target): \(reply.text.prefix(300))")
      #expect(reply.headers["content-type"]?.hasPrefix("application/") == true)
      #expect(reply.headers["cache-control"] == "no-cache")
      #expect(!reply.object.isEmpty, "\(target)")
      let tag = try #require(reply.headers["etag"], "\(target)")
      #expect(tag.hasPrefix("W/\""))
      for value in [tag, "\"x\", \(tag)", String(tag.dropFirst(2)), "*"] {
        let again = try await server.get(target, ["If-None-Match": value])
        #expect(again.status == 304, "\(target) \(value)")
        #expect(again.body.isEmpty)
        #expect(again.headers["etag"] == tag)
      }
      #expect(try await server.get(target, ["If-None-Match": "W/\"other\""]).status == 200)
    }
  }

  @Test func headIsGetWithoutBody() async throws {
    let server = try await TestServer()
    for target in Self.targets + [
      "/", "/healthz", "/assets/footnote.css", "/nowhere", "/api/nowhere",
    ] {
      for encoding in ["", "gzip"] {
        let fields = ["Accept-Encoding": encoding]
        let head = try await server.request("HEAD", target, fields)
        let get = try await server.get(target, fields)
        #expect(head.status == get.status, "\(target)")
        #expect(head.body.isEmpty, "\(target) \(encoding)")
        #expect(head.headers["content-type"] == get.headers["content-type"])
        #expect(head.headers["etag"] == get.headers["etag"])
      }
    }
  }

  @Test func longAnswersAreCompressedWhereTheClientTakesIt() async throws {
    let server = try await TestServer()
    let plain = try await server.get("/api/openapi.json")
    #expect(plain.headers["content-encoding"] == nil)
    #expect(plain.headers["vary"] == "accept-encoding")
    let packed = try await server.get("/api/openapi.json", ["Accept-Encoding": "gzip, br"])
    #expect(packed.headers["content-encoding"] == "gzip")
    #expect(packed.body.starts(with: [0x1F, 0x8B]))
    #expect(packed.body.count < plain.body.count / 2)
    #expect(packed.headers["content-length"] == String(packed.body.count))
    let refused = try await server.get("/api/openapi.json", ["Accept-Encoding": "gzip;q=0"])
    #expect(refused.headers["content-encoding"] == nil)
    let short = try await server.get("/healthz", ["Accept-Encoding": "gzip"])
    #expect(short.headers["content-encoding"] == nil)
  }

  @Test func wrongParametersAreNamed() async throws {
    let server = try await TestServer()
    for (target, word) in [
      ("/api/ask", "q"), ("/api/ask?q=", "q"), ("/api/ask?q=%20", "q"), ("/api/ask?q=x&n=0", "n"),
      ("/api/ask?q=x&n=many", "n"), ("/api/ask?q=x&n=1.5", "n"), ("/api/ask?q=x&n=1&n=2", "n"),
      ("/api/ask?q=x&mode=magic", "mode"), ("/api/ask?q=x&strict=maybe", "strict"),
      ("/api/ask?q=x&colour=red", "colour"), ("/api/ask?q=x&layer=attic", "attic"),
      ("/api/ask?q=x&after=someday", "someday"), ("/api/ask?q=after:someday", "someday"),
      ("/api/timeline?score=2", "score"), ("/api/timeline?score=nan", "score"),
      ("/api/sources", "concept"), ("/api/related?n=1", "target"), ("/api/provenance", "page"),
      ("/api/graph?depth=-1", "depth"), ("/api/status?base=x", "base"), ("/api/ask?q=%ff", "UTF-8"),
      ("/api/ask?q=%", "percent"),
      ("/api/ask?q=x&" + String(repeating: "layer=raw&", count: 300), "200"),
    ] {
      let reply = try await server.get(target)
      #expect(reply.status == 400, "\(target)")
      #expect(reply.headers["content-type"] == "application/problem+json")
      #expect(reply.object["status"] as? Int == 400)
      #expect(
        (reply.object["detail"] as? String)?.contains(word) == true, "\(target): \(reply.text)")
    }
    for target in [
      "/api/related?target=nothing+of+that+name", "/api/provenance?page=nowhere", "/api/nothing",
      "/api/graph?around=nowhere", "/api/ask/more?q=x",
    ] {
      let reply = try await server.get(target)
      #expect(reply.status == 404, "\(target)")
      #expect(reply.headers["content-type"] == "application/problem+json")
    }
  }

  @Test func nothingIsChangedByAnyMethod() async throws {
    let server = try await TestServer()
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "CONNECT"] {
      for target in ["/api/status", "/", "/healthz", "/assets/footnote.css"] {
        let reply = try await server.exchange(
          "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nContent-Length: 0\r\n"
            + "Connection: close\r\n\r\n")
        #expect([400, 405].contains(reply?.status ?? 0), "\(method) \(target)")
        if reply?.status == 405 { #expect(reply?.headers["allow"] == "GET, HEAD") }
      }
    }
  }

  @Test func everyAnswerHasTheHeadersThatBindABrowser() async throws {
    let server = try await TestServer()
    let tag = try await server.get("/api/status").headers["etag"] ?? ""
    var replies: [HTTPReply] = []
    for target in [
      "/", "/help", "/api/status", "/api/ask", "/nowhere", "/assets/footnote.js", "/metrics",
    ] {
      replies.append(try await server.get(target))
    }
    replies.append(try await server.get("/api/status", ["If-None-Match": tag]))
    replies.append(try await server.get("/", ["Host": "evil.example"]))
    replies.append(try await server.request("POST", "/"))
    replies.append(
      try await server.request("POST", "/mcp", ["Content-Type": "text/plain"], body: "x"))
    for reply in replies {
      let policy = reply.headers["content-security-policy"] ?? ""
      #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(reply.headers["x-content-type-options"] == "nosniff")
      #expect(reply.headers["x-frame-options"] == "DENY")
      #expect(reply.headers["referrer-policy"] == "no-referrer")
      #expect(reply.headers["cross-origin-resource-policy"] == "same-origin")
      #expect(reply.headers["access-control-allow-origin"] == nil)
      #expect(reply.headers["set-cookie"] == nil)
      #expect(reply.headers["x-footnote-plain"] == nil)
    }
  }

  @Test func theDescriptionNamesEveryAddress() async throws {
    let server = try await TestServer()
    let document = try await server.get("/api/openapi.json").object
    #expect(document["openapi"] as? String == "3.1.0")
    let paths = try #require(document["paths"] as? [String: Any])
    for target in Self.targets {
      var path = target.components(separatedBy: "?")[0]
      if path.hasPrefix("/api/documents/") { path = "/api/documents/{path}" }
      #expect(paths[path] != nil, "\(path)")
    }
    let text = try await server.get("/api/openapi.json").text
    #expect(!text.contains("$defs"))
  }

  @Test func changedFilesAreRead() async throws {
    let server = try await TestServer()
    let before = try await server.get("/api/ask?q=lighthouses")
    #expect((before.object["hits"] as? [Any])?.isEmpty == true)
    try server.folder.write("raw/2025/11.1.md", "Lighthouses shine all night.\n")
    var found = false
    for _ in 0..<100 where !found {
      try await Task.sleep(for: .milliseconds(100))
      let reply = try await server.get(
        "/api/ask?q=lighthouses", ["If-None-Match": before.headers["etag"] ?? ""])
      found = (reply.object["hits"] as? [Any])?.isEmpty == false
    }
    #expect(found, "within ten seconds, and the old tag does not hide it")
  }

  @Test func answersInFlightAreFinishedAtTheEnd() async throws {
    let server = try await TestServer()
    let replies = try await withThrowingTaskGroup(of: Int?.self) { group in
      for _ in 0..<40 {
        group.addTask { try? await server.get("/api/ask?q=bacterial+code").status }
      }
      try await Task.sleep(for: .milliseconds(30))
      let stopping = Task { await server.stop() }
      var all: [Int?] = []
      for try await status in group { all.append(status) }
      await stopping.value
      return all
    }
    #expect(replies.allSatisfy { $0 == nil || $0 == 200 })
    await #expect(throws: (any Error).self) { try await server.get("/healthz") }
  }

  @Test func numbersForWatchers() async throws {
    let server = try await TestServer()
    _ = try await server.get("/api/ask?q=code")
    _ = try await server.get("/api/nothing/at/all?with=secrets")
    let reply = try await server.get("/metrics")
    #expect(reply.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
    #expect(reply.text.contains("footnote_up 1\n"))
    #expect(reply.text.contains(#"footnote_http_requests_total{route="/api/ask",status="200"} 1"#))
    #expect(reply.text.contains(#"footnote_http_requests_total{route="other",status="404"} 1"#))
    #expect(reply.text.contains("footnote_index_documents 5\n"))
    #expect(!reply.text.contains("secrets"))
    for line in reply.text.split(separator: "\n") where !line.hasPrefix("#") {
      #expect(Double(line.split(separator: " ").last ?? "") != nil, "\(line)")
    }
  }
}
