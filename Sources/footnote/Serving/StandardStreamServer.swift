import AgentProtocol
import FootnoteKit
import Foundation
import Synchronization

/// Serves one client over standard input and output.
struct StandardStreamServer: Sendable {
  /// How long what was asked is still answered after the input has ended.
  private static let patience = Duration.seconds(10)
  /// How long the index may take to get to a safe point. Later it is as if the process were killed, which
  /// harms no index but costs the next one time.
  private static let farewell = Duration.seconds(1)

  /// Why serving ends.
  private enum End: Sendable {
    case inputEnded
    case inputFailed(ErrorMessage)
    case outputFailed(any Error)
    case terminated
  }

  let sessions: [Session]
  let refreshes: Bool

  /// Returns when the input ends, nobody reads the output any more, or a signal comes.
  ///
  /// - Throws: `ErrorMessage` where reading fails, `OutputError` where writing does.
  func run() async throws {
    let (ends, end) = AsyncStream<End>.makeStream(bufferingPolicy: .bufferingOldest(1))
    let output = MessageOutput { end.yield(.outputFailed($0)) }
    let knowledge = Knowledge(opening: sessions, refreshes: refreshes)
    let server = AgentServer(knowledge)
    let connection = AgentConnection(server) { output.send($0) }
    let termination = await Termination { end.yield(.terminated) }
    let isKeeping = Atomic<Bool>(true)
    let work = Task {
      await keep(knowledge, server, connection)
      isKeeping.store(false, ordering: .releasing)
    }
    read(connection, output) { end.yield($0) }
    var reason = End.inputEnded
    for await found in ends {
      reason = found
      break
    }
    if case .inputEnded = reason {
      connection.endSubscriptions()
      await wait(atMost: Self.patience) { connection.isBusy }
    }
    knowledge.stop()
    connection.close()
    work.cancel()
    await wait(atMost: Self.farewell) {
      connection.isBusy || isKeeping.load(ordering: .acquiring)
    }
    await output.drain()
    withExtendedLifetime(termination) {}
    switch reason {
    case .inputEnded, .terminated: break
    case .inputFailed(let error): throw error
    case .outputFailed(let error): throw error
    }
  }

  /// Keeps the index up to date and tells what changes.
  private func keep(
    _ knowledge: Knowledge, _ server: AgentServer, _ connection: AgentConnection
  ) async {
    let errors = StandardError()
    let report = { @Sendable (level: LogLevel, text: String) in
      errors.line("footnote: " + text)
      connection.log(level, text)
    }
    await withTaskGroup { group in
      group.addTask { await knowledge.maintain { report(LogLevel($0), $1) } }
      group.addTask {
        await server.watch { report(.error, ErrorMessage($0).description) }
      }
    }
  }

  /// Reads on a thread of its own: it waits for input most of the time.
  private func read(
    _ connection: AgentConnection, _ output: MessageOutput,
    _ end: @escaping @Sendable (End) -> Void
  ) {
    let send = { @Sendable (message: ClientMessage) in output.send(message) }
    Thread.detachNewThread {
      do {
        try MessageInput().read { frame in
          switch frame {
          case .message(let bytes): connection.take(bytes, notify: send, answer: send)
          case .tooLong: send(LineFraming.refusal)
          }
        }
        end(.inputEnded)
      } catch {
        end(.inputFailed(ErrorMessage(error)))
      }
    }
  }

  /// Waits until something is no longer so.
  private func wait(atMost time: Duration, while isSo: () -> Bool) async {
    let limit = ContinuousClock.now + time
    while isSo(), ContinuousClock.now < limit {
      try? await Task.sleep(for: .milliseconds(5))
    }
  }
}
