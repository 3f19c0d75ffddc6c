import FootnoteKit
import Foundation
import Synchronization
import Testing

@Suite struct LiveGroupTests {
  /// How many run at a time.
  private final class Count: Sendable {
    private let state = Mutex((now: 0, most: 0))

    func begin() {
      state.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
    }

    func end() { state.withLock { $0.now -= 1 } }
    var most: Int { state.withLock { $0.most } }
  }

  private func base() throws -> (URL, Session) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "Bacterial code is small.\n".write(
      to: folder.appendingPathComponent("a.md"), atomically: true, encoding: .utf8)
    let session = try Session(
      SessionOptions(
        root: folder.path, workingDirectory: folder.path,
        environment: ["HOME": folder.path, "FOOTNOTE_MODEL": "none"]))
    _ = try session.prepare()
    return (folder, session)
  }

  @Test func manyAskAtOnce() async throws {
    let (folder, session) = try base()
    defer { try? FileManager.default.removeItem(at: folder) }
    let live = try LiveGroup([session], lanes: 2)
    let count = Count()
    try await withThrowingTaskGroup(of: Int.self) { tasks in
      for _ in 0..<40 {
        tasks.addTask {
          try await live.run { searcher in
            count.begin()
            defer { count.end() }
            return try searcher.search("bacterial code").hits.count
          }
        }
      }
      for try await hits in tasks { #expect(hits == 1) }
    }
    #expect(count.most <= 2)
    #expect(await live.waiting == 0)
  }

  @Test func whatIsCancelledBeforeItsTurnDoesNotRun() async throws {
    let (folder, session) = try base()
    defer { try? FileManager.default.removeItem(at: folder) }
    let live = try LiveGroup([session], lanes: 1)
    let task = Task { try await live.run { _ in 1 } }
    task.cancel()
    _ = await task.result
    #expect(try await live.run { _ in 2 } == 2)
  }

  @Test func whoIsCancelledLeavesTheQueueAtOnce() async throws {
    let (folder, session) = try base()
    defer { try? FileManager.default.removeItem(at: folder) }
    let live = try LiveGroup([session], lanes: 1)
    let begun = AsyncStream.makeStream(of: Void.self)
    let isReleased = Mutex(false)
    let busy = Task {
      try await live.run { _ in
        begun.continuation.yield()
        while !isReleased.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.005) }
        return 1
      }
    }
    for await _ in begun.stream { break }
    let waiting = Task { try await live.run { _ in 2 } }
    while await live.waiting == 0 { await Task.yield() }
    waiting.cancel()
    // The lane is still taken.
    await #expect(throws: CancellationError.self) { try await waiting.value }
    #expect(await live.waiting == 0)
    isReleased.withLock { $0 = true }
    #expect(try await busy.value == 1)
    #expect(try await live.run { _ in 3 } == 3)
  }

  @Test func followsTheFiles() async throws {
    let (folder, session) = try base()
    defer { try? FileManager.default.removeItem(at: folder) }
    let live = try LiveGroup([session])
    let updates = Mutex(0)
    let following = Task {
      await live.follow(every: .milliseconds(20)) { result in
        if case .success = result { updates.withLock { $0 += 1 } }
      }
    }
    try "Lighthouses shine.\n".write(
      to: folder.appendingPathComponent("b.md"), atomically: true, encoding: .utf8)
    var count = 0
    for _ in 0..<1500 where count == 0 || updates.withLock({ $0 }) == 0 {
      try await Task.sleep(for: .milliseconds(20))
      count = try await live.run { try $0.search("lighthouses").hits.count }
    }
    #expect(count == 1)
    following.cancel()
    await following.value
    #expect(updates.withLock { $0 } >= 1)
  }
}
