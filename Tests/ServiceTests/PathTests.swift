import Foundation
import Testing

/// Only documents of the index are served.
struct PathTests {
  private static let hostile = [
    "../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "%2e%2e%2fsecret.txt",
    "raw/../secret.txt", "raw/%2e%2e/secret.txt", "raw/..%2fsecret.txt", "raw/%2e%2e%5csecret.txt",
    "%252e%252e/secret.txt", "secret.txt", ".git/config", "%2egit/config", "footnote.yml",
    ".footnote/footnote.sqlite", "Index/footnote.sqlite", "/etc/passwd", "%2fetc%2fpasswd",
    "//etc/passwd", "raw//2025/7.6.md", "raw/./2025/7.6.md", "raw/2025/7.6.md/", "raw/2025/",
    "raw", "raw/2025/7.6.md%00", "raw/2025/7.6.md%00.txt", "%00", "raw/2025/7.6.md%2f",
    "%c0%ae%c0%ae/secret.txt", "%e0%80%ae", "..\\secret.txt", "raw/link.md", "raw/outside/passwd",
    "RAW/2025/7.6.MD", "raw/2025/7.6.md:1-2", "file:///etc/passwd", "raw/%F0%9F%98%80.md",
    "raw%2f2025%2f7.6.md", "raw/2025/7.6.md%20", "%ff", "%zz", "%", "raw/100%.md",
  ]

  private func server() async throws -> TestServer {
    try await TestServer(prepare: { folder in
      let manager = FileManager.default
      try manager.createSymbolicLink(
        atPath: folder.url.path + "/raw/link.md",
        withDestinationPath: "/etc/passwd")
      try manager.createSymbolicLink(
        atPath: folder.url.path + "/raw/outside", withDestinationPath: "/etc")
    })
  }

  @Test func hostilePathsLeadNowhere() async throws {
    let server = try await server()
    for path in Self.hostile {
      for prefix in ["/api/documents/", "/doc/", "/assets/", "/"] {
        let reply = try await server.get(prefix + path.replacing(" ", with: "%20"))
        #expect([400, 404].contains(reply.status), "\(prefix)\(path): \(reply.status)")
        for secret in ["secret text", "secret of git", "root:", "SQLite format"] {
          #expect(!reply.text.contains(secret), "\(prefix)\(path)")
        }
      }
    }
  }

  @Test func documentsAreServedByTheirPath() async throws {
    let server = try await server()
    for (address, words) in [
      ("raw/2025/7.6.md", "Bacterial code is small"),
      ("raw/with%20space%20&%20%C3%BCn%C3%AF.md", "has to be escaped"),
      ("raw/100%25.md", "percent sign"), ("%72aw/2025/7.6.md", "Bacterial code is small"),
    ] {
      let reply = try await server.get("/api/documents/" + address)
      #expect(reply.status == 200, "\(address)")
      #expect((reply.object["text"] as? String)?.contains(words) == true, "\(address)")
    }
    let lines = try await server.get("/api/documents/raw/2025/7.6.md?lines=3")
    #expect((lines.object["text"] as? String) == "Anyone can copy it.")
    for query in [
      "lines=9-1", "lines=x", "lines=1&lines=2", "bytes=1-2", "hash=zz", "lines=1&hash=1",
    ] {
      let reply = try await server.get("/api/documents/raw/2025/7.6.md?" + query)
      #expect(reply.status == 400, "\(query)")
    }
  }

  @Test func aLinkThatTakesTheSeatOfADocumentIsNotFollowed() async throws {
    let server = try await server()
    let path = server.folder.url.path + "/raw/2025/7.6.md"
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: "/etc/passwd")
    for query in ["", "?lines=1", "?lines=1&hash=00000000"] {
      let reply = try await server.get("/api/documents/raw/2025/7.6.md" + query)
      #expect(reply.status == 404 || (reply.object["text"] as? String) == "", "\(query)")
      #expect(!reply.text.contains("root:"))
    }
  }

  @Test func noFolderIsListed() async throws {
    let server = try await server()
    for target in [
      "/doc/", "/doc", "/assets/", "/assets", "/api/", "/api", "/api/documents", "/raw/",
    ] {
      let reply = try await server.get(target)
      #expect([400, 404].contains(reply.status), "\(target): \(reply.status)")
      #expect(!reply.text.contains("7.6.md"), "\(target)")
    }
  }
}
