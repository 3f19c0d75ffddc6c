internal import Synchronization

/// Knowledge bases that stay open for a program that answers many questions, such as a server: indexes and
/// model are opened once, as many questions are answered at a time as there are cores, and changes of the
/// files are followed.
///
///     let live = try LiveGroup([session])
///     let answer = try await live.run { try $0.search("what is bacterial code?") }
///
/// Every answer sees one state of the index, the newest that is complete when it begins.
public final class LiveGroup: Sendable {
  /// The knowledge bases, for names and paths.
  public let group: SessionGroup
  private let mode: SearchMode
  private let lanes: Lanes
  private let idle = Mutex<[GroupSearcher]>([])
  private let lastStale = Mutex(0)
  private let laneCount: Int

  /// Opens the first searcher, so that what is wrong shows at once.
  ///
  /// - Parameters:
  ///   - sessions: The knowledge bases, in the order of answers.
  ///   - mode: What answers; no model is loaded for words alone.
  ///   - lanes: Number of questions that are answered at a time, 1 and up.
  /// - Throws: As `SessionGroup.searcher(for:)`.
  public init(
    _ sessions: [Session], mode: SearchMode = .hybrid, lanes: Int = LiveGroup.cores
  ) throws {
    group = SessionGroup(sessions)
    self.mode = mode
    laneCount = max(1, lanes)
    self.lanes = Lanes(count: laneCount)
    let first = try group.searcher(for: mode)
    idle.withLock { $0.append(first) }
  }

  /// Number of cores of this machine.
  public static var cores: Int { Parallelism.cores }

  /// Number of files that had changed since they were indexed, when `follow` looked last.
  public var stale: Int { lastStale.withLock(\.self) }

  /// Number of callers that wait for a lane now.
  public var waiting: Int { get async { await lanes.waiting } }

  /// Runs `body` with a searcher that nobody else uses meanwhile, away from the caller's thread.
  ///
  /// - Throws: What `body` throws; `CancellationError` as soon as the task is cancelled before its turn; as
  ///   `SessionGroup.searcher(for:)`.
  public func run<Result: Sendable>(
    _ body: @escaping @Sendable (GroupSearcher) throws -> Result
  ) async throws -> Result {
    try await lanes.enter()
    do {
      try Task.checkCancellation()
      let result = try await BlockingWork.run { try self.withSearcher(body) }
      await lanes.leave()
      return result
    } catch {
      await lanes.leave()
      throw error
    }
  }

  private func withSearcher<Result>(_ body: (GroupSearcher) throws -> Result) throws -> Result {
    let searcher = try idle.withLock { $0.popLast() } ?? group.searcher(for: mode)
    do {
      let result = try body(searcher)
      idle.withLock { $0.append(searcher) }
      return result
    } catch {
      // After trouble with an index the next question opens the one that lies there then.
      if !(error is IndexError) { idle.withLock { $0.append(searcher) } }
      throw error
    }
  }

  /// Waits for the answers that are being given and closes the files of the indexes. A question that comes
  /// later opens them again.
  func rest() async {
    var taken = 0
    while taken < laneCount, (try? await lanes.enter()) != nil { taken += 1 }
    idle.withLock { $0.removeAll() }
    for _ in 0..<taken { await lanes.leave() }
  }

  // MARK: Following the files

  /// Brings every index up to date.
  ///
  /// - Parameters:
  ///   - options: How far to go.
  ///   - progress: Called now and then, from a thread of its own.
  /// - Returns: What was done in each knowledge base, in their order.
  /// - Throws: As `Session.prepare`; `CancellationError` where the task is cancelled, with what is done kept.
  public func refresh(
    _ options: Session.PreparationOptions = Session.PreparationOptions(),
    progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
  ) async throws -> [Preparation] {
    let stop = StopToken()
    return try await withTaskCancellationHandler {
      var done: [Preparation] = []
      for session in group.sessions {
        done.append(
          try await BlockingWork.run {
            try session.prepare(options, stop: stop, progress: progress)
          })
        try Task.checkCancellation()
      }
      return done
    } onCancel: {
      stop.stop()
    }
  }

  /// Looks again and again whether files have changed, and brings the indexes up to date where they have,
  /// until the task is cancelled.
  ///
  /// - Parameters:
  ///   - interval: How long to wait between two looks.
  ///   - refreshes: Whether to bring the indexes up to date; without it changes are only counted.
  ///   - report: Called after each update, and for each error that was not there the time before.
  public func follow(
    every interval: Duration = .seconds(1), refreshes: Bool = true,
    report: @escaping @Sendable (Swift.Result<[Preparation], any Error>) -> Void
  ) async {
    var trouble: String?
    while !Task.isCancelled {
      try? await Task.sleep(for: interval)
      do {
        let sessions = group.sessions
        var stale = try await BlockingWork.run {
          try sessions.reduce(0) { try $0 + Self.staleness($1) }
        }
        if stale > 0, refreshes {
          let done = try await refresh()
          stale = done.reduce(0) { $0 + $1.stale }
          report(.success(done))
        }
        lastStale.withLock { $0 = stale }
        trouble = nil
      } catch is CancellationError {
        return
      } catch {
        let text = ErrorMessage(error).description
        if text != trouble { report(.failure(error)) }
        trouble = text
      }
    }
  }

  private static func staleness(_ session: Session) throws -> Int {
    do {
      return try session.index().staleness()
    } catch let error as IndexError {
      switch error {
      // The next refresh makes it.
      case .missing, .damaged, .outdated: return 1
      default: throw error
      }
    }
  }
}
