import Foundation
import Service
import Testing

/// Clients that take more than their share.
struct LimitTests {
  private static var quick: ServiceLimits {
    var limits = ServiceLimits()
    limits.headTime = .milliseconds(600)
    limits.bodyTime = .milliseconds(600)
    return limits
  }

  @Test func headsThatTrickleAreCutOff() async throws {
    let server = try await TestServer(ServiceOptions(port: 0, limits: Self.quick))
    let port = server.port
    let seconds = try await Wire.run { () -> Double in
      let connection = try RawConnection(port: port)
      let start = ContinuousClock.now
      for character
        in "GET /api/status HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nX-Slow: aaaaaaaaaaaaaa"
      {
        guard connection.send(String(character)) else { break }
        usleep(50_000)
      }
      return (ContinuousClock.now - start) / .seconds(1)
    }
    #expect(seconds < 3, "72 characters at that pace would take 3.6 seconds")
    #expect(try await server.get("/healthz").status == 200)
  }

  @Test func bodiesThatTrickleAreCutOff() async throws {
    let server = try await TestServer(ServiceOptions(port: 0, limits: Self.quick))
    let port = server.port
    let reply = try await Wire.run { () -> [UInt8] in
      let connection = try RawConnection(port: port)
      connection.send(
        "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n"
          + "Content-Length: 1000\r\n\r\n")
      for _ in 0..<40 {
        guard connection.send("{") else { break }
        usleep(50_000)
      }
      return connection.readAll()
    }
    #expect(HTTPReply(reply)?.status != 200)
    #expect(try await server.get("/healthz").status == 200)
  }

  @Test func connectionsThatSayNothingAreClosed() async throws {
    let server = try await TestServer(ServiceOptions(port: 0, limits: Self.quick))
    let port = server.port
    let left = try await Wire.run { try RawConnection(port: port).readAll() }
    #expect(left.isEmpty)
    let afterOne = try await Wire.run { () -> Int in
      let connection = try RawConnection(port: port)
      connection.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
      return connection.readAll().count
    }
    #expect(afterOne > 0, "answered, then closed though the client keeps it open")
  }

  @Test func longAddresses() async throws {
    let server = try await TestServer()
    let long = try await server.get("/api/ask?q=" + String(repeating: "a", count: 9000))
    #expect(long.status == 414)
    let port = server.port
    let endless = try await Wire.run { () -> (sent: Int, reply: String) in
      let connection = try RawConnection(port: port)
      connection.send("GET /")
      let part = [UInt8](repeating: UInt8(ascii: "a"), count: 65536)
      var sent = 0
      while sent < 50_000_000, connection.send(part) { sent += part.count }
      return (sent, String(decoding: connection.readAll(), as: UTF8.self))
    }
    #expect(endless.sent < 10_000_000, "cut off early, however much the client has")
    #expect(endless.reply.isEmpty || endless.reply.hasPrefix("HTTP/1.1 4"))
    #expect(try await server.get("/healthz").status == 200)
  }

  @Test func longAndManyHeaders() async throws {
    let server = try await TestServer()
    for extra in [
      "X-Long: " + String(repeating: "b", count: 60_000) + "\r\n",
      String(repeating: "X-Many: 1\r\n", count: 3000),
    ] {
      let reply = try await server.exchange(
        "GET /api/status HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\(extra)Connection: close\r\n\r\n"
      )
      #expect(reply == nil || [400, 431].contains(reply?.status ?? 0))
    }
    #expect(try await server.get("/healthz").status == 200)
  }

  @Test func longBodies() async throws {
    let server = try await TestServer()
    let port = server.port
    for head in ["Content-Length: 300000000\r\n", "Transfer-Encoding: chunked\r\n"] {
      let sent = try await Wire.run { () -> Int in
        let connection = try RawConnection(port: port)
        connection.send(
          "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n\(head)\r\n"
        )
        let isChunked = head.hasPrefix("T")
        let part = Array(
          ((isChunked ? "10000\r\n" : "") + String(repeating: " ", count: 65536)
            + (isChunked ? "\r\n" : "")).utf8)
        var sent = 0
        while sent < 100_000_000, connection.send(part) { sent += part.count }
        return sent
      }
      #expect(sent < 20_000_000, "\(head)")
    }
    let declared = try await server.request(
      "POST", "/mcp", ["Content-Type": "application/json", "Content-Length": "9000000"])
    #expect(declared.status == 413)
    #expect(try await server.get("/healthz").status == 200)
  }

  @Test func tooManyAtATime() async throws {
    var limits = ServiceLimits()
    limits.requestsPerClient = 0
    let single = try await TestServer(ServiceOptions(port: 0, limits: limits))
    let reply = try await single.get("/api/status")
    #expect(reply.status == 429)
    #expect(reply.headers["retry-after"] == "1")
    #expect(reply.headers["content-type"] == "application/problem+json")
    limits = ServiceLimits()
    limits.requests = 0
    let all = try await TestServer(ServiceOptions(port: 0, limits: limits))
    #expect(try await all.get("/").status == 503)
    limits = ServiceLimits()
    limits.patience = .zero
    let late = try await TestServer(ServiceOptions(port: 0, limits: limits))
    #expect(try await late.get("/api/status").status == 503)
  }

  @Test func manyIdleConnectionsKeepNobodyOut() async throws {
    let server = try await TestServer()
    let port = server.port
    let connections = try await Wire.run {
      try (0..<300).map { _ in try RawConnection(port: port) }
    }
    #expect(try await server.get("/api/status").status == 200)
    #expect(connections.count == 300)
  }

  @Test func whoOnlyHoldsConnectionsMakesRoom() async throws {
    var limits = ServiceLimits()
    limits.connections = 20
    limits.headTimeInCrowd = .milliseconds(300)
    let server = try await TestServer(ServiceOptions(port: 0, limits: limits))
    let port = server.port
    let held = try await Wire.run { try (0..<40).map { _ in try RawConnection(port: port) } }
    let start = ContinuousClock.now
    #expect(try await server.get("/healthz").status == 200)
    #expect(ContinuousClock.now - start < .seconds(15), "long before the usual 30 seconds")
    #expect(held.count == 40)
  }

  @Test func filesAreLeftForTheIndex() {
    var limits = ServiceLimits()
    limits.fit(openFiles: 256)
    #expect(limits.connections == 64)
    limits = ServiceLimits()
    limits.fit(openFiles: 100_000)
    #expect(limits.connections == ServiceLimits().connections)
  }
}
