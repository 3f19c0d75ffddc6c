internal import Synchronization

/// Knowledge bases that a program asks: the entry to this library.
///
///     let notes = try Knowledge(folder: "notes")
///     let answer = try await notes.ask("what is bacterial code?")
///     for hit in answer.hits { print(hit.citation, hit.text) }
///
/// The index is opened when it is first needed, and made where there is none. Any number of tasks may ask
/// at a time; as many are answered at a time as there are cores. A task that is cancelled stops waiting at
/// once, and never takes back what others wait for.
///
/// ## Topics
///
/// ### Opening
/// - ``init(folder:model:refreshes:)``
/// - ``init(folders:model:refreshes:)``
/// - ``init(opening:refreshes:)``
/// - ``init(_:refreshes:)``
/// - ``close()``
///
/// ### Asking
/// - ``ask(_:filter:options:)``
/// - ``sources(of:passages:)``
/// - ``related(to:limit:)``
/// - ``provenance(of:line:passages:)``
/// - ``timeline(_:)``
/// - ``show(_:context:)-(String,_)``
/// - ``show(_:context:)-(Citation,_)``
/// - ``documents(after:limit:)``
///
/// ### Keeping the index
/// - ``index(_:progress:)``
/// - ``maintain(_:)``
/// - ``freshen(progress:)``
/// - ``status()``
/// - ``isOpen``
/// - ``stale``
/// - ``refreshes``
/// - ``stop()``
///
/// ### What it is made of
/// - ``group``
/// - ``run(progress:_:)``
/// - ``runFresh(progress:_:)``
/// - ``live(progress:)``
public final class Knowledge: Sendable {
  private typealias Opened = (live: LiveGroup, done: [Preparation])

  private enum State {
    case unopened
    case opening(Task<Opened, any Error>)
    case open(LiveGroup)
    case closed
  }

  /// The knowledge bases, for names and paths.
  public let group: SessionGroup
  /// Whether changed files are read before an answer, and followed by `maintain`.
  public let refreshes: Bool
  private let opening: IndexOpening
  private let state: Mutex<State>
  /// What was done when the indexes were opened, until `index` tells of it.
  private let firstWork = Mutex<[Preparation]?>(nil)
  /// The reading of changed files that goes on.
  private let reading = Mutex<Task<Int, any Error>?>(nil)

  /// Knowledge bases that are open.
  ///
  /// - Parameters:
  ///   - live: The indexes that are open.
  ///   - refreshes: Whether changed files are read before an answer; without it an answer comes
  ///     from what the index holds.
  public init(_ live: LiveGroup, refreshes: Bool = true) {
    group = live.group
    self.refreshes = refreshes
    opening = IndexOpening(live.group.sessions, refreshes: refreshes)
    state = Mutex(.open(live))
  }

  /// Knowledge bases that are opened when they are first needed; an index that is not there is made.
  ///
  /// - Parameters:
  ///   - sessions: The knowledge bases, in the order of answers.
  ///   - refreshes: Whether changed files are read before an answer; without it an answer comes
  ///     from what the index holds.
  /// - Precondition: There is at least one session.
  public init(opening sessions: [Session], refreshes: Bool = true) {
    group = SessionGroup(sessions)
    self.refreshes = refreshes
    opening = IndexOpening(sessions, refreshes: refreshes)
    state = Mutex(.unopened)
  }

  /// Whether questions are answered without waiting for an index.
  public var isOpen: Bool {
    state.withLock { if case .open = $0 { true } else { false } }
  }

  /// Whether `close` was called.
  var isClosed: Bool {
    state.withLock { if case .closed = $0 { true } else { false } }
  }

  /// Number of files that had changed since they were indexed, when `maintain` looked last.
  public var stale: Int {
    state.withLock { if case .open(let live) = $0 { live.stale } else { 0 } }
  }

  /// The open knowledge bases, as soon as they are.
  ///
  /// - Parameter progress: Called now and then while an index is made.
  /// - Throws: As `Session.prepare`, and again for each call until the trouble is mended;
  ///   `KnowledgeError.closed`; `CancellationError` as soon as the task is cancelled, while the index goes
  ///   on being made for the next question.
  public func live(progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }) async throws
    -> LiveGroup
  {
    let task: Task<Opened, any Error>
    switch state.withLock({ start(&$0) }) {
    case .open(let live): return live
    case .opening(let running): task = running
    case .unopened, .closed: throw KnowledgeError.closed
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
      return try await SharedResult.of(task).live
    } catch is CancellationError where Task.isCancelled {
      throw CancellationError()
    } catch {
      // The next question tries again.
      state.withLock { state in
        if case .opening(let known) = state, known == task { state = .unopened }
      }
      throw error
    }
  }

  private func start(_ state: inout State) -> State {
    guard case .unopened = state else { return state }
    state = .opening(
      Task { [self] in
        let opened = try await opening.open()
        firstWork.withLock { $0 = opened.done }
        self.state.withLock { state in
          if case .opening = state { state = .open(opened.live) }
        }
        return opened
      })
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
  /// - Complexity: O(files): one look at the size and time of each.
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
    return try await SharedResult.of(task)
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

  /// What was done when the indexes were opened, once.
  func takeFirstWork() -> [Preparation]? {
    firstWork.withLock { work in
      defer { work = nil }
      return work
    }
  }

  /// Ends the making of an index at its next safe point.
  public func stop() {
    opening.stop()
  }

  /// Ends the making of an index at its next safe point, waits for the answers that are being given, and
  /// closes the files. Later calls throw `KnowledgeError.closed`; a task that runs `maintain` or `index` is
  /// to be cancelled first.
  public func close() async {
    opening.stop()
    let before = state.withLock { state in
      defer { state = .closed }
      return state
    }
    switch before {
    case .unopened, .closed: break
    case .opening(let task): await (try? task.value)?.live.rest()
    case .open(let live): await live.rest()
    }
  }
}
