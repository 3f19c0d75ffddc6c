import Service
import Testing

/// Names by which the server is called, and pages that call it.
struct HostTests {
  @Test func onlyItsOwnNames() async throws {
    let server = try await TestServer()
    let port = server.port
    let good = [
      "127.0.0.1:\(port)", "localhost:\(port)", "LOCALHOST:\(port)", "[::1]:\(port)",
    ]
    for host in good {
      #expect(try await server.get("/healthz", ["Host": host]).status == 200, "\(host)")
    }
    let bad = [
      "evil.example", "evil.example:\(port)", "127.0.0.1", "127.0.0.1:1", "localhost:\(port + 1)",
      "127.0.0.1.evil.example:\(port)", "localhost.evil.example:\(port)", "localhost.:\(port)",
      "user@127.0.0.1:\(port)", "2130706433:\(port)", "0:\(port)", "0.0.0.0:\(port)",
      "127.1:\(port)", "[::ffff:127.0.0.1]:\(port)", "127.0.0.1:\(port)/", "127.0.0.1:+\(port)",
      "127.0.0.1:\(port),evil.example", ":\(port)", "[::1:\(port)", "192.168.1.1:\(port)",
    ]
    for host in bad {
      for target in ["/", "/api/status", "/assets/footnote.css", "/mcp", "/metrics"] {
        let reply = try await server.get(target, ["Host": host])
        #expect(reply.status == 403, "\(host) at \(target)")
        #expect(!reply.text.contains("Bacterial"))
      }
    }
  }

  @Test func withoutHostAndWithTwo() async throws {
    let server = try await TestServer()
    let port = server.port
    let none = try await server.exchange("GET /api/status HTTP/1.1\r\nConnection: close\r\n\r\n")
    #expect(none?.status == 400)
    let old = try await server.exchange("GET /api/status HTTP/1.0\r\n\r\n")
    #expect(old?.status == 400)
    let two = try await server.exchange(
      "GET /api/status HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nHost: evil.example\r\n"
        + "Connection: close\r\n\r\n")
    #expect(two?.status == 400)
    let same = try await server.exchange(
      "GET /api/status HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nHost: 127.0.0.1:\(port)\r\n"
        + "Connection: close\r\n\r\n")
    #expect(same?.status == 400)
    let swapped = try await server.exchange(
      "GET /api/status HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1:\(port)\r\n"
        + "Connection: close\r\n\r\n")
    #expect(swapped?.status == 400)
    let absolute = try await server.exchange(
      "GET http://evil.example/api/status HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        + "Connection: close\r\n\r\n")
    #expect(absolute?.status == 400)
  }

  @Test func pagesOfOtherSitesAreRefused() async throws {
    let server = try await TestServer()
    let port = server.port
    for origin in ["http://127.0.0.1:\(port)", "http://localhost:\(port)"] {
      #expect(try await server.get("/api/status", ["Origin": origin]).status == 200)
    }
    let bad = [
      "null", "http://evil.example", "https://evil.example:\(port)", "http://127.0.0.1",
      "http://127.0.0.1:\(port).evil.example", "http://127.0.0.1:\(port)@evil.example",
      "http://evil.example/127.0.0.1:\(port)", "file://", "chrome-extension://abc", "http://",
      "http://localhost:\(port + 1)",
    ]
    for origin in bad {
      for (method, target) in [("GET", "/api/status"), ("GET", "/"), ("POST", "/mcp")] {
        let reply = try await server.request(method, target, ["Origin": origin])
        #expect(reply.status == 403, "\(origin) at \(target)")
      }
    }
  }

  @Test func whatAnotherSiteEmbedsIsRefusedAndItsLinksAreNot() async throws {
    let server = try await TestServer()
    let embedded = ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"]
    #expect(try await server.get("/api/status", embedded).status == 403)
    let link = ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"]
    #expect(try await server.get("/help", link).status == 200)
    let own = ["Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"]
    #expect(try await server.get("/api/status", own).status == 200)
  }

  @Test func aNameThatIsAllowed() async throws {
    let server = try await TestServer(ServiceOptions(port: 0, names: ["Notes.Local"]))
    for host in ["notes.local", "NOTES.local:443", "notes.local:\(server.port)"] {
      #expect(try await server.get("/healthz", ["Host": host]).status == 200, "\(host)")
    }
    #expect(try await server.get("/healthz", ["Host": "xnotes.local"]).status == 403)
    let origin = ["Host": "notes.local", "Origin": "https://notes.local"]
    #expect(try await server.get("/healthz", origin).status == 200)
  }
}
