import Dispatch
import FootnoteKit
import Foundation
import Synchronization

/// Answers the questions of a picker away from its thread: one at a time, and only the latest.
final class PickEngine: Sendable {
  enum Message: Sendable {
    case answer(SearchResponse, generation: Int)
    case failure(ErrorMessage, generation: Int)
    case surroundings(CitedText, item: Int, generation: Int)
    /// The index has changed, and what there is to say of that.
    case updated(notes: [String])
    /// Nothing can be asked.
    case unusable(ErrorMessage)
  }

  /// A question that is still being typed is not asked.
  private static let pause = Duration.milliseconds(60)
  /// Lines around a passage in the preview.
  private static let context = 40
  /// Longest time to wait at the end for passages that are being encoded.
  private static let patience = DispatchTimeInterval.seconds(3)

  let mailbox: Mailbox<Message>
  private let group: SessionGroup
  private let filter: FilterRequest
  private let options: SearchOptions
  private let live: Task<LiveGroup, any Error>
  private let asking = Mutex<Task<Void, Never>?>(nil)
  private let updating = Mutex<Task<Void, Never>?>(nil)
  private let updates = DispatchGroup()

  /// Opens indexes and model in the background.
  ///
  /// - Throws: `ErrorMessage` where no more files can be opened.
  init(_ group: SessionGroup, filter: FilterRequest, options: SearchOptions) throws {
    let mailbox = try Mailbox<Message>()
    self.mailbox = mailbox
    self.group = group
    self.filter = filter
    self.options = options
    let (sessions, mode) = (group.sessions, options.mode)
    live = Task.detached {
      do {
        return try LiveGroup(sessions, mode: mode, lanes: 2)
      } catch {
        mailbox.post(.unusable(ErrorMessage(error)))
        throw error
      }
    }
  }

  /// Asks after a moment, unless another question comes before.
  ///
  /// - Parameter waits: Whether somebody is typing.
  func search(_ question: String, generation: Int, waits: Bool) {
    let task = Task.detached { [self] in
      do {
        if waits { try await Task.sleep(for: Self.pause) }
        guard let live = try? await live.value else { return }
        let response = try await live.run { [filter, options] in
          try $0.search(question, filter: filter, options: options)
        }
        try Task.checkCancellation()
        mailbox.post(.answer(response, generation: generation))
      } catch is CancellationError {
        return
      } catch {
        mailbox.post(.failure(ErrorMessage(error), generation: generation))
      }
    }
    asking.withLock { old in
      old?.cancel()
      old = task
    }
  }

  /// Reads the lines around a hit. A file that has changed since has none; the answer says so already.
  func surround(_ hit: Hit, item: Int, generation: Int) {
    Task.detached { [self] in
      guard let text = try? group.surroundings(of: hit, context: Self.context) else { return }
      mailbox.post(.surroundings(text, item: item, generation: generation))
    }
  }

  /// Brings the indexes up to date; with `encodes` until every passage has a vector.
  func update(encodes: Bool) {
    updating.withLock { running in
      let before = running
      updates.enter()
      running = Task.detached { [self] in
        defer { updates.leave() }
        await before?.value
        guard let live = try? await live.value, !Task.isCancelled else { return }
        do {
          let done = try await live.refresh(Session.PreparationOptions(encodes: encodes))
          mailbox.post(.updated(notes: done.flatMap(\.notes)))
        } catch is CancellationError {
          return
        } catch {
          mailbox.post(.updated(notes: [ErrorMessage(error).description]))
        }
      }
    }
  }

  /// Ends what is running; what is encoded is kept.
  func stop() {
    asking.withLock { $0?.cancel() }
    updating.withLock { $0?.cancel() }
    _ = updates.wait(timeout: .now() + Self.patience)
  }
}
