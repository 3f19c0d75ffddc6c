import AgentProtocol
import FootnoteKit
import Foundation
import Synchronization
import Testing

/// A server over a small knowledge base in a temporary folder, removed with the object.
final class SampleServer: Sendable {
  let folder: URL
  let knowledge: Knowledge
  let server: AgentServer

  static let page = """
    ---
    title: Bacterial code
    type: concept
    sources: [2025/7.6.md, 2025/nowhere.md]
    ---

    # Bacterial code

    Code written like the genome of bacteria, small and modular.

    """
  static let files = [
    "raw/2025/7.6.md": "Bacterial code is small, modular and self-contained.\n",
    "raw/2025/10.1.md": "We are summoning ghosts, not building animals.\n",
    "wiki/concepts/bacterial-code.md": page,
  ]

  /// - Parameter bases: Names of knowledge bases, each with the files.
  init(_ files: [String: String] = SampleServer.files, bases: [String] = ["base"]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("footnote-\(UUID().uuidString)").resolvingSymlinksInPath()
    self.folder = folder
    for base in bases {
      for (path, text) in files { try Self.write(text, to: folder, "\(base)/\(path)") }
    }
    let sessions = try bases.map { base in
      try Session(
        SessionOptions(
          root: folder.path + "/" + base, workingDirectory: folder.path,
          environment: ["HOME": folder.path, "FOOTNOTE_MODEL": "none"]))
    }
    knowledge = Knowledge(opening: sessions)
    server = AgentServer(knowledge)
  }

  deinit {
    // A leftover folder in the temporary directory harms nobody.
    try? FileManager.default.removeItem(at: folder)
  }

  func write(_ text: String, to path: String) throws {
    try Self.write(text, to: folder, "base/" + path)
  }

  private static func write(_ text: String, to folder: URL, _ path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}

/// What a client was sent, in order.
final class Inbox: Sendable {
  private let messages = Mutex<[JSONValue]>([])

  var notify: AgentConnection.Notify {
    { message in
      let value = try? JSONText.read(message.bytes)
      self.messages.withLock { $0.append(value ?? .null) }
    }
  }

  var all: [JSONValue] { messages.withLock(\.self) }
  var methods: [String] { all.compactMap { $0["method"]?.text } }

  /// Waits until there is a message of this method, at most 20 seconds.
  func wait(for method: String) async throws -> JSONValue {
    for _ in 0..<2000 {
      if let found = all.first(where: { $0["method"]?.text == method }) { return found }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw Missing(method: method)
  }

  struct Missing: Error {
    let method: String
  }
}

/// A client that writes requests.
final class SampleClient: Sendable {
  static let envelope: JSONValue = [
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": [:],
  ]

  let connection: AgentConnection
  /// Kept: its folder goes with it.
  let sample: SampleServer
  let inbox = Inbox()
  private let number = Atomic<Int>(0)

  init(_ sample: SampleServer) {
    self.sample = sample
    connection = AgentConnection(sample.server, notify: inbox.notify)
  }

  /// A client that has agreed on a revision.
  convenience init(_ sample: SampleServer, _ revision: ProtocolRevision) async throws {
    self.init(sample)
    let answer = try await ask(
      "initialize",
      [
        "protocolVersion": .string(revision.rawValue), "capabilities": [:],
        "clientInfo": ["name": "test", "version": "1"],
      ])
    #expect(answer["result"]?["protocolVersion"]?.text == revision.rawValue)
    try await tell("notifications/initialized")
  }

  func ask(_ method: String, _ params: [String: JSONValue] = [:]) async throws -> JSONValue {
    let id = number.add(1, ordering: .relaxed).newValue
    return try await send([
      "jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": .object(params),
    ])
  }

  /// A request of a revision without handshake.
  func askAlone(_ method: String, _ params: [String: JSONValue] = [:]) async throws -> JSONValue {
    try await ask(method, params.merging(["_meta": Self.envelope]) { $1 })
  }

  func tell(_ method: String, _ params: [String: JSONValue] = [:]) async throws {
    let answer = try await send([
      "jsonrpc": "2.0", "method": .string(method), "params": .object(params),
    ])
    #expect(answer.isNull)
  }

  /// The answer; null where there is none.
  func send(_ message: JSONValue) async throws -> JSONValue {
    try await send(JSONText.write(message))
  }

  func send(_ bytes: [UInt8]) async throws -> JSONValue {
    guard let reply = await connection.respond(to: bytes, notify: inbox.notify) else {
      return .null
    }
    return try JSONText.read(reply.bytes)
  }
}

extension JSONValue {
  /// The code of an error.
  var code: Int? { self["error"]?["code"]?.integer }
  /// The text of what a tool found.
  var toolText: String? { self["result"]?["content"]?.list?.first?["text"]?.text }
  var structured: JSONValue? { self["result"]?["structuredContent"] }
}
