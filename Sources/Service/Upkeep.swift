internal import AgentProtocol
internal import FootnoteKit
internal import ServiceLifecycle

/// Keeps the indexes up to date and tells agents what changes, as long as the server runs.
struct Upkeep: Service {
  let knowledge: Knowledge
  let agents: AgentServer
  /// Ends when the server listens: before, it is not known whether it will.
  let listening: AsyncStream<Never>
  let report: @Sendable (NoteLevel, String) -> Void

  func run() async throws {
    await withGracefulShutdownHandler {
      await cancelWhenGracefulShutdown {
        for await _ in listening {}
        await withTaskGroup { group in
          group.addTask { await knowledge.maintain(report) }
          group.addTask {
            await agents.watch { report(.error, ErrorMessage($0).description) }
          }
        }
      }
    } onGracefulShutdown: {
      knowledge.stop()
    }
  }
}
