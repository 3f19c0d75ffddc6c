internal import Synchronization

/// The knowledge bases that clients ask: open ones, or ones whose index is made while the first clients
/// wait.
///
///     let knowledge = Knowledge(opening: [session])
///     async let upkeep: Void = knowledge.maintain { note in log(note) }
///     let answer = try await knowledge.run { try $0.search("what is bacterial code?") }
public final class Knowledge: Sendable {
  private enum State {
    case closed
    case opening(Task<LiveGroup, any Error>)
    case open(LiveGroup)
  }

  public let group: SessionGroup
  /// Whether changed files are read before an answer, and followed by `maintain`.
  public let refreshes: Bool
  private let opening: IndexOpening
  private let state: Mutex<State>
  /// The reading of changed files that goes on.
  private let reading = Mutex<Task<Int, any Error>?>(nil)

  /// Knowledge bases that are open.
  public init(_ live: LiveGroup, refreshes: Bool = true) {
    group = live.group
    self.refreshes = refreshes
    opening = IndexOpening(live.group.sessions, refreshes: refreshes)
    state = Mutex(.open(live))
  }

  /// Knowledge bases that are opened when they are first needed; an index that is not there is made.
  ///
  /// - Precondition: There is at least one session.
  public init(opening sessions: [Session], refreshes: Bool = true) {
    group = SessionGroup(sessions)
    self.refreshes = refreshes
    opening = IndexOpening(sessions, refreshes: refreshes)
    state = Mutex(.closed)
  }

  /// Whether questions are answered without waiting for an index.
  public var isOpen: Bool {
    state.withLock { if case .open = $0 { true } else { false } }
  }

  /// Number of files that had changed since they were indexed, when `maintain` looked last.
  public var stale: Int {
    state.withLock { if case .open(let live) = $0 { live.stale } else { 0 } }
  }

  /// The open knowledge bases, as soon as they are.
  ///
  /// - Parameter progress: Called now and then while an index is made.
  /// - Throws: As `Session.prepare`, and again for each call until the trouble is mended.
  public func live(progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }) async throws
    -> LiveGroup
  {
    let task: Task<LiveGroup, any Error>
    switch state.withLock({ start(&$0) }) {
    case .open(let live): return live
    case .opening(let running): task = running
    case .closed: throw CancellationError()
    }
    let watch = Task { [opening] in
      var shown: IndexProgress?
      while !Task.isCancelled {
        if let now = opening.progress, now != shown { progress(now) }
        shown = opening.progress
        try await Task.sleep(for: .milliseconds(200))
      }
    }
    defer { watch.cancel() }
    do {
      let live = try await task.value
      state.withLock { $0 = .open(live) }
      return live
    } catch {
      // The next question tries again.
      state.withLock { state in
        if case .opening(let known) = state, known == task { state = .closed }
      }
      throw error
    }
  }

  private func start(_ state: inout State) -> State {
    if case .closed = state { state = .opening(Task { [opening] in try await opening.open() }) }
    return state
  }

  /// Runs `body` on the newest complete state of the indexes; an index that turns out to be damaged or gone
  /// is made anew first.
  ///
  /// - Throws: What `body` throws, as `live(progress:)`, as `LiveGroup.run`.
  public func run<Result: Sendable>(
    progress: @escaping @Sendable (IndexProgress) -> Void = { _ in },
    _ body: @escaping @Sendable (GroupSearcher) throws -> Result
  ) async throws -> Result {
    let live = try await live(progress: progress)
    do {
      return try await live.run(body)
    } catch let error as IndexError {
      guard refreshes, let rebuild = Self.rebuild(after: error) else { throw error }
      _ = try await live.refresh(
        Session.PreparationOptions(encodes: false, rebuild: rebuild))
      return try await live.run(body)
    }
  }

  private static func rebuild(after error: IndexError) -> IndexRebuild? {
    switch error {
    case .damaged: .atOnce
    case .missing, .outdated: .whereNeeded
    default: nil
    }
  }

  /// Reads what has changed since the last look, so that the next answer knows of it. Who asks at the same
  /// time waits for the same reading.
  ///
  /// - Returns: Number of files that are still not read, because another process is at work or the index
  ///   cannot be written.
  /// - Throws: As `run(progress:_:)` and `LiveGroup.refresh`.
  public func freshen(
    progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
  ) async throws -> Int {
    let stale = try await run(progress: progress) { try $0.staleness() }
    guard refreshes, stale > 0 else { return stale }
    let live = try await live()
    let task = reading.withLock { running in
      if let running { return running }
      let task = Task { [self] in
        defer { reading.withLock { $0 = nil } }
        return try await Self.read(live)
      }
      running = task
      return task
    }
    return try await task.value
  }

  /// Whoever follows the files may be reading them at this moment; that takes no time worth speaking of.
  private static func read(_ live: LiveGroup) async throws -> Int {
    var stale = 0
    for _ in 0..<20 {
      let done = try await live.refresh(Session.PreparationOptions(encodes: false))
      stale = done.reduce(0) { $0 + $1.stale }
      guard stale > 0, done.contains(where: \.isLocked) else { return stale }
      try await Task.sleep(for: .milliseconds(50))
    }
    return stale
  }

  /// Ends the making of an index at its next safe point.
  public func stop() {
    opening.stop()
  }
}
