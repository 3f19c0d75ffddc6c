extension Session {
  /// How much to bring up to date before asking.
  public struct PreparationOptions: Sendable {
    /// Whether to look for changed files and index them. Without it an index that is there is used as it
    /// is; one that is not there is built all the same.
    public var refreshes = true
    /// Whether to encode what has no vector yet.
    public var encodes = true
    /// After it no further batch of passages is encoded; `nil` for no limit.
    public var deadline: ContinuousClock.Instant?
    /// Whether to build the index anew.
    public var rebuild: IndexRebuild = .whereNeeded

    /// The whole work, as far as nothing else is given.
    public init(
      refreshes: Bool = true, encodes: Bool = true, deadline: ContinuousClock.Instant? = nil,
      rebuild: IndexRebuild = .whereNeeded
    ) {
      self.refreshes = refreshes
      self.encodes = encodes
      self.deadline = deadline
      self.rebuild = rebuild
    }
  }

  /// Brings the index up to date as far as that is possible.
  ///
  /// Where another process is writing, or the place cannot be written or is full, an index that is there
  /// stays as it is, or as far as it was brought, and the result says so; where none is there, that is an
  /// error.
  ///
  /// - Throws: `IndexError`, `CorpusError`, `EncoderError` of a model that is there but unsound.
  public func prepare(
    _ options: PreparationOptions = PreparationOptions(), stop: StopToken = StopToken(),
    progress: (IndexProgress) -> Void = { _ in }
  ) throws -> Preparation {
    var preparation = Preparation()
    if !options.refreshes, options.rebuild == .whereNeeded, let index = try? index() {
      preparation.stale = (try? index.staleness()) ?? 0
      return preparation
    }
    do {
      try write(options, stop: stop, progress: progress, &preparation)
    } catch let error as IndexError {
      try useAsItIs(because: error, &preparation)
    }
    return preparation
  }

  private func write(
    _ options: PreparationOptions, stop: StopToken, progress: (IndexProgress) -> Void,
    _ preparation: inout Preparation
  ) throws {
    let writer = try IndexWriter(knowledgeBase, folder: folder, rebuild: options.rebuild)
    preparation.notes += writer.repairs
    let refresh = try writer.refresh(stop: stop, progress: progress)
    preparation.refresh = refresh
    if options.encodes, !refresh.wasStopped {
      try encode(writer, options, stop: stop, progress: progress, &preparation)
    }
  }

  private func useAsItIs(because error: IndexError, _ preparation: inout Preparation) throws {
    switch error {
    case .locked:
      preparation.isLocked = true
      preparation.notes.append(
        "another process is updating the index; answers come from what is there")
    case .notWritable(let path, let reason):
      preparation.notes.append("the index is not updated: \(path) cannot be written (\(reason))")
    case .storage(let path, let reason):
      preparation.isCutShort = true
      preparation.notes.append(
        "the index is not brought up to date to the end: \(path): \(reason); free space or check the disk"
      )
    default:
      throw error
    }
    do {
      preparation.stale = try index().staleness()
    } catch let failure as IndexError {
      // What keeps an index from being made is the news, not that there is none; and one that is being
      // made looks damaged.
      if case .locked = error { throw error }
      if case .missing = failure { throw error }
      throw failure
    }
  }

  private func encode(
    _ writer: IndexWriter, _ options: PreparationOptions, stop: StopToken,
    progress: (IndexProgress) -> Void, _ preparation: inout Preparation
  ) throws {
    let encoder: any SentenceEncoder
    do throws(EncoderError) {
      encoder = try self.encoder()
    } catch {
      guard case .modelNotFound(let name, _) = error else { throw error }
      preparation.notes.append(
        "no model: answers come from words alone (\(name) is not installed; "
          + "\(ModelAdvice.installation(of: name)))")
      return
    }
    preparation.encoding = try writer.encode(
      with: encoder, until: options.deadline, stop: stop, progress: progress)
  }
}
