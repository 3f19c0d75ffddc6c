/// Measures retrieval quality.
///
///     let bench = Bench(settings: settings, base: options)
///     let outcome = try bench.run(BenchInput(path: "scifact", qrels: "test"))
public struct Bench: Sendable {
  private let settings: BenchSettings
  private let base: SessionOptions
  private let kept: String?

  /// - Parameters:
  ///   - settings: How it is measured.
  ///   - base: The knowledge base that judged questions are asked of; the model serves collections too.
  ///   - kept: Folder in which collections are kept, indexed; `nil` for indexes that are removed.
  public init(settings: BenchSettings, base: SessionOptions, keeping kept: String? = nil) {
    self.settings = settings
    self.base = base
    self.kept = kept
  }

  /// Measures one input. The index is brought up to date first, and encoded to the end.
  ///
  /// - Parameters:
  ///   - input: What is measured.
  ///   - unanswerable: Questions that the knowledge base has no answer to, beside those of the
  ///     input; not asked of collections.
  ///   - stop: Ends the measurement, which then throws `BenchError.stopped`.
  ///   - progress: Called now and then, from the same thread.
  /// - Throws: `BenchError`, `EvaluationError`, `CorpusError`, `IndexError`; `EncoderError` where a mode
  ///   asks for meaning and there is no model.
  public func run(
    _ input: BenchInput, unanswerable: [BenchQuestion] = [], stop: StopToken = StopToken(),
    progress: @escaping (BenchProgress) -> Void = { _ in }
  ) throws -> BenchOutcome {
    switch input {
    case .judged(_, let queries):
      let session = try Session(base)
      return try run(
        input, in: session, judge: .passages(queries), extra: unanswerable, stop, progress)
    case .collection(let collection):
      let store = try CollectionStore(collection, keeping: kept)
      defer { store.remove() }
      let ids = try CollectionWriter(store: store, stop: stop).write(collection) { done in
        progress(.writing(done: done))
      }
      let session = try session(over: store)
      return try run(
        input, in: session, judge: .documents(collection.qrels, ids: ids), extra: [],
        rebuild: store.isCurrent ? .whereNeeded : .atOnce, stop, progress, prepared: store.stamp)
    }
  }

  private func session(over store: CollectionStore) throws(CorpusError) -> Session {
    var options = base
    options.root = store.documents
    options.index = store.index
    return try Session(options)
  }

  private func run(
    _ input: BenchInput, in session: Session, judge: BenchJudge, extra: [BenchQuestion],
    rebuild: IndexRebuild = .whereNeeded, _ stop: StopToken,
    _ progress: @escaping (BenchProgress) -> Void,
    prepared: () -> Void = {}
  ) throws -> BenchOutcome {
    let (settings, notes) = try usableSettings(in: session)
    let needsModel = settings.modes.contains { $0 != .lexical }
    let preparation = try session.prepare(
      Session.PreparationOptions(encodes: needsModel, rebuild: rebuild), stop: stop,
      progress: { progress(.indexing($0)) })
    if stop.isStopped { throw BenchError.stopped }
    prepared()
    let runner = BenchRunner(session: session, settings: settings, stop: stop, progress: progress)
    var outcome = try runner.run(input, judge: judge, extra: extra)
    outcome.warnings = notes + preparation.notes + outcome.warnings
    return outcome
  }

  /// Without a model only words are left, unless the user has asked for more.
  private func usableSettings(
    in session: Session
  ) throws(EncoderError) -> (settings: BenchSettings, notes: [String]) {
    guard settings.modes.contains(where: { $0 != .lexical }) else { return (settings, []) }
    do {
      _ = try session.encoder()
      return (settings, [])
    } catch {
      guard !settings.needsAllModes, case .modelNotFound(let name, _) = error else { throw error }
      var rest = settings
      rest.modes = [.lexical]
      let note =
        "no model: only words are measured (\(name) is not installed; make model installs it)"
      return (rest, [note])
    }
  }
}
