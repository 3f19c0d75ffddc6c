import FootnoteKit
import Foundation
import Service
import Synchronization

/// A running server over a small knowledge base.
final class TestServer: Sendable {
  let folder: TemporaryFolder
  let port: Int
  private let task: Task<Void, any Error>

  static let files = [
    "raw/2025/7.6.md":
      "Bacterial code is small, modular and self-contained.\n\nAnyone can copy it.\n",
    "raw/2025/10.1.md": "We are summoning ghosts, not building animals.\n",
    "raw/with space & ünï.md": "A name that has to be escaped.\n",
    "raw/100%.md": "A name with a percent sign.\n",
    "wiki/concepts/bacterial-code.md": """
    ---
    title: Bacterial code
    type: concept
    sources: [2025/7.6.md]
    tags: [software]
    ---

    # Bacterial code

    Code written like the genome of bacteria.

    """,
    ".git/config": "secret of git\n",
    "secret.txt": "secret text\n",
    "footnote.yml": "name: sample\n",
  ]

  /// Starts a server and waits until it answers.
  init(
    _ options: ServiceOptions = ServiceOptions(port: 0), files: [String: String] = TestServer.files,
    prepare: (TemporaryFolder) throws -> Void = { _ in }
  ) async throws {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(path, text) }
    try prepare(folder)
    let session = try Session(
      SessionOptions(
        root: folder.url.path, workingDirectory: folder.url.path,
        environment: ["HOME": folder.url.path + "/home"]))
    var options = options
    options.port = options.port ?? 0
    let service = try WebService([session], options: options)
    let (addresses, address) = AsyncStream<String>.makeStream()
    let task = Task {
      defer { address.finish() }
      try await service.run(ready: { address.yield($0) }, report: { _, _ in })
    }
    var found: Int?
    for await text in addresses {
      found = URL(string: text)?.port
      break
    }
    guard let port = found else {
      try await task.value
      throw POSIXError(.ECONNREFUSED)
    }
    self.folder = folder
    self.port = port
    self.task = task
    try await waitUntilOpen(authorization: nil)
  }

  deinit {
    task.cancel()
  }

  /// Ends the server in order.
  func stop() async {
    task.cancel()
    _ = await task.result
  }

  private func waitUntilOpen(authorization: String?) async throws {
    for _ in 0..<300 {
      if try await get("/healthz").status != 503 { return }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Sends bytes as they are, and reads the answer to the end.
  func exchange(_ request: String) async throws -> HTTPReply? {
    let port = port
    return try await Wire.run {
      let connection = try RawConnection(port: port)
      connection.send(request)
      return HTTPReply(connection.readAll())
    }
  }

  /// A request as a well-behaved client makes it, with the given fields in place of the usual ones.
  func request(
    _ method: String, _ target: String, _ fields: [String: String] = [:], body: String = ""
  ) async throws -> HTTPReply {
    var all = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
    if !body.isEmpty { all["Content-Length"] = String(body.utf8.count) }
    all.merge(fields) { $1 }
    let lines = all.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)\r\n" }.joined()
    let reply = try await exchange("\(method) \(target) HTTP/1.1\r\n\(lines)\r\n\(body)")
    guard let reply else { throw POSIXError(.EBADMSG) }
    return reply
  }

  func get(_ target: String, _ fields: [String: String] = [:]) async throws -> HTTPReply {
    try await request("GET", target, fields)
  }
}
