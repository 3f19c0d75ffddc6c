extension Knowledge {
  /// Brings every index up to date, to its end: reads changed files, then encodes what has no vector yet.
  ///
  /// Questions need no call of this; it is for a program that wants the whole work done at a time of its
  /// choice. Where the task is cancelled what is done stays, and the next call goes on from there.
  ///
  /// - Parameters:
  ///   - options: How far to go: without vectors, until a time, from scratch.
  ///   - progress: Called now and then, from threads of its own.
  /// - Returns: What was done in each knowledge base, in their order, what happened when they were opened
  ///   included. Where another process writes, or the place cannot be written, `isLocked` and `notes` say
  ///   so.
  /// - Throws: `IndexError`, `CorpusError`; `EncoderError` of a model that is there but unsound;
  ///   `CancellationError`.
  public func index(
    _ options: Session.PreparationOptions = Session.PreparationOptions(),
    progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
  ) async throws -> [Preparation] {
    let live = try await live(progress: progress)
    let done = try await live.refresh(options, progress: progress)
    guard let first = takeFirstWork() else { return done }
    return zip(first, done).map { $1.following($0) }
  }
}

extension Preparation {
  /// What this and the earlier one did together.
  func following(_ earlier: Preparation) -> Preparation {
    var both = self
    both.notes = earlier.notes.filter { !notes.contains($0) } + notes
    guard var sum = earlier.refresh else { return both }
    if let refresh {
      let before = sum.added.count + sum.updated.count
      sum.unchanged = max(0, refresh.unchanged - before)
      sum.added += refresh.added
      sum.updated += refresh.updated
      sum.removed += refresh.removed
      sum.skipped = refresh.skipped
      sum.newlySkipped += refresh.newlySkipped
      sum.wasStopped = refresh.wasStopped
      sum.isDiscarded = refresh.isDiscarded
      sum.seconds += refresh.seconds
    }
    both.refresh = sum
    return both
  }
}
